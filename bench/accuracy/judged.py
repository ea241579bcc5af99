#!/usr/bin/env python3
"""Lists every event and stance that would be drawn for a folder of articles, to be read one by one and judged.

usage: judged.py FRISE FOLDER [VERDICTS.tsv] [--add] [--all]

Prints each that VERDICTS.tsv does not judge yet (--all: every one), with sentence, roles, date and label, then the
share right of those judged. --add appends the unjudged to the file with an empty verdict, to be filled in:

  KEY <tab> right|wrong <tab> note

The key tells what was said: article, kind, byte of the trigger or evidence, type, who to whom, date, factuality. A
verdict therefore holds as long as the program says the same, and no longer; verdicts on what it no longer says stay
in the file, for the day it says so again. Right means: a careful reader would draw this mark, with this date, these
roles, this certainty and this label, from this sentence.
"""

import argparse
import pathlib
import sys

from events import read

OPTIONS = ["--no-subject-pack"]


class Mark:
    """An event or stance of a record, as it is shown."""

    def __init__(self, stem, kind, at, what, who, whom, date, certainty, label, sentence):
        parts = [stem, kind, str(at), what, ",".join(who), ",".join(whom), date, certainty]
        self.key = "|".join(part or "-" for part in parts)
        roles = f"{', '.join(who) or '-'} > {', '.join(whom) or '-'}"
        self.shown = f"{what}  {roles}  {date or 'no date'}  ({certainty or '-'})"
        self.label, self.sentence = label, sentence


def marks(stem, reading):
    for event in reading.events:
        span, trigger = event["sentence"], event["trigger"]
        sentence = " ".join(reading.text[span["start"] : span["end"]].decode().split())
        date = (event.get("date") or {}).get("value")
        speaker = (event.get("attribution") or {}).get("speaker")
        certainty = event.get("factuality", "") + (f", says {reading.name(speaker)}" if speaker else "")
        who, whom = sorted(reading.agents(event)), sorted(reading.others(event))
        what = f"{event['type']} \"{trigger['text']}\""
        label = event.get("summary", "")
        yield Mark(stem, "event", trigger["start"], what, who, whom, date, certainty, label, sentence)
    for stance in reading.stances:
        holder, target, sign = reading.stance_key(stance)
        evidence = stance["evidence"]
        quoted = " ".join(reading.text[evidence["start"] : evidence["end"]].decode().split())
        date = (stance.get("date") or {}).get("value")
        what = f"stance {sign:+}"
        yield Mark(stem, "stance", evidence["start"], what, [holder], [target], date, stance["basis"], "", quoted)


def verdicts(path):
    if not path or not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if line)
    return {row[0]: row[1] for row in rows if row[1] in ("right", "wrong")}


def judge(frise, folder, path):
    """Every mark that is drawn, and the verdicts on them by key."""
    drawn = [mark for stem, reading in read(frise, folder, OPTIONS) for mark in marks(stem, reading)]
    return drawn, verdicts(path)


def share_right(drawn, said):
    """Marks right, judged and drawn."""
    judged = [said[mark.key] for mark in drawn if mark.key in said]
    return judged.count("right"), len(judged), len(drawn)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frise")
    parser.add_argument("folder")
    parser.add_argument("verdicts", nargs="?", type=pathlib.Path)
    parser.add_argument("--add", action="store_true", help="append what is not judged yet, without a verdict")
    parser.add_argument("--all", action="store_true", help="list what is judged, too")
    args = parser.parse_args()
    if args.add and not args.verdicts:
        parser.error("--add needs a file of verdicts")
    drawn, said = judge(args.frise, args.folder, args.verdicts)
    for mark in drawn:
        if args.all or mark.key not in said:
            verdict = said.get(mark.key, "not judged")
            print(f"{mark.key}  [{verdict}]\n  {mark.shown}\n  label: {mark.label}\n  {mark.sentence}\n")
    if args.add:
        known = set()
        if args.verdicts.exists():
            known = {line.split("\t")[0] for line in args.verdicts.read_text(encoding="utf8").splitlines()}
        with args.verdicts.open("a", encoding="utf8") as file:
            file.writelines(f"{mark.key}\t\t\n" for mark in drawn if mark.key not in known)
    right, judged, count = share_right(drawn, said)
    share = f": {right / judged:.3f}" if judged else ""
    print(f"{right} right of {judged} judged, {count} drawn{share}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
