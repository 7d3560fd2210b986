"""PDFs that a browser printed beside poppler's pdftotext: how many words come back, and how many in the right order.

    apt-get install chromium poppler-utils && cargo build --release
    python tests/bench/papers/run.py ../shared/data/extract/html_wcxb

Fifty saved pages, every so many of the folder, are printed by Chromium without a network; the text that it shows of
each (`innerText`, as printed) is the truth. Recall counts words; order is the share of the words in the longest runs
that both texts have in one order. What a browser prints around a page is no part of the truth and costs nothing.
"""

import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys
import time
import unicodedata

PAGES = 50
HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower())


def score(truth, text):
    truth, text = words(truth), words(text)
    found = sum((collections.Counter(truth) & collections.Counter(text)).values())
    blocks = difflib.SequenceMatcher(None, truth, text, autojunk=False).get_matching_blocks()
    ordered = sum(block.size for block in blocks)
    return found / max(1, len(truth)), ordered / max(1, len(truth))


def ours(pdf):
    run = subprocess.run([ROOT / "target/release/crossread", pdf, "--json"], capture_output=True, text=True)
    articles = json.loads(run.stdout)["articles"] if run.stdout else []
    return "\n".join(article["text"] for article in articles)


def theirs(pdf):
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, errors="replace").stdout


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.html.gz"))
    chosen = files[:: len(files) // PAGES][:PAGES]
    place = ROOT / "target/printed"
    place.mkdir(parents=True, exist_ok=True)
    missing = [file for file in chosen if not (place / f"{file.name.split('.')[0]}.pdf").exists()]
    if missing:
        subprocess.run(["node", HERE / "print.mjs", place, *missing], check=True)
    pdfs = [place / f"{file.name.split('.')[0]}.pdf" for file in chosen]
    # What Chromium prints of a page that scripts make is empty.
    pdfs = [pdf for pdf in pdfs if len(words(pdf.with_suffix(".txt").read_text())) > 50]
    print(f"| {len(pdfs)} printed pages | words found | in order | worst page | seconds |\n|---|---|---|---|---|")
    for name, read in (("Crossread", ours), ("pdftotext", theirs)):
        clock = time.time()
        texts = [read(pdf) for pdf in pdfs]
        clock = time.time() - clock
        scores = [score(pdf.with_suffix(".txt").read_text(), text) for pdf, text in zip(pdfs, texts)]
        found, ordered = (sum(column) / len(column) for column in zip(*scores))
        worst = min(zip(scores, pdfs), key=lambda one: one[0])
        print(f"| {name} | {found:.4f} | {ordered:.4f} | {worst[0][0]:.3f} ({worst[1].stem}) | {clock:.1f} |")


if __name__ == "__main__":
    main(sys.argv[1])
