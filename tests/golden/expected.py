#!/usr/bin/env python3
"""Builds examples/CASE and looks in its graph.json for each event of examples/CASE/expected.json.

usage: expected.py FRISE CASE

A line of expected.json: `date` (a prefix of the event's date as written), `type` (those that count),
`agent`, `patient` and `recipient` (names of entities), `documents` (how many must tell it), `factuality`. A key
that is absent is not checked.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def graph_of(frise, case):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [frise, "build", f"examples/{case}", "-q", "-o", folder],
            cwd=TOP,
            capture_output=True,
            text=True,
        )
        if run.returncode != 0:
            sys.exit(f"frise build ended with {run.returncode}:\n{run.stderr}")
        return json.loads((pathlib.Path(folder) / "graph.json").read_text(encoding="utf8"))


def fits(event, names, wanted):
    def has(role):
        return any(
            part["role"] == role and names.get(part["entity"]) == wanted[role]
            for part in event["participants"]
        )

    documents = {claim["document"] for claim in event["claims"]}
    return (
        event["type"] in wanted["type"]
        and event.get("date", {}).get("value", "").startswith(wanted.get("date", ""))
        and all(has(role) for role in ("agent", "patient", "recipient") if role in wanted)
        and len(documents) >= wanted.get("documents", 1)
        and event["factuality"] == wanted.get("factuality", event["factuality"])
    )


def main(frise, case):
    expected = json.loads((TOP / "examples" / case / "expected.json").read_text(encoding="utf8"))
    graph = graph_of(str(pathlib.Path(frise).resolve()), case)
    names = {entity["id"]: entity["name"] for entity in graph["entities"]}
    missing = [
        wanted for wanted in expected if not any(fits(event, names, wanted) for event in graph["events"])
    ]
    print(f"{len(expected) - len(missing)} of {len(expected)} expected events found")
    for wanted in missing:
        print("missing:", json.dumps(wanted, ensure_ascii=False))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
