#!/usr/bin/env python3
"""The facts that a reader of the annotated articles about one company would look for first, each held exactly.

usage: facts_test.py FRISE SHARED

A fact is an event or a stance of one article: its type and who takes part by their names, date, amounts, certainty,
status and who says so. The articles are SHARED/seeds; where they are missing the test is passed over, and said so.
"""

import json
import pathlib
import subprocess
import sys

# Each: the article's number, what the event must be; a value is one of those listed, a set must be among those found.
EVENTS = {
    "UBEX admitted in 2018": ("000", {"type": "admit", "agent": {"Nvidia"}, "patient": {"UBEX"}, "date": "2018",
                                      "others": {"Nvidia Inception"}, "factuality": "certain"}),
    "20,000 H100 to Amazon, claimed": ("000", {"type": "supply", "agent": {"Nvidia"}, "patient": {"H100"},
                                               "recipient": {"Amazon"}, "amounts": {"20000"}, "speaker": "Nvidia"}),
    "16,000 H100 to Oracle, claimed": ("000", {"type": "supply", "agent": {"Nvidia"}, "patient": {"H100"},
                                               "recipient": {"Oracle"}, "amounts": {"16000"}, "speaker": "Nvidia"}),
    "both sales, reported": ("003", {"type": "supply", "agent": {"Nvidia"}, "patient": {"H100"},
                                     "recipient": {"Amazon", "Oracle"}, "amounts": {"20000", "16000"},
                                     "factuality": "reported", "status": "rumoured"}),
    "Groq's team acquired": ("004", {"type": "acquire", "agent": {"Nvidia"}, "patient": {"Groq"}, "date": "2025-12~",
                                     "amounts": {"20000000000 USD"}, "speaker": "anonymous"}),
    "no restriction": ("001", {"type": "restrict", "agent": {"Gouvernement américain"}, "patient": {"Nvidia"},
                               "factuality": "denied", "negated": True}),
    "the rumour denied": ("004", {"type": "state", "agent": {"Jensen Huang"}, "date": "2026-02-01~",
                                  "others": {"OpenAI"}}),
    "Altman's praise": ("004", {"type": "praise", "agent": {"Sam Altman"}, "patient": {"Nvidia"},
                                "date": "2026-02-02~"}),
    "100 billion in the title": ("004", {"type": "invest", "agent": {"Nvidia"}, "patient": {"OpenAI"},
                                         "amounts": {"100000000000 USD"}}),
    "1,000 billion announced": ("004", {"type": "invest", "agent": {"Nvidia"}, "patient": {"OpenAI"},
                                        "date": "2025-09~", "amounts": {"1000000000000 USD"}, "factuality": "planned",
                                        "status": "announced", "speaker": "Nvidia"}),
    "a letter of intent": ("004", {"type": "state", "agent": {"Colette Kress"}, "status": "letter_of_intent"}),
}
STANCES = {
    "Huang for OpenAI": ("004", "Jensen Huang", "OpenAI", 1, "Jensen Huang"),
    "Huang said to be against OpenAI": ("004", "Jensen Huang", "OpenAI", -1, "anonymous"),
    "Altman for Nvidia": ("004", "Sam Altman", "Nvidia", 1, "Sam Altman"),
    "Nvidia for UBEX": ("000", "Nvidia", "UBEX", 1, None),
}


def told(record, event):
    """What a record says of an event, in the terms of the facts above."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    roles = {}
    for part in event["participants"]:
        roles.setdefault(part["role"], set()).add(names[part["entity"]])
    money = {f"{a['value']} {a['currency']}" if a.get("currency") else a["value"] for a in event.get("amounts", [])}
    others = set().union(*roles.values()) if roles else set()
    return {
        "type": event["type"],
        "agent": roles.get("agent", set()),
        "patient": roles.get("patient", set()),
        "recipient": roles.get("recipient", set()),
        "others": others - roles.get("agent", set()),
        "date": (event.get("date") or {}).get("value"),
        "amounts": money,
        "factuality": event["factuality"],
        "status": event.get("status"),
        "negated": event.get("negated", False),
        "speaker": speaker(names, event),
    }


def speaker(names, said):
    attribution = said.get("attribution") or {}
    if attribution.get("anonymity") == "anonymous":
        return "anonymous"
    return names.get(attribution.get("speaker"))


def holds(wanted, found):
    return all(value <= found[key] if isinstance(value, set) else value == found[key] for key, value in wanted.items())


def main(frise, shared):
    articles = sorted((pathlib.Path(shared) / "seeds").glob("*.txt"))
    if not articles:
        print(f"skipped: no annotated articles in {shared}")
        return 77
    run = subprocess.run([frise, "extract", *articles], check=True, capture_output=True, text=True)
    records = {}
    for line in run.stdout.splitlines():
        record = json.loads(line)
        records[record["document"]["id"][:3]] = record
    missing = []
    for fact, (article, wanted) in EVENTS.items():
        if not any(holds(wanted, told(records[article], event)) for event in records[article]["events"]):
            missing.append(fact)
    for fact, (article, holder, target, polarity, said_by) in STANCES.items():
        record = records[article]
        names = {entity["id"]: entity["name"] for entity in record["entities"]}
        found = {
            (names[s["holder"]], names[s["target"]], (s["polarity"] > 0) - (s["polarity"] < 0), speaker(names, s))
            for s in record["stances"]
        }
        if (holder, target, polarity, said_by) not in found:
            missing.append(fact)
    for fact in missing:
        print(f"not found: {fact}")
    print(f"{len(EVENTS) + len(STANCES) - len(missing)} of {len(EVENTS) + len(STANCES)} facts")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
