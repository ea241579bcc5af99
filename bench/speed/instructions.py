#!/usr/bin/env python3
"""Counts the processor instructions of `frise extract` with Valgrind: they are the same on a busy machine.

usage: instructions.py FRISE [ARTICLES.jsonl]

Prints those of a run on one small article, by what the start is spent on; then those of each stage for a byte of
text, over the example articles (ten copies of each, French and English) or over the file that is named.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
COPIES = 10

START = {
    "language, compiled": "frise::Language::load(",
    "  times": "frise::TemporalRules::compile(",
    "  names": "frise::EntityRules::compile(",
    "  events": "frise::EventRules::compile(",
    "  lexicon": "frise::Lexicon::open(",
    "subject packs": "frise::SubjectPack::load(",
}
STAGES = {
    "read": ("LineReader::read(",),
    "segment": ("frise::segment(",),
    "tag": ("frise::tag_words(",),
    "temporal": ("frise::TimeScan::TimeScan(", "frise::annotate_times("),
    "published": ("frise::find_published(",),
    "entity": ("frise::annotate_entities(",),
    "event": ("frise::annotate_events(",),
    "record": ("frise::make_record(", "frise::to_json"),
}


def profile(command, folder):
    """Total, and a look-up of a function's instructions, callees included."""
    out = pathlib.Path(folder) / "profile"
    subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    told = subprocess.run(
        ["callgrind_annotate", "--inclusive=yes", "--threshold=100", out], capture_output=True, text=True, check=True
    ).stdout
    total = 0
    counts = []
    for line in told.splitlines():
        found = re.match(r"\s*([\d,]+) \([^)]*\)\s+(.*)", line)
        if not found:
            continue
        count = int(found[1].replace(",", ""))
        if found[2].startswith("PROGRAM TOTALS"):
            total = count
        counts.append((count, found[2]))

    def of(name):
        return max((count for count, function in counts if re.search(r"[:?]" + re.escape(name), function)), default=0)

    return total, of


def start(frise, folder):
    article = sorted((TOP / "examples").glob("*/*.txt"))[-1]
    total, of = profile([frise, "extract", str(article)], folder)
    print(f"one article of {article.stat().st_size} bytes {total / 1e6:8.1f} M instructions")
    for what, name in START.items():
        print(f"  {what:24} {of(name) / 1e6:8.1f} M")


def stages(frise, folder, corpus):
    size = sum(len(json.loads(line)["text"].encode()) for line in corpus.read_text(encoding="utf8").splitlines())
    total, of = profile([frise, "extract", "--jobs", "1", str(corpus)], folder)
    rest = total - of("frise::Language::load(") - of("frise::Annotator::load(")
    print(f"{size} bytes of text           {rest / size:8.0f} instructions a byte, without the start")
    for stage, names in STAGES.items():
        print(f"  {stage:24} {sum(of(name) for name in names) / size:8.0f}")


def examples(folder):
    corpus = pathlib.Path(folder) / "examples.jsonl"
    with corpus.open("w", encoding="utf8") as out:
        for copy in range(COPIES):
            for path in sorted((TOP / "examples").glob("*/*.txt")):
                sidecar = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
                text = path.read_text(encoding="utf8") + f"\nNo. {copy}\n"
                line = {"id": f"{path.stem}-{copy}", "text": text} | sidecar
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return corpus


def main(frise, corpus=None):
    if shutil.which("valgrind") is None:
        print("skipped: no valgrind")
        return
    with tempfile.TemporaryDirectory() as folder:
        start(frise, folder)
        stages(frise, folder, pathlib.Path(corpus) if corpus else examples(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
