#!/usr/bin/env python3
"""Merges the annotated seed articles and holds what the graph must say of them.

usage: story_test.py FRISE SHARED CLUSTERS

CLUSTERS is bench/accuracy/clusters.py. Exit 77, which ctest shows as skipped, where the articles are not there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile


def merged(frise, articles, folder):
    records = folder / "records.jsonl"
    graph = folder / "graph.json"
    records.write_bytes(subprocess.run([frise, "extract", *map(str, articles)], check=True, capture_output=True).stdout)
    subprocess.run([frise, "merge", str(records), "-o", str(graph)], check=True)
    return graph


def check(condition, message):
    if not condition:
        sys.exit(f"story: {message}")


def amounts(graph, parties):
    """Value to claims, over the events of the parties and those that refine one another."""
    counts = {}
    for event in graph["events"]:
        if parties <= {one["entity"] for one in event["participants"]}:
            for value in event.get("values", []):
                if value.get("currency"):
                    counts[value["value"]] = counts.get(value["value"], 0) + value["claims"]
    return counts


def hold_timelines(frise, shared, clusters):
    """Entity timelines of the SemEval articles, above a floor of temporal awareness."""
    task = shared / "timeline-semeval"
    if not (task / "articles.jsonl").is_file():
        print(f"passed over: no {task}")
        return
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        graph = merged(frise, [task / "articles.jsonl"], folder)
        exported = folder / "timelines"
        subprocess.run([frise, "export", str(graph), "-T", "timeline-semeval", "-o", str(exported)], check=True)
        score = pathlib.Path(clusters).with_name("timeline_semeval.py")
        subprocess.run([sys.executable, score, str(task), str(graph), str(exported), "--at-least", "12"], check=True)


def main():
    frise, shared, clusters = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    seeds = shared / "seeds"
    if not seeds.is_dir():
        print(f"skipped: no {seeds}")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        path = merged(frise, sorted(seeds.glob("*.txt")), pathlib.Path(folder))
        graph = json.loads(path.read_text(encoding="utf8"))
        subprocess.run([sys.executable, clusters, str(seeds), str(path), "--at-least", "0.85"], check=True)

    events = {event["id"]: event for event in graph["events"]}
    bought = [event for event in events.values() if event["type"] == "supply" and len(event["claims"]) == 2
              and any(p["entity"] == "company:microsoft" for p in event["participants"])]
    check(len(bought) == 1 and bought[0]["date"]["value"].rstrip("~") == "2023-03", "Microsoft's purchase is of 2023-03")
    copies = [claim for claim in bought[0]["claims"] if claim.get("copy_of")]
    check(len(copies) == 1 and copies[0]["rank"] == "deprecated" and bought[0]["independent"] == 1,
          "the copy of Microsoft's purchase is marked and deprecated")

    sums = amounts(graph, {"company:nvidia", "company:openai"})
    check(sums.get("100000000000", 0) >= 1 and sums.get("1000000000000", 0) >= 2,
          f"both sums are kept with their counts: {sums}")
    slots = {(link["kind"], link.get("slot")) for link in graph["claim_links"]}
    check(("contradicts", "amount") in slots, "the two sums contradict each other")

    deniers = set()
    for link in graph["links"]:
        if link["kind"] == "denies" and events[link["to"]]["factuality"] == "reported":
            deniers |= {p["entity"] for p in events[link["from"]]["participants"] if p["role"] == "agent"}
    check({"person:jensen-huang", "person:sam-altman"} <= deniers, f"who denies the doubts: {deniers}")

    for document in graph["documents"]:
        published = document["published"]
        check(published.get("why"), f"{document['id']}: the reason of its date")
        check(published["basis"] in ("inferred", "header"), f"{document['id']}: basis {published['basis']}")
    hold_timelines(frise, shared, clusters)
    print("the seeds' story holds")


main()
