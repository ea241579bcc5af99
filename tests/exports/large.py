#!/usr/bin/env python3
"""A graph of more than 10,000 nodes: each format is written, in linear time and with all that the graph has, and
networkx reads GraphML and GEXF back with as many nodes and edges. Exit 77, a skip, without networkx.

usage: large.py FRISE
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from networks import expected, gexf, networkx

TYPES = ["invest", "partner", "supply", "exclude"]
FORMATS = ["cypher", "dot", "ftm", "gexf", "graphml", "ics", "jsonld", "mermaid", "timelinejs", "timeml"]


def write_table(path, events, actors):
    with open(path, "w", encoding="utf8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["date", "actor", "type", "target", "source", "quote"])
        for i in range(events):
            day = "%04d-%02d-%02d" % (2004 + i // 336 % 20, i // 28 % 12 + 1, i % 28 + 1)
            table.writerow([day, "Maison %d" % (i % actors), TYPES[i % 4], "Atelier %d" % (i * 7 % actors),
                            "Gazette %d" % (i % 50), "Ligne %d de la table." % i])


def main(frise):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write_table(folder / "many.csv", 5000, 4000)
        graph = folder / "many.json"
        subprocess.run([frise, "merge", folder / "many.csv", "-o", graph], check=True, capture_output=True)
        told = json.loads(graph.read_text(encoding="utf8"))
        nodes = len(told["documents"]) + len(told["entities"]) + len(told["events"])
        assert nodes > 10000, nodes
        taken = []
        for name in FORMATS:
            begin = time.monotonic()
            subprocess.run([frise, "export", graph, "-T", name, "-o", folder / ("many." + name)], check=True)
            taken.append("%s %.2f s" % (name, time.monotonic() - begin))
            assert (folder / ("many." + name)).stat().st_size > 1000, name
        subprocess.run([frise, "export", graph, "-T", "csv", "-o", folder / "tables"], check=True)
        for network in (networkx.read_graphml(folder / "many.graphml", force_multigraph=True),
                        gexf.read_gexf(folder / "many.gexf", version="1.3")):
            assert (network.number_of_nodes(), network.number_of_edges()) == expected(told)
        print("%d nodes: %s" % (nodes, ", ".join(taken)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
