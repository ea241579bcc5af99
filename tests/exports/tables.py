#!/usr/bin/env python3
"""The tables of `frise export -T csv`, read by sqlite as a person would import them: as many lines as the graph has
nodes, edges and claims, keys that join, and no cell that a spreadsheet would run. Exit 77, a skip, without sqlite3.

usage: tables.py FRISE GRAPH...
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def ask(folder, query):
    script = "".join(f".import --csv {folder}/{name}.csv {name}\n" for name in ("nodes", "edges", "claims"))
    run = subprocess.run(["sqlite3", "-batch", ":memory:"], input=script + query + ";\n", capture_output=True, text=True)
    assert run.returncode == 0 and not run.stderr, run.stderr
    return run.stdout.strip()


def check(frise, path, folder):
    graph = json.loads(pathlib.Path(path).read_text(encoding="utf8"))
    subprocess.run([frise, "export", path, "-T", "csv", "-o", folder], check=True)
    claims = sum(len(event["claims"]) for event in graph["events"])
    roles = sum(len(event["participants"]) for event in graph["events"])
    edges = roles + claims + len(graph["stances"]) + len(graph["roles"]) + len(graph["links"])
    nodes = len(graph["documents"]) + len(graph["entities"]) + len(graph["events"])
    assert ask(folder, "select count(distinct id) from nodes") == str(nodes)
    assert ask(folder, "select count(*) from edges") == str(edges)
    assert ask(folder, "select count(distinct id) from claims") == str(claims)
    joined = "select count(*) from edges join nodes a on a.id = source join nodes b on b.id = target"
    assert ask(folder, joined) == str(edges)
    joined = "select count(*) from claims join nodes e on e.id = event join nodes d on d.id = document"
    assert ask(folder, joined) == str(claims)
    strength = sum(stance["strength"] for stance in graph["stances"])
    assert float(ask(folder, "select sum(strength) from edges where kind = 'stance'")) == strength
    for name in ("nodes", "edges", "claims"):
        with open(f"{folder}/{name}.csv", encoding="utf8", newline="") as file:
            head, *lines = csv.reader(file, strict=True)
        for line in lines:
            assert len(line) == len(head), (name, line)
            for column, cell in zip(head, line):
                number = column in ("polarity", "strength")
                assert number or not cell.startswith(("=", "+", "-", "@", "\t")), (name, column, cell)
                assert all(c >= " " for c in cell), (name, column, cell)
    return nodes, edges, claims


def main(frise, *paths):
    if shutil.which("sqlite3") is None:
        print("skipped: no sqlite3; scripts/setup --test installs it")
        return 77
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            print("%s: %d nodes, %d edges, %d claims" % (pathlib.Path(path).name, *check(frise, path, folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
