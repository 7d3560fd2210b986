"""Learns how much each rule of the ledger weighs from the labelled stories that are not kept apart.

    DUMP=1 cargo test --test score ledger::cases -- --nocapture --test-threads 1 > rows.txt
    python3 tests/score/ledger/weights.py rows.txt

A finding's weight is the odds of its rule times those of its place, as `rank.rs` has them. For each rule: by how much its
odds are to be multiplied so that what it finds is put first as often as the labels do, drawn towards no change by PRIOR.
Prints that beside where the first labels stand, now and with the stories cut in ten and each tenth ranked by what the
others taught. Stories with many findings are printed apart. The numbers are carried into the rules by hand.
"""

import collections
import math
import statistics
import sys

PRIOR = 3
# Findings of a story from which on it is long.
LONG = 20

Row = collections.namedtuple("Row", "rule odds first")


def read(path):
    stories = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        if "ROW\t" not in line:
            continue
        _, story, rule, weight, _, first, *_ = line[line.index("ROW\t"):].rstrip("\n").split("\t")
        weight = min(max(float(weight), 1e-4), 1 - 1e-4)
        stories[story].append(Row(rule, math.log(weight / (1 - weight)), first == "true"))
    return [stories[name] for name in sorted(stories)]


def chance(x):
    return 1 / (1 + math.exp(-x))


def promise(rows):
    """The line through the log-odds of being first, over those of the weight."""
    a = b = 0.0
    for _ in range(3000):
        errors = [(row.first - chance(a + b * row.odds), row.odds) for row in rows]
        a += sum(error for error, _ in errors) / len(rows)
        b += 0.2 * sum(error * odds for error, odds in errors) / len(rows)
    return a, b


def learn(stories):
    rows = [row for story in stories for row in story]
    a, b = promise(rows)
    shifts = {}
    for rule in {row.rule for row in rows}:
        own = [row for row in rows if row.rule == rule]
        shift = 0.0
        for _ in range(50):
            chances = [chance(a + b * row.odds + shift) for row in own]
            slope = sum(row.first for row in own) - sum(chances) - PRIOR * shift
            shift += slope / (sum(p * (1 - p) for p in chances) + PRIOR)
        shifts[rule] = shift / b
    return shifts


def ranks(stories, shifts):
    out = []
    for story in stories:
        order = sorted(story, key=lambda row: -(row.odds + shifts.get(row.rule, 0)))
        out += [(len(story) >= LONG, rank) for rank, row in enumerate(order, 1) if row.first]
    return out


def tell(name, found):
    for long in (False, True):
        own = [rank for is_long, rank in found if is_long == long]
        near = sum(rank <= 8 for rank in own) / max(len(own), 1)
        print(f"{name:9} {'long' if long else 'short':5} {len(own)} labels, median {statistics.median(own)}, "
              f"mean {statistics.mean(own):.2f}, among the first eight {near:.3f}")


def main():
    stories = read(sys.argv[1])
    held = []
    for part in range(10):
        taught = learn([story for at, story in enumerate(stories) if at % 10 != part])
        held += ranks(stories[part::10], taught)
    tell("now", ranks(stories, {}))
    tell("held out", held)
    counts = collections.Counter(row.rule for story in stories for row in story)
    for rule, shift in sorted(learn(stories).items()):
        print(f"{rule:32} odds x {math.exp(shift):.2f}  of {counts[rule]} rows")


main()
