#!/usr/bin/env python3
"""Checks that annotated articles are sound: every offset, quotation and name in them is really in the text.

usage: check_gold.py FOLDER...

FOLDER holds NAME.txt, its sidecar NAME.json and NAME.gold.json. Of each gold file are checked: title, language and date
against the sidecar; names, references, time expressions and evidence against the bytes of the text; that a sentence
is whole and holds the words of its events' triggers; that roles, speakers and stances name entities of the
gold; that types, dates and polarities are ones there are. Prints what is wrong and fails.
"""

import json
import pathlib
import re
import sys

EVENT_TYPES = set(
    "invest acquire merge partner supply launch produce build admit exclude restrict ease cancel close request litigate"
    " fine appoint leave report compete praise criticize state other".split()
)
ENTITY_TYPES = set(
    "company person organization government product programme cryptocurrency sector place publication".split()
)
FACTUALITIES = set("certain probable possible reported planned denied hypothetical".split())
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-W[0-5]\d|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?"
POINT = re.compile(rf"{DAY}|PAST_REF|PRESENT_REF|FUTURE_REF")
SPAN = re.compile(r"P(\d+|X)[YMWDE]")
INTERVAL = re.compile(rf"({DAY}|\.\.)/({DAY}|\.\.)")
ELSEWHERE = '.!?"”»\n'  # what may stand before a sentence, besides blanks


def is_date(value):
    return value is None or any(form.fullmatch(value) for form in (POINT, SPAN, INTERVAL))


class Article:
    """One article with its gold, and the faults found so far."""

    def __init__(self, path):
        stem = path.name.removesuffix(".gold.json")
        self.text = path.with_name(f"{stem}.txt").read_bytes()
        self.sidecar = json.loads(path.with_name(f"{stem}.json").read_text(encoding="utf8"))
        self.gold = json.loads(path.read_text(encoding="utf8"))
        self.stem = stem
        self.names = {entity["name"] for entity in self.gold["entities"]}
        self.faults = []

    def ask(self, right, fault):
        if not right:
            self.faults.append(f"{self.stem}: {fault}")

    def words(self, start, end):
        return self.text[start:end].decode("utf8", errors="replace")

    def whole(self, start, end):
        """No word runs on over either end."""
        before, inside, after = self.text[:start].decode(), self.words(start, end), self.text[end:].decode()
        cut = [(before[-1:], inside[:1]), (inside[-1:], after[:1])]
        return not any(left.isalnum() and right.isalnum() for left, right in cut)

    def check(self):
        self.check_head()
        self.check_entities()
        for mark in [*self.gold["timex"], *self.gold.get("references", [])]:
            said = self.words(mark["start"], mark["end"])
            self.ask(said == mark["text"], f"\"{mark['text']}\" is \"{said}\" in the text")
            self.ask(self.whole(mark["start"], mark["end"]), f"\"{mark['text']}\" at {mark['start']} is part of a word")
        for timex in self.gold["timex"]:
            for value in [timex["value"], *timex.get("alt", [])]:
                self.ask(is_date(value), f"\"{timex['text']}\": no such value {value}")
        spans = [(timex["start"], timex["end"]) for timex in self.gold["timex"]]
        self.ask(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])), "time expressions overlap or are out of order")
        self.check_named([reference["entity"] for reference in self.gold.get("references", [])], "references")
        events = self.gold["events"] + self.gold["optional_events"]
        self.ask(len({event["id"] for event in events}) == len(events), "events share an id")
        for event in events:
            self.check_event(event)
        for stance in self.gold["stances"] + self.gold["optional_stances"]:
            self.check_stance(stance)
        return self.faults

    def check_head(self):
        title = self.text.decode().lstrip("\n").split("\n")[0]
        self.ask(title == self.sidecar["title"], f"the title is \"{title}\"")
        self.ask(self.gold["document"] == f"{self.stem}.txt", "the gold names another document")
        for key in ("lang", "published"):
            self.ask(self.gold[key] == self.sidecar[key], f"{key} is not the sidecar's")

    def check_entities(self):
        text = self.text.decode()
        self.ask(len(self.names) == len(self.gold["entities"]), "entities share a name")
        for entity in self.gold["entities"]:
            for kind in [entity["type"], *entity.get("alt_types", [])]:
                self.ask(kind in ENTITY_TYPES, f"{entity['name']}: no such type {kind}")
            for form in entity["mentions"]:
                self.ask(form in text, f"{entity['name']}: \"{form}\" is not in the text")

    def check_named(self, entities, what):
        for name in entities:
            self.ask(name in self.names, f"{what}: {name} is no entity of the gold")

    def check_event(self, event):
        what = f"event {event['id']}"
        start, end = event["sentence_start"], event["sentence_end"]
        sentence = self.words(start, end)
        before = self.words(max(0, start - 8), start).rstrip(" \u00a0\u202f")
        self.ask(sentence and sentence == sentence.strip() and "\n" not in sentence, f"{what}: no sentence at {start}")
        self.ask(not before or before[-1] in ELSEWHERE, f"{what}: the sentence starts before {start}")
        after = self.words(end, end + 1)
        self.ask(after in ("", " ", "\n"), f"{what}: the sentence ends after {end}")
        at = 0
        for part in event["trigger"].split(" … "):
            at = sentence.find(part, at)
            self.ask(at >= 0, f"{what}: \"{part}\" is not in \"{sentence}\"")
            at = max(0, at) + len(part)
        for kind in [event["type"], *event.get("alt_types", [])]:
            self.ask(kind in EVENT_TYPES, f"{what}: no such type {kind}")
        for value in [event["factuality"], *event.get("alt_factuality", [])]:
            self.ask(value in FACTUALITIES, f"{what}: no such factuality {value}")
        for value in [event["date"], *event["alt_dates"]]:
            self.ask(is_date(value), f"{what}: no such date {value}")
        for role in ("agent", "patient", "agent_open", "patient_open"):
            self.check_named(event.get(role, []), what)
        self.check_named([event["attributed_to"]] if event.get("attributed_to") else [], what)
        inside = [timex for timex in self.gold["timex"] if timex["start"] < end and timex["end"] > start]
        dated = any(timex["type"] in ("DATE", "TIME") and not timex.get("optional") for timex in inside)
        self.ask(event["date_open"] != dated, f"{what}: date_open is about the time expressions of the sentence")
        label = event["summary"]
        self.ask(0 < len(label) <= 90 and not label.endswith("."), f"{what}: the summary is no label")

    def check_stance(self, stance):
        what = f"stance {stance['holder']} to {stance['target']}"
        evidence = self.words(stance["start"], stance["end"])
        self.ask(evidence == stance["evidence"], f"{what}: the evidence lies elsewhere")
        self.ask(stance["polarity"] in (-1, 1), f"{what}: for or against?")
        self.ask(stance["basis"] in ("verbal", "material"), f"{what}: no such basis")
        self.ask(is_date(stance["date"]), f"{what}: no such date {stance['date']}")
        named = [stance["holder"], stance["target"], *stance.get("alt_holders", []), *stance.get("alt_targets", [])]
        self.check_named(named, what)


def main(folders):
    if not folders:
        print(__doc__)
        return 2
    faults, articles, events, stances = [], 0, 0, 0
    for folder in folders:
        for path in sorted(pathlib.Path(folder).glob("*.gold.json")):
            article = Article(path)
            faults += article.check()
            articles += 1
            events += len(article.gold["events"])
            stances += len(article.gold["stances"])
    for fault in faults:
        print(fault)
    print(f"{articles} articles, {events} events, {stances} stances: {len(faults)} faults")
    return 1 if faults or not articles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
