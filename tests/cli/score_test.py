#!/usr/bin/env python3
"""Scores the built program on the annotated texts beside the project and fails below the floors.

usage: score_test.py FRISE SHARED articles|times

`articles` scores whole records on annotated articles, `times` the time expressions on sets of their own. Exit 77,
which ctest shows as skipped, where the texts are not there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

# Folder of articles: figure, measure, the least that is let through.
ARTICLES = {
    "seeds": [
        ("timex.value", "f1", 0.95),
        ("published", "r", 0.80),
        ("entity", "f1", 0.75),
        ("event.found", "r", 0.90),
        ("event.found", "p", 0.35),
        ("event.typed", "r", 0.75),
        ("event.dated.coarse", "r", 0.75),
        ("event.full", "r", 0.65),
        ("stance", "r", 0.60),
        ("stance", "p", 0.25),
    ],
    "articles-fr": [
        ("timex.value", "f1", 0.88),
        ("event.found", "r", 0.75),
        ("event.typed", "r", 0.60),
        ("event.dated.coarse", "r", 0.55),
        ("event.full", "r", 0.45),
        ("stance", "r", 0.45),
    ],
}

# Set: kind of text, then the floors in per cent: F1 of spans, of overlaps, of values; point recall.
TIMES = {
    "ftib-dev.fr": ("news", {"strict": 90, "relaxed": 94, "rel+value": 82}),
    "wikiwars-dev.en": ("narrative", {"strict": 88, "relaxed": 94, "rel+value": 85}),
    "tweets-test.en": ("news", {"strict": 82, "relaxed": 91, "rel+value": 70}),
    "chrono.fr": ("dialogue", {"relaxed": 95, "point_recall": 70}),
    "duckling-dev.fr": ("dialogue", {"relaxed": 92, "point_recall": 60}),
    "recognizers-model-dev.fr": ("dialogue", {"relaxed": 92, "point_recall": 58}),
}


def scores(frise, options, inputs, scorer, gold):
    """What the scorer prints of what `frise extract` says."""
    with tempfile.TemporaryDirectory() as folder:
        records = str(pathlib.Path(folder) / "records.jsonl")
        subprocess.run([frise, "extract", "-q", *options, *inputs, "-o", records], check=True)
        scored = subprocess.run(
            [sys.executable, str(scorer), str(gold), records, "--json"], check=True, capture_output=True, text=True
        )
    return json.loads(scored.stdout)


class Floors:
    def __init__(self):
        self.failed = False

    def hold(self, where, figure, value, floor):
        low = value < floor
        self.failed = self.failed or low
        print(f"{where:25} {figure:15} {value:7.3f}  floor {floor:.2f}{'  TOO LOW' if low else ''}")


def score_articles(frise, shared, floors):
    for name, rows in ARTICLES.items():
        folder = shared / name
        articles = [str(path) for path in sorted(folder.glob("*.txt"))]
        result = scores(frise, [], articles, shared / "score" / "score.py", folder)
        floors.failed = floors.failed or result["missing"] != 0
        for figure, measure, floor in rows:
            floors.hold(name, f"{figure} {measure}", result["scores"][figure][measure], floor)


def score_times(frise, shared, floors):
    for name, (kind, rows) in TIMES.items():
        texts = shared / "temporal" / f"{name}.jsonl"
        result = scores(frise, ["--kind", kind], [str(texts)], shared / "score" / "temporal.py", texts)
        for figure, floor in rows.items():
            value = result[figure]
            floors.hold(name, figure, value[2] if isinstance(value, list) else value, floor)


def main(frise, shared, what):
    shared = pathlib.Path(shared)
    if not all((shared / part).is_dir() for part in ("score", "temporal", *ARTICLES)):
        print(f"skipped: no annotated texts in {shared}")
        return 77
    floors = Floors()
    {"articles": score_articles, "times": score_times}[what](frise, shared, floors)
    return 1 if floors.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
