"""Saved pages beside trafilatura, readability-lxml and Mozilla's Readability, in one run: text, title, author, date.

    python -m venv target/peers && target/peers/bin/pip install trafilatura readability-lxml
    npm install --prefix target/peers @mozilla/readability linkedom
    cargo build --release
    target/peers/bin/python tests/bench/pages/run.py ../shared/data/extract target/peers

Prints the table of the README over the pages of the sites that training held back, counted as `tests/score/pages.rs`
does: mean F1 over bags of words, exact title, F1 over author names, same day. Pages a second are CPU time of one run
in one process. Crossread's speed is that of a whole report: names, times, quotes and sentences of each page too
(`cargo bench --bench pages` has reading alone). What a peer does not give is a dash.
"""

import base64
import collections
import gzip
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

SETS = ("extract_wcxb_articles_dev.jsonl", "extract_trafilatura_eval.jsonl")
BODY = {"paragraph", "list", "quote", "subhead", "dateline", "note"}
MASK = (1 << 64) - 1
SPREAD, STIR = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9


def finish(x):
    x = ((x ^ (x >> 32)) * SPREAD) & MASK
    return x ^ (x >> 28)


def site(url):
    """As `src/xtask/src/train/pages/deal.rs` has it."""
    host = re.split("[/:?]", url.split("://", 1)[-1], maxsplit=1)[0]
    labels = host.split(".")
    short = len(labels) > 1 and labels[-2] in ("co", "com", "org", "ac", "gov", "net", "edu") and len(labels[-1]) == 2
    return ".".join(labels[-(3 if short else 2):])


def held_back(url):
    state = SPREAD
    for byte in site(url).encode():
        state = ((state ^ byte) * STIR) & MASK
        state = ((state << 23) | (state >> 41)) & MASK
    return finish(finish(state)) % 5 == 0


def words(text):
    return [word.lower() for word in re.findall(r"\w+", text or "")]


def fold(text):
    for marks, plain in (("’‘", "'"), ("“”", '"'), ("–—", "-")):
        for mark in marks:
            text = text.replace(mark, plain)
    return " ".join(text.split()).lower()


def people(text):
    names = re.sub(r" and | & |[;|]", ",", text).split(",")
    return {fold(name) for name in names if name.strip()}


def f1(ours, gold):
    hits = sum((collections.Counter(ours) & collections.Counter(gold)).values())
    return 2 * hits / (len(ours) + len(gold)) if hits else 0.0


def crossread(pages):
    lines = "".join(json.dumps({"file": "page.html", "format": "html", "base64": base64.b64encode(page).decode()}) + "\n" for page in pages)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(["target/release/crossread", "each", "--json"], input=lines.encode(), capture_output=True)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    found = []
    for line in filter(None, done.stdout.decode().split("\n")):
        article = (json.loads(line)["articles"] or [None])[0]
        if article is None:
            found.append(None)
            continue
        text = "\n".join(article["text"][b["start"]:b["end"]] for b in article["blocks"] if b["kind"] in BODY)
        day = (article["published"] or {}).get("value")
        found.append({"text": text, "title": article["title"], "author": set(map(fold, article["authors"])), "date": day})
    return found, seconds


def timed(work, pages):
    start = time.process_time()
    found = [work(page) for page in pages]
    return found, time.process_time() - start


def trafilatura(page):
    import trafilatura as peer
    found = peer.bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None:
        return None
    return {"text": found.text, "title": found.title, "author": people(found.author or ""), "date": found.date}


def readability_lxml(page):
    import lxml.html
    import readability
    try:
        document = readability.Document(page.decode("utf-8", "replace"))
        text = lxml.html.fromstring(document.summary()).text_content()
        return {"text": text, "title": document.short_title(), "author": None, "date": None}
    except Exception:
        return None


def mozilla(pages, peers):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{at}.html") for at in range(len(pages))]
        for path, page in zip(paths, pages):
            path.write_bytes(page)
        script = pathlib.Path(__file__).with_name("readability.mjs")
        done = subprocess.run(["node", str(script), str(pathlib.Path(peers).resolve())], input="\n".join(map(str, paths)).encode(), capture_output=True, check=True)
    *lines, seconds = done.stdout.decode().strip().split("\n")
    found = [json.loads(line) for line in lines]
    for one in filter(None, found):
        one["author"] = people(one["author"] or "")
    return found, float(seconds)


def scored(name, found, seconds, gold):
    text, title, date, names = [], [], [], [0, 0]
    for one, row in zip(found, gold, strict=True):
        one = one or {"text": "", "title": "", "author": set(), "date": ""}
        if row.get("body"):
            text.append(f1(words(one["text"]), words(row["body"])))
        if row.get("title"):
            title.append(fold(one["title"] or "") == fold(row["title"]))
        if isinstance(row.get("author"), str) and row["author"] and one["author"] is not None:
            wanted = people(row["author"])
            names[0] += 2 * len(wanted & one["author"])
            names[1] += len(wanted) + len(one["author"])
        if row.get("date"):  # no answer is a wrong one, as in the score
            date.append((one["date"] or "")[:10] == row["date"][:10])
    mean = lambda all: f"{sum(all) / len(all):.3f}".lstrip("0") if all else "–"
    author = f"{names[0] / names[1]:.3f}".lstrip("0") if names[0] else "–"
    gives = any(one and one["date"] for one in found)
    print(f"| {name} | {mean(text)} | {mean(title)} | {author} | {mean(date) if gives else '–'} | {len(found) / seconds:.0f} |", flush=True)


def main(folder, peers):
    folder = pathlib.Path(folder)
    rows = [json.loads(line) for name in SETS for line in (folder / name).read_text().split("\n") if line]
    gold = [row for row in rows if held_back(row["url"])]
    pages = [gzip.decompress((folder / row["html"]).read_bytes()) for row in gold]
    print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.0f} MB\n")
    print("| | text F1 | exact title | author F1 | date | pages a second |\n|---|---|---|---|---|---|")
    scored("Crossread", *crossread(pages), gold)
    scored("trafilatura", *timed(trafilatura, pages), gold)
    scored("Mozilla Readability, linkedom", *mozilla(pages, peers), gold)
    scored("readability-lxml", *timed(readability_lxml, pages), gold)


if __name__ == "__main__":
    main(*sys.argv[1:])
