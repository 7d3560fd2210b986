"""Learns how much each rule of the ledger weighs from the labelled stories that are not kept apart.

    DUMP=1 cargo test --test score stories -- --nocapture --test-threads 1 > rows.txt
    python3 tests/score/ledger/weights.py rows.txt

For each rule: how often what it finds is what the label puts first, drawn towards what its present weight promises by as
much as PRIOR rows would, and the weight that promises that. Prints it beside the mean rank of the first labels, with the
stories cut in ten and each tenth ranked by what the others taught. The numbers are copied into the rules by hand.
"""

import collections
import math
import statistics
import sys

PRIOR = 16

Row = collections.namedtuple("Row", "rule weight first place")


def read(path):
    stories = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        if "ROW\t" not in line:
            continue
        _, story, rule, weight, _, first, place, _ = line[line.index("ROW\t"):].rstrip("\n").split("\t")
        stories[story].append(Row(rule, float(weight), first == "true", float(place)))
    return [stories[name] for name in sorted(stories)]


def promise(rows):
    """The line through the log-odds of being first, over the weight."""
    a = b = 0.0
    for _ in range(4000):
        errors = [(row.first - 1 / (1 + math.exp(-(a + b * row.weight))), row.weight) for row in rows]
        a += sum(error for error, _ in errors) / len(rows)
        b += sum(error * weight for error, weight in errors) / len(rows)
    return a, b


def learn(stories):
    rows = [row for story in stories for row in story]
    a, b = promise(rows)
    factors = {}
    for rule in {row.rule for row in rows}:
        own = [row for row in rows if row.rule == rule]
        mean = statistics.mean(row.weight for row in own)
        prior = 1 / (1 + math.exp(-(a + b * mean)))
        share = (sum(row.first for row in own) + PRIOR * prior) / (len(own) + PRIOR)
        share = min(max(share, 0.005), 0.95)
        factors[rule] = (math.log(share / (1 - share)) - a) / b / mean
    return factors


def ranks(stories, factors):
    out = []
    for story in stories:
        order = sorted(story, key=lambda row: -row.weight * factors.get(row.rule, 1))
        out += [rank for rank, row in enumerate(order, 1) if row.first]
    return out


def main():
    stories = read(sys.argv[1])
    held = []
    for part in range(10):
        taught = learn([story for at, story in enumerate(stories) if at % 10 != part])
        held += ranks(stories[part::10], taught)
    print("now      mean rank", round(statistics.mean(ranks(stories, {})), 3))
    print("held out mean rank", round(statistics.mean(held), 3), "median", statistics.median(held))
    counts = collections.Counter(row.rule for story in stories for row in story)
    for rule, factor in sorted(learn(stories).items()):
        print(f"{rule:32} x {factor:.2f}  of {counts[rule]} rows")


main()
