#!/usr/bin/env python3
"""Scores EVENTs and their factuality against TimeML files such as those of the French TimeBank.

usage: timebank_events.py FRISE FOLDER [--verbose]

FOLDER holds annotated NAME.tml. Their bare text, dated as they are, goes through `frise extract --format timeml`. TimeBank
marks one word an event: verbs, nouns that stand for events, adjectives and modals; what the program marks meets it
where that word is among its words, the last first. Precision, recall and F1 of:

  events      EVENT elements over verbs and nouns; then by part of speech (recall by the gold's, precision by the
              program's where it tells one)
  class       events that are met and have the gold's class
  modality    events in the scope of a modal: the attribute `modality`
  negative    events with polarity NEG
  modal       SLINKs MODAL from one event to another; evidential: EVIDENTIAL and NEG_EVIDENTIAL

Beside each stands a floor: the F1 of saying yes for everything (every word an event, every event negative, and
so on), and the accuracy of always saying what is most frequent, which the program's accuracy must beat.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from names import Tally

LINKS = {"modal": {"MODAL"}, "evidential": {"EVIDENTIAL", "NEG_EVIDENTIAL"}}
POS = ("VERB", "NOUN", "ADJECTIVE")


class Event:
    def __init__(self, start, end, text, attributes):
        self.start, self.end, self.text = start, end, text
        self.kind = attributes.get("class")
        self.pos = attributes.get("pos", "OTHER")
        self.modal = "modality" in attributes
        self.negative = attributes.get("polarity") == "NEG"


class TimeMl:
    """The text, the EVENTs by instance id, and the SLINKs of one file."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        inside = root.find("TEXT")
        self.text = "".join(inside.itertext())
        created = root.find("DCT/TIMEX3")
        self.created = created.get("value") if created is not None else None
        instances = collections.defaultdict(list)
        for instance in root.iter("MAKEINSTANCE"):
            instances[instance.get("eventID")].append(instance.attrib)
        self.events, at = {}, len(inside.text or "")
        for element in inside:
            said = "".join(element.itertext())
            if element.tag == "EVENT" and said:  # some files have empty ones
                for instance in instances.get(element.get("eid")) or [{}]:
                    attributes = {**element.attrib, **instance}
                    self.events[attributes["eiid"]] = Event(at, at + len(said), said, attributes)
            at += len(said) + len(element.tail or "")
        self.links = [link.attrib for link in root.iter("SLINK")]

    def linked(self, kinds):
        """Pairs of instance ids, the one that says and what it says."""
        return {
            (link["eventInstanceID"], link["subordinatedEventInstance"])
            for link in self.links
            if link["relType"] in kinds
            and link.get("eventInstanceID") in self.events
            and link.get("subordinatedEventInstance") in self.events
        }


def extract(frise, golds):
    """What the program writes of the bare texts, by stem."""
    with tempfile.TemporaryDirectory() as folder:
        inputs, out = pathlib.Path(folder) / "in", pathlib.Path(folder) / "out"
        inputs.mkdir()
        for stem, gold in golds.items():
            (inputs / f"{stem}.txt").write_text(gold.text, encoding="utf8")
            sidecar = json.dumps({"published": gold.created, "lang": "fr"})
            (inputs / f"{stem}.json").write_text(sidecar, encoding="utf8")
        options = ["-q", "--no-subject-pack", "--format", "timeml", "-o", str(out)]
        subprocess.run([frise, "extract", *options, str(inputs)], check=True)
        return {path.name.split(".")[0]: TimeMl(path) for path in sorted(out.iterdir())}


def meet(gold, said):
    """Pairs gold events with the program's, by id: the last word of what it marked first, each used once."""
    by_start = sorted(said.items(), key=lambda item: item[1].start)
    pairs, used = {}, set()
    for last_only in (True, False):
        for key, event in gold.items():
            for other, mark in by_start:
                if key in pairs or other in used or event.start >= mark.end or mark.start >= event.end:
                    continue
                if not last_only or event.end >= mark.end:
                    pairs[key] = other
                    used.add(other)
    return pairs


