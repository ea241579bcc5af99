#!/usr/bin/env python3
"""Scores names, their types and references inside a document against annotated articles, without any subject pack.

usage: names.py FRISE FOLDER [--verbose] [--subject-pack]

FOLDER holds NAME.txt, its sidecar NAME.json and NAME.gold.json. Figures, micro-averaged over documents:

  names       a gold entity is found when one of its surface forms is a mention of exactly one entity of the record
  types       found, and the type is the gold one or one of its `alt_types`
  references  nominals and pronouns of the gold whose words are a mention of the right entity (recall; where gold has any)

Precision is over the record's named entities save places and sectors, which gold need not list all of.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import unicodedata

UNLISTED = {"place", "sector"}


def fold(text):
    text = unicodedata.normalize("NFKD", text).casefold()
    letters = (c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def extract(frise, folder, options):
    articles = [str(path) for path in sorted(pathlib.Path(folder).glob("*.txt"))]
    run = subprocess.run([frise, "extract", *options, *articles], check=True, capture_output=True, text=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    return {pathlib.PurePath(record["document"]["path"]).stem: record for record in records}


class Tally:
    """Counts of one figure: right, asked for, answered."""

    def __init__(self):
        self.right = self.gold = self.system = 0

    def figures(self):
        precision = self.right / self.system if self.system else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def match(gold, record):
    """Pairs each gold entity with the record's entity that shares most surface forms, each used once.

    Of two that share as many, as a founder and his firm do, the one of the same name. Returns pairs of gold entity
    and id, or None, and the record's entities with a name in the text.
    """
    forms = {}
    for mention in record["mentions"]:
        if mention["kind"] == "name" and mention.get("entity"):
            forms.setdefault(mention["entity"], set()).add(fold(mention["text"]))
    called = {entity["id"]: fold(entity["name"]) for entity in record["entities"]}
    used, pairs = set(), []
    for entity in gold["entities"]:
        name = fold(entity["name"])
        wanted = {name, *map(fold, entity["mentions"])}
        rest = [(len(wanted & have), called[key] == name, key) for key, have in forms.items() if key not in used]
        shared, _, key = max(rest, default=(0, False, None))
        pairs.append((entity, key if shared else None))
        used.add(pairs[-1][1])
    return pairs, forms


def score(gold, record, tallies, say):
    entities = {entity["id"]: entity for entity in record["entities"]}
    pairs, forms = match(gold, record)
    found = {key for _, key in pairs if key}
    answered = [key for key in forms if key in found or entities[key]["type"] not in UNLISTED]
    for figure in ("names", "types"):
        tallies[figure].gold += len(pairs)
        tallies[figure].system += len(answered)
    for entity, key in pairs:
        if key is None:
            say(f"missed: {entity['name']} {entity['mentions']}")
            continue
        tallies["names"].right += 1
        kinds = [entity["type"], *entity.get("alt_types", [])]
        if entities[key]["type"] in kinds:
            tallies["types"].right += 1
        else:
            say(f"type: {entity['name']} is {kinds[0]}, not {entities[key]['type']}")
    for key in answered:
        if key not in found:
            say(f"extra: {key} {sorted(forms[key])[:3]}")
    name_of = {key: entity["name"] for entity, key in pairs if key}
    said = {(mention["start"], mention["end"]): mention.get("entity") for mention in record["mentions"]}
    for reference in gold.get("references", []):
        place = (reference["start"], reference["end"])
        answer = said.get(place)
        tallies["references"].gold += 1
        tallies["references"].system += answer is not None
        if name_of.get(answer) == reference["entity"]:
            tallies["references"].right += 1
        else:
            say(f"reference: \"{reference['text']}\" is {reference['entity']}, not {answer}")


def measure(frise, folder, options=("--no-subject-pack",), verbose=False):
    """Figures by name: precision, recall, F1."""
    records = extract(frise, folder, list(options))
    tallies = {name: Tally() for name in ("names", "types", "references")}
    for path in sorted(pathlib.Path(folder).glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")

        def say(line, stem=stem):
            if verbose:
                print(f"  {stem}: {line}")

        score(json.loads(path.read_text(encoding="utf8")), records[stem], tallies, say)
    return tallies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frise")
    parser.add_argument("folder")
    parser.add_argument("--verbose", action="store_true", help="list every miss")
    parser.add_argument("--subject-pack", action="store_true", help="with the subject packs")
    args = parser.parse_args()
    options = [] if args.subject_pack else ["--no-subject-pack"]
    for name, tally in measure(args.frise, args.folder, options, args.verbose).items():
        p, r, f1 = tally.figures()
        print(f"{name:12} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}   {tally.right}/{tally.gold}/{tally.system}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
