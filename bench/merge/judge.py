#!/usr/bin/env python3
"""Scores a merged graph against the truth of generate.py: pairwise precision, recall and F1 of reports.

usage: judge.py GRAPH.json TRUTH.jsonl [--at-least SCORE]

Two reports are a pair when they are in one event. Exit 1 when precision or recall is below --at-least.
"""
import argparse
import collections
import json
import pathlib
import sys


def pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=pathlib.Path)
    parser.add_argument("truth", type=pathlib.Path)
    parser.add_argument("--at-least", type=float, default=0.0)
    args = parser.parse_args()
    graph = json.loads(args.graph.read_text(encoding="utf8"))
    told = {}
    for number, event in enumerate(graph["events"]):
        for claim in event["claims"]:
            told[claim["document"], claim["sentence"]["start"]] = number
    both, truth, system = collections.Counter(), collections.Counter(), collections.Counter()
    for line in args.truth.read_text(encoding="utf8").splitlines():
        document, start, event = json.loads(line)
        where = told[document, start]
        both[event, where] += 1
        truth[event] += 1
        system[where] += 1
    right = pairs(both.values())
    precision = right / max(1, pairs(system.values()))
    recall = right / max(1, pairs(truth.values()))
    print(f"reports {sum(truth.values())}, events {len(truth)}, found {len(system)}: "
          f"P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}")
    sys.exit(1 if min(precision, recall) < args.at_least else 0)


main()
