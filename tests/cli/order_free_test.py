#!/usr/bin/env python3
"""Any order and any division of the inputs gives the same graph; and merging generated articles finds the known events.

usage: order_free_test.py FRISE EXAMPLES BENCH_MERGE
"""

import pathlib
import random
import subprocess
import sys
import tempfile

ROUNDS = 6


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout


def divided(rng, items):
    """The items in a random order, in one to five parts, none empty."""
    items = list(items)
    rng.shuffle(items)
    cuts = sorted(rng.sample(range(1, len(items)), rng.randrange(0, min(5, len(items)))))
    return [items[a:b] for a, b in zip([0, *cuts], [*cuts, len(items)])]


def merge_parts(frise, folder, parts):
    paths = []
    for number, part in enumerate(parts):
        path = folder / f"part{number}.jsonl"
        path.write_bytes(b"".join(part))
        paths.append(path)
    return run(frise, "merge", *paths)


def main():
    frise, examples, bench = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    rng = random.Random(20)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for corpus in sorted(path for path in examples.iterdir() if path.is_dir()):
            articles = sorted(corpus.glob("*.txt"))
            if not articles:
                continue
            whole = merge_parts(frise, folder, [[run(frise, "extract", *articles)]])
            for _ in range(ROUNDS):
                parts = [[run(frise, "extract", *part)] for part in divided(rng, articles)]
                if merge_parts(frise, folder, parts) != whole:
                    sys.exit(f"{corpus.name}: another division of the articles gives another graph")
        records, truth, graph = folder / "records.jsonl", folder / "truth.jsonl", folder / "graph.json"
        run(sys.executable, bench / "generate.py", 2000, records, truth)
        run(frise, "merge", records, "-o", graph)
        lines = records.read_bytes().splitlines(keepends=True)
        for _ in range(ROUNDS):
            if merge_parts(frise, folder, divided(rng, lines)) != graph.read_bytes():
                sys.exit("generated records: another division gives another graph")
        print(run(sys.executable, bench / "judge.py", graph, truth, "--at-least", "0.95").decode(), end="")


main()