class Scores:
    def __init__(self):
        self.tally = collections.defaultdict(Tally)
        self.asked = collections.Counter()  # cases of each yes-or-no question
        self.agreed = collections.Counter()

    def add(self, figure, gold, said, right):
        tally = self.tally[figure]
        tally.gold += gold
        tally.system += said
        tally.right += right

    def ask(self, figure, cases):
        """Counts yes-or-no answers: pairs of what gold says and what the program says."""
        for gold, said in cases:
            self.add(figure, gold, said, gold and said)
            self.asked[figure] += 1
            self.agreed[figure] += gold == said

    def show(self, figure):
        tally, asked = self.tally[figure], self.asked[figure]
        p, r, f1 = (100 * value for value in tally.figures())
        line = f"{figure:20} P {p:5.1f}  R {r:5.1f}  F1 {f1:5.1f}   {tally.right}/{tally.gold}/{tally.system}"
        if asked:
            yes = 100 * tally.gold / asked
            line += f"   accuracy {100 * self.agreed[figure] / asked:5.1f}"
            line += f"   floors: F1 {200 * yes / (100 + yes):4.1f}, accuracy {max(yes, 100 - yes):4.1f}"
        print(line)


def score_events(scores, gold, said, say):
    pairs = meet(gold.events, said.events)
    met = set(pairs.values())
    core = {key for key, event in gold.events.items() if event.pos in ("VERB", "NOUN")}
    extras = [event for key, event in said.events.items() if key not in met]
    right = len(core & pairs.keys())
    words = {(m.start(), m.end()) for m in re.finditer(r"\w+", gold.text)}
    scores.add("events", len(core), right + len(extras), right)
    scores.asked["events"] += len(words)
    scores.agreed["events"] += len(words) - (len(core) - right) - len(extras)
    for pos in POS:
        asked = {key for key, event in gold.events.items() if event.pos == pos}
        found = len(asked & pairs.keys())
        scores.add(f"  {pos.lower()}", len(asked), found + sum(event.pos == pos for event in extras), found)
    agreed = sum(gold.events[key].kind == said.events[other].kind for key, other in pairs.items())
    scores.add("class, of those met", len(pairs), len(pairs), agreed)
    for key, event in gold.events.items():
        if key not in pairs:
            say(f"missed {event.pos} {event.kind} \"{event.text}\"", event.start)
    for event in extras:
        say(f"extra {event.pos} \"{event.text}\"", event.start)
    return pairs


def score_factuality(scores, gold, said, pairs):
    """Events that are not met count as said to be certain, positive and told by nobody."""
    def answer(key, what):
        return key in pairs and getattr(said.events[pairs[key]], what)

    met = set(pairs.values())
    for figure, what in (("modality", "modal"), ("negative", "negative")):
        scores.ask(figure, [(getattr(event, what), answer(key, what)) for key, event in gold.events.items()])
        scores.add(figure, 0, sum(getattr(event, what) for key, event in said.events.items() if key not in met), 0)
    for figure, kinds in LINKS.items():
        asked, told = gold.linked(kinds), said.linked(kinds)
        wanted = {(pairs.get(one), pairs.get(other)) for one, other in asked}
        scores.add(f"{figure} link", len(asked), len(told), len(wanted & told))
        below, below_said = {other for _, other in asked}, {other for _, other in told}
        cases = [(key in below, pairs.get(key) in below_said) for key in gold.events]
        scores.ask(f"{figure}, told of", cases)


def measure(frise, folder, verbose=False):
    golds = {path.stem: TimeMl(path) for path in sorted(pathlib.Path(folder).glob("*.tml"))}
    records = extract(frise, golds)
    scores = Scores()
    for stem, gold in golds.items():
        said = records[stem]
        if said.text != gold.text:
            raise SystemExit(f"{stem}: the program changed the text")

        def say(line, at, stem=stem, text=gold.text):
            if verbose:
                around = " ".join(text[max(0, at - 50) : at + 60].split())
                print(f"  {stem}: {line}: ... {around} ...")

        pairs = score_events(scores, gold, said, say)
        score_factuality(scores, gold, said, pairs)
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frise")
    parser.add_argument("folder")
    parser.add_argument("--verbose", action="store_true", help="list every miss and every extra")
    args = parser.parse_args()
    scores = measure(args.frise, args.folder, args.verbose)
    for figure in scores.tally:
        scores.show(figure)
    return 0


if __name__ == "__main__":
    sys.exit(main())
