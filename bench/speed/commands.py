#!/usr/bin/env python3
"""Times `frise extract` and `frise build` on copies of the example articles.

usage: speed.py FRISE

Prints the best of three runs: start-up, then the corpus once, ten and a hundred times over, with text a second
and peak memory. The ratio of the last two lines says whether time grows with the text and no faster.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
RUNS = 3


def lines_of(copies):
    """The example articles as JSON Lines; a number in each text keeps copies apart."""
    out = []
    for copy in range(copies):
        for path in sorted((TOP / "examples").glob("*/*.txt")):
            sidecar = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
            text = path.read_text(encoding="utf8") + f"\nNo. {copy}\n"
            out.append({"id": f"{path.stem}-{copy}", "text": text} | sidecar)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in out)


def measure(command):
    best, memory = float("inf"), 0
    for _ in range(RUNS):
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 3):
            sys.exit(f"{' '.join(command)} ended with {child.returncode}")
        best = min(best, time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss)
    return best, memory / 1024


def main(frise):
    seconds, _ = measure([frise, "--version"])
    print(f"start-up                {seconds * 1000:8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for command, options in (("extract", ["--jobs", "1"]), ("build", ["-q", "-o", f"{folder}/out"])):
            for copies in (1, 10, 100):
                corpus = pathlib.Path(folder) / f"{copies}.jsonl"
                corpus.write_text(lines_of(copies), encoding="utf8")
                seconds, memory = measure([frise, command, str(corpus), *options])
                size = corpus.stat().st_size / 1e6
                print(
                    f"{command:8} {16 * copies:6} articles {seconds * 1000:8.1f} ms"
                    f" {size / seconds:7.2f} MB/s {memory:7.0f} MB"
                )


if __name__ == "__main__":
    main(*sys.argv[1:])
