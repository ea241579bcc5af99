#!/usr/bin/env python3
"""Counts the processor instructions of `frise merge` with Valgrind, and how they grow with the articles.

usage: merging.py FRISE [--articles N] [--at-most RATIO]

Merges N, 2N and 4N made articles (bench/merge/generate.py; N is 1,000) and prints the instructions for an event report of each step.
What 2N more articles cost over what N more did is 2 when the time is linear; exit 1 when it is above RATIO. The start cancels out.
Exit 77, which ctest shows as skipped, without Valgrind.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from instructions import TOP, profile

STEPS = {
    "read the records": ("frise::parse_record(",),
    "who is the same": ("frise::merge_entities(",),
    "sets of words, near sentences": ("frise::gather_reports(",),
    "what is the same": ("frise::cluster_reports(",),
    "copies": ("frise::find_copies(",),
    "claims": ("frise::assemble_events(", "frise::link_claims("),
    "links": ("frise::link_events(", "frise::add_variants(", "frise::add_replies("),
    "order": ("frise::order_events(",),
    "write graph.json": ("frise::write_json(",),
}


def merge(frise, articles, folder):
    """Total, steps, number of reports."""
    records, truth = folder / "records.jsonl", folder / "truth.jsonl"
    generate = [sys.executable, TOP / "bench" / "merge" / "generate.py", str(articles), records, truth]
    subprocess.run(generate, check=True)
    total, of = profile([frise, "merge", records, "-o", folder / "graph.json"], folder)
    reports = len(truth.read_text(encoding="utf8").splitlines())
    return total, {step: sum(of(name) for name in names) for step, names in STEPS.items()}, reports


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frise")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--at-most", type=float, default=0.0, help="0: any")
    args = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("skipped: no valgrind")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        runs = [merge(args.frise, times * args.articles, pathlib.Path(folder)) for times in (1, 2, 4)]
    print(f"{'reports':32}" + "".join(f"{reports:10}" for _, _, reports in runs))
    for step in STEPS:
        print(f"  {step:30}" + "".join(f"{steps[step] / reports:10.0f}" for _, steps, reports in runs))
    print(f"{'all, instructions a report':32}" + "".join(f"{total / reports:10.0f}" for total, _, reports in runs))
    totals = [total for total, _, _ in runs]
    ratio = (totals[2] - totals[1]) / (totals[1] - totals[0])
    print(f"twice as many more articles cost {ratio:.2f} times as much")
    sys.exit(1 if args.at_most and ratio > args.at_most else 0)


if __name__ == "__main__":
    main()
