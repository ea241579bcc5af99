#!/usr/bin/env python3
"""Scores entity timelines of `frise export -T timeline-semeval` after SemEval-2015 Task 4 (Minard et al. 2015).

usage: timeline_semeval.py DIR GRAPH.json EXPORT_DIR [--verbose] [--at-least F1]

DIR holds articles.jsonl (with the task's sentences) and gold/*.txt. Method, as in the task: each timeline is made into temporal
relations, and those of the system are held against those of the gold by temporal awareness (UzZaman et al. 2013):
  precision  relations of the system's reduced graph that the closure of the gold's holds, over all of the system's reduced graph
  recall     relations of the gold's reduced graph that the closure of the system's holds, over all of the gold's reduced graph
summed over all timelines (micro average). Relations of a timeline: its mentions of one line, and those of lines with one order, are
SIMULTANEOUS; those of a lower order are BEFORE those of a higher; a mention is SIMULTANEOUS with its date. Reduced: the mentions of an
order in a chain, its first BEFORE the first of the next order, each mention with its date. Events of order 0 and dates of unknown year
enter no relation. A system mention is a gold mention when document, the task's sentence and the first five letters of the word agree.
The system's timeline of a gold entity is the longest file of an entity that bears its name, as its own or as another form of it.
"""
import argparse
import json
import pathlib
import sys
import unicodedata


def fold(text):
    text = unicodedata.normalize("NFKD", text or "").casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c)).split())


def mention(document, sentence, word):
    return document, sentence, fold(word.replace("_", " ").split(" ")[0])[:5]


def read_timeline(path, sentence_of):
    """Mention to (order, date), in the order of the lines."""
    out = {}
    for line in path.read_text(encoding="utf8").splitlines()[1:]:
        order, date, *mentions = line.split("\t")
        for text in mentions:
            document, sentence, word = text.split("-", 2) if text.count("-") >= 2 else (None, None, None)
            if document is not None:
                out.setdefault(mention(document, sentence_of(document, int(sentence)), word), (float(order), date))
    return {one: place for one, place in out.items() if place[0] > 0 and not place[1].startswith("XXXX")}


def reduced(timeline):
    by_order = {}
    for one, (order, _) in timeline.items():
        by_order.setdefault(order, []).append(one)
    relations = [(one, date, "DATE") for one, (_, date) in timeline.items()]
    orders = sorted(by_order)
    for order in orders:
        relations += [(a, b, "SAME") for a, b in zip(by_order[order], by_order[order][1:])]
    relations += [(by_order[a][0], by_order[b][0], "BEFORE") for a, b in zip(orders, orders[1:])]
    return relations


def holds(timeline, relation):
    a, b, kind = relation
    if a not in timeline:
        return False
    if kind == "DATE":
        return timeline[a][1] == b
    if b not in timeline:
        return False
    return timeline[a][0] == timeline[b][0] if kind == "SAME" else timeline[a][0] < timeline[b][0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("graph", type=pathlib.Path)
    parser.add_argument("export", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--at-least", type=float, default=0.0)
    args = parser.parse_args()
    graph = json.loads(args.graph.read_text(encoding="utf8"))
    start_of = {(c["document"], c["sentence"]["number"] - 1): c["sentence"]["start"]
                for e in graph["events"] for c in e["claims"]}
    spans = {}
    for line in (args.dir / "articles.jsonl").read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        spans[article["id"]] = article["sentences"]

    def task_sentence(document, number):
        start = start_of.get((document, number), -1)
        return next((s["id"] for s in spans.get(document, []) if s["start"] <= start < s["end"]), None)

    files = {}
    names = {}
    for entity in graph["entities"]:
        for name in [entity["name"], *entity.get("aliases", [])]:
            names.setdefault(fold(name), set()).add(fold(entity["name"]))
    for path in sorted(args.export.glob("*.txt")):
        files.setdefault(fold(path.read_text(encoding="utf8").split("\n", 1)[0]), []).append(path)
    totals = [0, 0, 0, 0]
    for path in sorted((args.dir / "gold").glob("*.txt")):
        gold = read_timeline(path, lambda _, sentence: sentence)
        name = fold(path.read_text(encoding="utf8").split("\n", 1)[0])
        named = {known for form in (name, fold(path.stem.replace("_", " "))) for known in names.get(form, ())}
        timelines = [file for known in sorted(named) for file in files.get(known, ())]
        file = max(timelines, key=lambda one: one.stat().st_size, default=None)
        system = read_timeline(file, task_sentence) if file else {}
        ours, theirs = reduced(system), reduced(gold)
        counts = [sum(holds(gold, r) for r in ours), len(ours), sum(holds(system, r) for r in theirs), len(theirs)]
        totals = [a + b for a, b in zip(totals, counts)]
        if args.verbose:
            print(f"  {path.stem:28} right {counts[0]} of {counts[1]}, found {counts[2]} of {counts[3]}, "
                  f"mentions {len(set(gold) & set(system))} of {len(gold)} and {len(system)}")
    precision, recall = totals[0] / max(1, totals[1]), totals[2] / max(1, totals[3])
    f1 = 200 * precision * recall / max(1e-9, precision + recall)
    print(f"temporal awareness: P {100 * precision:.1f} R {100 * recall:.1f} F1 {f1:.1f}")
    sys.exit(1 if f1 < args.at_least else 0)


main()
