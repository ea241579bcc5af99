#!/usr/bin/env python3
"""Names, their types and references without any subject pack, and who acts where the sentence does not say.

usage: names_test.py FRISE SHARED

The first part scores bench/accuracy/articles. The second takes each event of the annotated articles in
SHARED/seeds whose agent is not named in its sentence and asks for the right agent all the same; where they are
missing it is passed over, and said so.
"""

import json
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "bench" / "accuracy"))
import names  # noqa: E402

FLOORS = {"names": 0.95, "types": 0.92, "references": 0.90}  # F1
REFERENCE_FLOOR = 0.80  # of the sentences whose agent is not named in them


def unnamed_agents(gold, text):
    """Events whose agent has no name in their sentence."""
    forms = {entity["name"]: [entity["name"], *entity["mentions"]] for entity in gold["entities"]}
    for event in gold["events"]:
        said = names.fold(text[event["sentence_start"] : event["sentence_end"]].decode())
        wanted = [form for agent in event["agent"] for form in forms.get(agent, [agent])]
        if event["agent"] and not any(names.fold(form) in said for form in wanted):
            yield event, {names.fold(form) for form in wanted}


def agents_in(record, event):
    """Everything that the agents of the sentence's events are called in the article."""
    called = {entity["id"]: {names.fold(entity["name"])} for entity in record["entities"]}
    for mention in record["mentions"]:
        if mention["kind"] == "name" and mention.get("entity"):
            called[mention["entity"]].add(names.fold(mention["text"]))
    for found in record["events"]:
        sentence = found["sentence"]
        if sentence["start"] >= event["sentence_end"] or sentence["end"] <= event["sentence_start"]:
            continue
        for part in found.get("participants", []):
            if part["role"] == "agent" and part.get("entity"):
                yield from called[part["entity"]]


def right_agents(frise, folder):
    records = names.extract(frise, folder, [])
    right = asked = 0
    for path in sorted(folder.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        text = (folder / f"{stem}.txt").read_bytes()
        for event, wanted in unnamed_agents(json.loads(path.read_text(encoding="utf8")), text):
            asked += 1
            right += bool(wanted & set(agents_in(records[stem], event)))
    return right, asked


def main(frise, shared):
    failed = False
    for name, tally in names.measure(frise, TOP / "bench" / "accuracy" / "articles").items():
        f1 = tally.figures()[2]
        low = f1 < FLOORS[name]
        failed = failed or low
        print(f"{name:12} F1 {f1:.3f}  floor {FLOORS[name]:.2f}{'  TOO LOW' if low else ''}")
    seeds = pathlib.Path(shared) / "seeds"
    if not seeds.is_dir():
        print(f"skipped: who acts in annotated articles, none in {shared}")
        return 1 if failed else 77
    right, asked = right_agents(frise, seeds)
    low = right < REFERENCE_FLOOR * asked
    print(f"unnamed agents: {right} of {asked} right{'  TOO LOW' if low else ''}")
    return 1 if failed or low else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
