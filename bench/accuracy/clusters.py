#!/usr/bin/env python3
"""Scores merging: are reports of one event, as gold clusters say, one event of the graph?

usage: clusters.py GOLD_DIR GRAPH.json [--verbose] [--at-least F1]

A gold event is found when a claim of the graph lies in its sentence and shares its trigger's words or, better, its type (the rule of
event.found in docs/ACCURACY.md); it then stands in that claim's event. Over all pairs of found gold events of different places:
  merged   the pair is right when the graph has both in one event
  story    the same, where events joined by `refines` and `denies` count as one: the gold puts a denial and what it denies, a plan
           and its parts into one cluster, which frise links on purpose and does not merge
Precision, recall and F1 of the pairs, and the pairs that are wrong with --verbose. Exit 1 when the story's F1 is below --at-least.
"""
import argparse
import itertools
import json
import pathlib
import sys
import unicodedata

SAME = {"accept": {"admit", "ease"}, "sell": {"supply"}, "buy": {"supply", "acquire"}, "sue": {"litigate"},
        "fine": {"fine", "litigate"}, "report_results": {"report"}, "produce": {"produce", "build", "launch"},
        "ban": {"restrict", "exclude"}, "exclude": {"exclude", "restrict"}, "state": {"state", "praise", "criticize"},
        "close": {"close", "cancel"}}


def fold(text):
    text = unicodedata.normalize("NFKD", text or "").casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c)).split())


def find_claim(gold, claims, texts):
    """The best claim of the gold event's sentence, or None."""
    best = None
    start, end = gold["sentence_start"], gold["sentence_end"]
    for event, claim in claims:
        where = claim["sentence"]
        if not (where["start"] < end and start < where["end"]):
            continue
        trigger = claim["trigger"]
        cue = (claim.get("attribution") or {}).get("cue") or ""
        words = set(fold(texts[trigger["start"]:trigger["end"]].decode("utf8", "ignore") + " " + cue).split())
        typed = event["type"] in SAME.get(gold["type"], {gold["type"]})
        named = {p["entity"] for p in event["participants"]}
        score = (1 if words & {word for word in fold(gold["trigger"]).split() if len(word) > 3} else 0) + (2 if typed else 0)
        if score == 0:
            continue
        agents = [fold(name).split() for name in gold.get("agent") or []]
        score += 0.5 * any(set(a) & set(fold(e.split(":", 1)[-1]).split()) for a in agents for e in named)
        score += 0.25 * bool(event.get("salient", True))
        if best is None or score > best[0]:
            best = (score, event["id"])
    return best and best[1]


def pair_scores(found, place_of):
    right = gold = system = 0
    wrong = []
    for a, b in itertools.combinations(found, 2):
        same_gold = a["cluster"] == b["cluster"]
        same_system = place_of[a["event"]] == place_of[b["event"]]
        gold += same_gold
        system += same_system
        right += same_gold and same_system
        if same_gold != same_system:
            wrong.append(("missed" if same_gold else "joined", a, b))
    precision = right / system if system else 1.0
    recall = right / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1, right, system, gold, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("graph", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--at-least", type=float, default=0.0)
    args = parser.parse_args()
    graph = json.loads(args.graph.read_text(encoding="utf8"))
    path_of = {d["id"]: pathlib.Path(d.get("path", d["id"])).name for d in graph["documents"]}
    by_file = {}
    for event in graph["events"]:
        for claim in event["claims"]:
            by_file.setdefault(path_of[claim["document"]], []).append((event, claim))
    found, total = [], 0
    for gold_path in sorted(args.gold.glob("*.gold.json")):
        gold = json.loads(gold_path.read_text(encoding="utf8"))
        name = gold["document"]
        text = (args.gold / name).read_bytes()
        for event in gold["events"]:
            if not event.get("cluster"):
                continue
            total += 1
            at = find_claim(event, by_file.get(name, []), text)
            if at:
                found.append({"cluster": event["cluster"], "event": at, "document": name,
                              "summary": event.get("summary", "")})
    merged = {e["id"]: e["id"] for e in graph["events"]}
    parent = dict(merged)

    def root(event):
        while parent[event] != event:
            event = parent[event]
        return event

    for link in graph["links"]:
        if link["kind"] in ("refines", "denies"):
            parent[root(link["from"])] = root(link["to"])
    story = {event: root(event) for event in parent}
    print(f"{len(found)} of {total} gold events found")
    for name, places in (("merged", merged), ("story", story)):
        precision, recall, f1, right, system, gold_pairs, wrong = pair_scores(found, places)
        print(f"{name:7} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   "
              f"right {right}, of the graph {system}, of the gold {gold_pairs}")
        if args.verbose:
            for kind, a, b in wrong:
                print(f"  {kind} {a['event']} {a['document'][:3]} {a['summary']} | "
                      f"{b['event']} {b['document'][:3]} {b['summary']}")
    sys.exit(1 if f1 < args.at_least else 0)


main()
