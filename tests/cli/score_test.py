#!/usr/bin/env python3
"""Scores the built program on the annotated articles beside the project and fails below the floors.

usage: score_test.py FRISE SHARED

Exit 77, which ctest shows as skipped, where the articles are not there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

FLOORS = {  # figure, measure: the least that is let through
    ("timex.value", "f1"): 0.75,
    ("entity", "f1"): 0.75,
    ("event.found", "r"): 0.65,
    ("event.full", "r"): 0.40,
}


def main(frise, shared):
    shared = pathlib.Path(shared)
    seeds, scorer = shared / "seeds", shared / "score" / "score.py"
    if not seeds.is_dir() or not scorer.is_file():
        print(f"skipped: no annotated articles in {shared}")
        return 77
    articles = [str(path) for path in sorted(seeds.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder) / "records.jsonl"
        subprocess.run([frise, "extract", *articles, "-o", str(records)], check=True)
        scored = subprocess.run(
            [sys.executable, str(scorer), str(seeds), str(records), "--json"],
            check=True,
            capture_output=True,
            text=True,
        )
    result = json.loads(scored.stdout)
    failed = result["missing"] != 0
    for (figure, measure), floor in FLOORS.items():
        value = result["scores"][figure][measure]
        low = value < floor
        failed = failed or low
        print(f"{figure:12} {measure:2} {value:.3f}  floor {floor:.2f}{'  TOO LOW' if low else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
