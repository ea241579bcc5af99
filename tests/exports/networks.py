#!/usr/bin/env python3
"""GraphML and GEXF read by networkx and DOT by Graphviz hold as many nodes and edges as graph.json tells of, with its
labels and dates; the pointers of ISO-TimeML lead somewhere. Exit 77, a skip, without networkx.

usage: networks.py FRISE GRAPH...
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

try:
    import networkx
except ImportError:
    # Debian's package is for Debian's interpreter, which may not be the first on the path.
    if sys.executable != "/usr/bin/python3" and os.access("/usr/bin/python3", os.X_OK):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("skipped: no networkx; scripts/setup --test installs it")
    sys.exit(77)

from networkx.readwrite import gexf

# 1.3 reads as 1.2 does, for what we write, and networkx has no entry for it.
KNOWN = gexf.GEXF.versions
KNOWN["1.3"] = {**KNOWN["1.2draft"], "NS_GEXF": "http://gexf.net/1.3", "VERSION": "1.3"}

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def expected(graph):
    nodes = len(graph["documents"]) + len(graph["entities"]) + len(graph["events"])
    edges = len(graph["stances"]) + len(graph["roles"]) + len(graph["links"])
    for event in graph["events"]:
        edges += len(event["participants"]) + len(event["claims"])
    return nodes, edges


def check_network(network, graph, name):
    counts = (network.number_of_nodes(), network.number_of_edges())
    assert counts == expected(graph), (name, counts, expected(graph))
    assert network.is_directed() and network.is_multigraph(), name
    for event in graph["events"]:
        node = network.nodes[event["id"]]
        assert node["kind"] == "event" and node["type"] == event["type"], (name, node)
        assert node.get("date", "") == event.get("date", {}).get("value", ""), (name, node)
    for entity in graph["entities"]:
        node = network.nodes[entity["id"]]
        assert node["kind"] == "entity" and node["mentions"] == entity["mentions"], (name, node)
        words = "".join(entity["name"].split())
        assert "".join(node["label"].split()) == "".join(c for c in words if c >= " " and c != "\u202e")
    polarities = [d["polarity"] for _, _, d in network.edges(data=True) if d["kind"] == "stance"]
    assert sorted(polarities) == sorted(stance["polarity"] for stance in graph["stances"]), name


def check_gexf_dates(path, graph):
    space = {"g": "http://gexf.net/1.3"}
    nodes = {node.get("id"): node for node in ElementTree.parse(path).iterfind(".//g:node", space)}
    for event in graph["events"]:
        date = event.get("date", {})
        node = nodes[event["id"]]
        assert (node.get("start"), node.get("end")) == (date.get("earliest"), date.get("latest"))


def check_dot(path, graph):
    run = subprocess.run(["gc", "-n", "-e", str(path)], capture_output=True, text=True)
    assert run.returncode == 0 and not run.stderr, run.stderr[:500]
    assert tuple(int(word) for word in run.stdout.split()[:2]) == expected(graph), run.stdout
    drawn = subprocess.run(["dot", "-Tjson0", str(path)], capture_output=True)
    assert drawn.returncode == 0, drawn.stderr[:500]
    objects = {one["name"]: one for one in json.loads(drawn.stdout)["objects"]}
    for event in graph["events"]:
        assert objects[event["id"]]["kind"] == "event"


def check_timeml(path, graph):
    root = ElementTree.parse(path).getroot()
    ids = [one.get(XML_ID) for one in root.iter() if one.get(XML_ID)]
    assert len(ids) == len(set(ids)), "an id twice"
    for one in root.iter():
        for key in ("target", "eventID", "relatedToTime", "relatedToEvent", "anchorTimeID", "signalID"):
            assert one.get(key) is None or one.get(key)[1:] in ids, (one.tag, one.attrib)
    claims = sum(len(event["claims"]) for event in graph["events"])
    assert len(root.findall("EVENT")) == claims
    same = [link for link in root.findall("TLINK") if link.get("relType") == "IDENTITY"]
    assert len(same) == claims - len(graph["events"])
    told = [link for link in root.findall("TLINK") if link.get("signalID")]
    assert len(told) == len(graph.get("claim_order", []))
    assert all(link.get("relType") == "BEFORE" for link in told)
    assert bool(root.findall("SIGNAL")) == bool(told)


def main(frise, *paths):
    for path in paths:
        graph = json.loads(pathlib.Path(path).read_text(encoding="utf8"))
        with tempfile.TemporaryDirectory() as folder:
            def export(name):
                out = str(pathlib.Path(folder) / ("graph." + name))
                subprocess.run([frise, "export", path, "-T", name, "-o", out], check=True)
                again = subprocess.run([frise, "export", path, "-T", name], check=True, capture_output=True,
                                       env={**os.environ, "LC_ALL": "fr_FR.UTF-8", "TZ": "Asia/Tokyo"})
                assert again.stdout == pathlib.Path(out).read_bytes(), name + ": other bytes elsewhere"
                return out

            check_network(networkx.read_graphml(export("graphml"), force_multigraph=True), graph, "graphml")
            check_network(gexf.read_gexf(export("gexf"), version="1.3"), graph, "gexf")
            check_gexf_dates(export("gexf"), graph)
            check_dot(export("dot"), graph)
            check_timeml(export("timeml"), graph)
        print("%s: %d nodes, %d edges" % (pathlib.Path(path).name, *expected(graph)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
