#!/usr/bin/env python3
"""Scores events and stances against annotated articles, without any subject pack.

usage: events.py FRISE FOLDER [--verbose] [--subject-pack]

FOLDER holds NAME.txt, its sidecar NAME.json and NAME.gold.json (see README.md here). Only salient events count, the
ones that a figure would show. Each gold event is paired with one event of its sentence, the one most like it:

  found       the trigger's words meet, or the type agrees and somebody who takes part is the same
  typed       found, and the type is the gold one or another that a reader would take
  dated       found, and one date lies within the other, or rightly there is none
  agent       found, and one of the gold agents is an agent (appointments and departures: takes part)
  patient     found, and one of the gold patients takes part otherwise
  full        found, dated, agent and patient right
  sure        found, and the factuality is right
  speaker     found, and attributed to whom it should be (of those that gold attributes)
  stance      who, towards whom, for or against; once each

Precision leaves out what matches an optional event or stance of the gold.
"""

import argparse
import datetime
import json
import pathlib
import re
import sys

from names import Tally, extract, fold, match

FIGURES = ("found", "typed", "dated", "agent", "patient", "full", "sure", "speaker", "stance")
EITHER_ROLE = {"appoint", "leave", "merge", "partner"}  # whose agent and patient a grammar may well swap


def days(value):
    """First and last day of a date as TIMEX3 or EDTF tell it, or None."""
    day = datetime.timedelta(days=1)
    value = value.rstrip("~?%")
    if "/" in value:
        ends = [days(end) for end in value.split("/")]
        return (ends[0][0], ends[1][1]) if all(ends) else None
    if found := re.match(r"(\d{4})-W(\d\d)$", value):
        start = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return start, start + 6 * day
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(Q[1-4]|H[12]|SP|SU|FA|WI))?", value)
    if not found:
        return None
    year = int(found[1])
    if found[3]:
        only = datetime.date(year, int(found[2]), int(found[3]))
        return only, only
    first, months = 1, 12
    if found[2]:
        first, months = int(found[2]), 1
    elif part := found[4]:
        season = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
        first = season.get(part) or (int(part[1]) - 1) * (3 if part[0] == "Q" else 6) + 1
        months = 6 if part[0] == "H" else 3
    end = year * 12 + first - 1 + months
    return datetime.date(year, first, 1), datetime.date(end // 12, end % 12 + 1, 1) - day


def same_date(gold, said):
    """Whether one date lies within the other; open ends such as ../2025 say nothing of their own."""
    if not gold or not said:
        return not gold and (not said or ".." in said)
    if gold == said:
        return True
    a, b = days(gold), days(said)
    return bool(a and b) and (a[0] <= b[0] and b[1] <= a[1] or b[0] <= a[0] and a[1] <= b[1])


class Reading:
    """What a record says, in the names of the gold."""

    def __init__(self, gold, record, text):
        pairs, _ = match(gold, record)
        self.called = {entity["id"]: entity["name"] for entity in record["entities"]}
        self.called.update({key: entity["name"] for entity, key in pairs if key})
        self.gold, self.text = gold, text
        self.events = [event for event in record["events"] if event.get("salient", True)]
        self.stances = list({self.stance_key(stance): stance for stance in record["stances"]}.values())

    def name(self, entity):
        return self.called.get(entity, entity)

    def roles(self, event, wanted):
        parts = event.get("participants", [])
        return {self.name(part["entity"]) for part in parts if part.get("entity") and wanted(part["role"])}

    def agents(self, event):
        return self.roles(event, lambda role: role == "agent")

    def others(self, event):
        return self.roles(event, lambda role: role != "agent")

    def stance_key(self, stance):
        sign = (stance["polarity"] > 0) - (stance["polarity"] < 0)
        return self.name(stance["holder"]), self.name(stance["target"]), sign

    def sentence(self, event):
        return self.text[event["sentence_start"] : event["sentence_end"]].decode()


def trigger_spans(event, text):
    """Where the parts of a gold trigger lie in the text."""
    at = event["sentence_start"]
    for part in event["trigger"].split(" … "):
        at = text.find(part.encode(), at)
        yield at, at + len(part.encode())


class Pair:
    """A gold event beside one of the record: what of it is right."""

    def __init__(self, reading, gold, said):
        span, sentence = said["trigger"], said["sentence"]
        agents, others = reading.agents(said), reading.others(said)
        everybody = agents | others
        kinds = [gold["type"], *gold.get("alt_types", [])]
        date = (said.get("date") or {}).get("value")
        told = [gold["date"], *gold.get("alt_dates", [])]
        swap = gold["type"] in EITHER_ROLE
        attribution = said.get("attribution") or {}
        cue = set(fold(attribution.get("cue") or "").split())
        here = sentence["start"] < gold["sentence_end"] and gold["sentence_start"] < sentence["end"]
        self.meets = here and (
            any(start < span["end"] and span["start"] < end for start, end in trigger_spans(gold, reading.text))
            or bool(cue & {word for word in fold(gold["trigger"]).split() if len(word) > 3})
        )
        self.typed = said["type"] in kinds
        asked = {*gold["agent"], *gold["patient"], *gold.get("agent_open", []), *gold.get("patient_open", [])}
        self.found = here and (self.meets or self.typed and bool(everybody & asked))
        self.dated = any(same_date(right, date) for right in told) or gold.get("date_open", False) and not date
        self.agent = not gold["agent"] or bool((everybody if swap else agents) & set(gold["agent"]))
        self.patient = not gold["patient"] or bool((everybody if swap else others) & set(gold["patient"]))
        self.full = self.dated and self.agent and self.patient
        self.sure = said.get("factuality") in [gold.get("factuality"), *gold.get("alt_factuality", [])]
        self.speaker = reading.name(attribution.get("speaker")) == gold.get("attributed_to")
        self.likeness = (self.found, self.meets, self.typed, self.agent + self.patient + self.dated)


def pair_up(reading, golds, said):
    """Pairs gold events with the record's, the likest first, each used once."""
    pairs = [(Pair(reading, gold, event), g, s) for g, gold in enumerate(golds) for s, event in enumerate(said)]
    pairs = [entry for entry in pairs if entry[0].found]
    pairs.sort(key=lambda entry: ([-int(x) for x in entry[0].likeness], entry[1], entry[2]))
    taken, used = {}, set()
    for pair, g, s in pairs:
        if g not in taken and s not in used:
            taken[g] = (pair, said[s])
            used.add(s)
    return taken, [event for s, event in enumerate(said) if s not in used]


def shown(reading, event):
    """One event of the record as a line."""
    date = (event.get("date") or {}).get("value") or "no date"
    agents = ", ".join(sorted(reading.agents(event))) or "-"
    others = ", ".join(sorted(reading.others(event))) or "-"
    return f"{event['type']} \"{event['trigger']['text']}\" {date} {agents} > {others} ({event.get('factuality')})"


def score_events(reading, tallies, types, say):
    golds = reading.gold["events"]
    taken, rest = pair_up(reading, golds, reading.events)
    _, extras = pair_up(reading, reading.gold.get("optional_events", []), rest)
    for figure in FIGURES[:7]:
        tally = tallies[figure]
        tally.gold += len(golds)
        tally.system += len(taken) + len(extras)
        tally.right += sum(getattr(pair, figure) for pair, _ in taken.values())
    attributed = {g for g, gold in enumerate(golds) if gold.get("attributed_to")}
    tallies["speaker"].gold += len(attributed)
    tallies["speaker"].system += sum(bool((said.get("attribution") or {}).get("speaker")) for _, said in taken.values())
    tallies["speaker"].right += sum(taken[g][0].speaker for g in attributed & taken.keys())
    for event in extras:
        types.setdefault(event["type"], Tally()).system += 1
    for g, (pair, event) in taken.items():
        types.setdefault(golds[g]["type"] if pair.typed else event["type"], Tally()).system += 1
    for g, gold in enumerate(golds):
        row = types.setdefault(gold["type"], Tally())
        row.gold += 1
        if g not in taken:
            say("missed", f"{gold['type']} \"{gold['trigger']}\" {gold['summary']}", reading.sentence(gold))
            continue
        pair, event = taken[g]
        row.right += pair.typed
        wrong = [figure for figure in ("typed", "dated", "agent", "patient", "sure") if not getattr(pair, figure)]
        if wrong:
            wanted = f"{gold['type']} {gold['date']} {gold['agent']} > {gold['patient']} ({gold.get('factuality')})"
            say("not " + ", ".join(wrong), f"{shown(reading, event)}; gold {wanted}", reading.sentence(gold))
    for event in extras:
        say("extra", shown(reading, event), event["sentence"].get("text", ""))


def stance_agrees(gold, key):
    holders = [gold["holder"], *gold.get("alt_holders", [])]
    targets = [gold["target"], *gold.get("alt_targets", [])]
    return key[0] in holders and key[1] in targets, gold["polarity"] == key[2]


def score_stances(reading, tally, say):
    """Adds to the tally and returns how many are the wrong way round."""
    golds = {(gold["holder"], gold["target"], gold["polarity"]): gold for gold in reading.gold["stances"]}.values()
    optional = reading.gold.get("optional_stances", [])
    keys = [reading.stance_key(stance) for stance in reading.stances]
    used, turned = set(), 0
    tally.gold += len(golds)
    for gold in golds:
        hit = next((k for k, key in enumerate(keys) if k not in used and all(stance_agrees(gold, key))), None)
        if hit is None:
            say("stance missed", f"{gold['holder']} > {gold['target']} {gold['polarity']:+}", gold["evidence"])
        else:
            used.add(hit)
            tally.right += 1
            tally.system += 1
    for k, key in enumerate(keys):
        if k in used or any(all(stance_agrees(gold, key)) for gold in [*golds, *optional]):
            continue
        sides = [stance_agrees(gold, key) for gold in [*golds, *optional]]
        turn = any(named and not polarity for named, polarity in sides)
        turned += turn
        tally.system += 1
        evidence = reading.stances[k]["evidence"].get("text", "")
        say("stance turned round" if turn else "stance extra", f"{key[0]} > {key[1]} {key[2]:+}", evidence)
    return turned


def read(frise, folder, options):
    """The articles of a folder with their gold: stem and what the record says."""
    folder = pathlib.Path(folder)
    records = extract(frise, folder, options)
    for path in sorted(folder.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text(encoding="utf8"))
        yield stem, Reading(gold, records[stem], (folder / f"{stem}.txt").read_bytes())


def measure(frise, folder, options=("--no-subject-pack",), verbose=False):
    """Tallies by figure, tallies by type (right: found and typed), and the number of stances turned round."""
    tallies, types, turned = {figure: Tally() for figure in FIGURES}, {}, 0
    for stem, reading in read(frise, folder, list(options)):

        def say(what, line, sentence, stem=stem):
            if verbose:
                print(f"  {stem}: {what}: {line}\n      {sentence}")

        score_events(reading, tallies, types, say)
        turned += score_stances(reading, tallies["stance"], say)
    return tallies, types, turned


def show(tallies):
    for name, tally in tallies.items():
        p, r, f1 = tally.figures()
        print(f"{name:10} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}   {tally.right}/{tally.gold}/{tally.system}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frise")
    parser.add_argument("folder")
    parser.add_argument("--verbose", action="store_true", help="list every miss and every extra with its sentence")
    parser.add_argument("--subject-pack", action="store_true", help="with the subject packs")
    args = parser.parse_args()
    options = [] if args.subject_pack else ["--no-subject-pack"]
    tallies, types, turned = measure(args.frise, args.folder, options, args.verbose)
    show(tallies)
    print(f"stances the wrong way round: {turned}\n\nby type, found and typed:")
    show(dict(sorted(types.items(), key=lambda row: (-row[1].gold, row[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
