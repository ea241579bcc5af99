#!/usr/bin/env python3
"""Writes a graph whose every word from an article is hostile: the example's graph, its names, titles, summaries
and quotes each replaced by the next of a list. The form is that of the graph given.

usage: hostile_graph.py GRAPH HOSTILE
"""

import itertools
import json
import pathlib
import sys

WORDS = [
    "javascript:alert(document.title='broken')",
    "</script><script>document.title='broken'</script>",
    "<img src=x onerror=\"document.title='broken'\">",
    "<a href=\"javascript:document.title='broken'\">x</a>",
    "=cmd|' /C calc'!A0",
    "+cmd",
    "@SUM(1)",
    "\t=1",
    "a\r\nBEGIN:VEVENT\r\nX:y",
    "\u202egnp.exe",
    "\\N \\G \\\" \\",
    "\\u0027}) DETACH DELETE n; //",
    "&#x202E; &lt;b&gt; &amp;amp;",
    "x\u0001y",
    "end\nclick n1 href \"javascript:alert(1)\"",
    "`\"]:::x --> n1 %%{init: {}}%%",
    "#quot;#35;",
    "]]><![CDATA[",
    "{\"@id\": \"x\"}, 'single', ;semi,",
    "a" * 20000,
    "مرحبا שלום",
]
SAID = {"name", "title", "source", "summary", "text", "role", "why", "rule", "speaker", "path"}
ADDRESSES = ["javascript:alert(1)", "https://example.org/a?b=1&c=2", "https://example.org/\"><script>"]


def made_hostile(value, words, addresses, key=None):
    if isinstance(value, dict):
        return {k: made_hostile(v, words, addresses, k) for k, v in value.items()}
    if isinstance(value, list):
        return [next(words) if key == "aliases" else made_hostile(v, words, addresses) for v in value]
    if key == "url":
        return next(addresses)
    if isinstance(value, str) and key in SAID and value not in ROLES:
        return next(words)
    return value


# "role" is a word of ours in a participant and of the article in an office.
ROLES = {"agent", "patient", "recipient", "instrument", "place", "topic"}


def put_in_order(graph):
    """Words order the first two claims, as no sentence of the example does; a word of five letters stands for them."""
    first, second = [event["claims"][0]["id"] for event in graph["events"][:2]]
    cue = {"start": 3, "end": 8, "text": "after"}
    graph["claim_order"] = [{"before": first, "after": second, "cue": cue, "rule": "en/event/order/after"}]


def main(graph, hostile):
    plain = json.loads(pathlib.Path(graph).read_text(encoding="utf8"))
    put_in_order(plain)
    made = made_hostile(plain, itertools.cycle(WORDS), itertools.cycle(ADDRESSES))
    path = pathlib.Path(hostile)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
