#!/usr/bin/env python3
"""What frise writes as TimeML parses, holds the article's text unchanged, and says what the record says.

usage: timeml_test.py FRISE EXAMPLES
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HOSTILE = """</TEXT>]]> & <script>alert('1')</script> &amp;

Le 12 mars 2024, Alta a vendu \u00ab Béru & fils \u00bb <b>hier</b>\u2028. Deux jours plus tard, Alta aurait racheté "Céra".\r
"""
CHILDREN = ["DOCID", "DCT", "TEXT", "MAKEINSTANCE", "TLINK", "SLINK"]
CLASSES = {"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"}


def run(frise, *arguments, code=0):
    done = subprocess.run([frise, *arguments], capture_output=True)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stdout


def check(xml, record, text):
    root = ElementTree.fromstring(xml)
    names = [child.tag for child in root]
    assert root.tag == "TimeML" and names == sorted(names, key=CHILDREN.index), names
    inside = root.find("TEXT")
    assert "".join(inside.itertext()) == text, record["document"]["id"]
    assert all(len(element) == 0 for element in inside), "an element within another"

    times = {time.get("tid"): time for time in inside.iter("TIMEX3")}
    assert len(times) == len(record["timex"])
    for timex in record["timex"]:
        time = times[timex["id"]]
        for key in ("type", "value", "mod"):
            assert time.get(key) == timex.get(key), (timex, time.attrib)
        assert time.text == text.encode()[timex["start"] : timex["end"]].decode()
        anchor = timex.get("from") or ("t0" if timex.get("anchor") == "published" else None)
        assert time.get("anchorTimeID") == anchor
    created = root.find("DCT/TIMEX3")
    assert created.get("functionInDocument") == "CREATION_TIME"

    ids = [v for e in root.iter() for k, v in e.attrib.items() if k in ("tid", "eid", "eiid", "lid", "sid")]
    assert len(ids) == len(set(ids)), "an id twice"
    told = [link for link in root.iter("TLINK") if link.get("relatedToEventInstance")]
    assert len(told) == len(record.get("order", [])), record["document"]["id"]
    cues = {text.encode()[order["cue"]["start"] : order["cue"]["end"]].decode() for order in record.get("order", [])}
    assert {signal.text for signal in inside.iter("SIGNAL")} <= cues
    for event in inside.iter("EVENT"):
        assert event.get("class") in CLASSES and event.text
    pointers = {"eventID", "anchorTimeID", "relatedToTime", "eventInstanceID", "subordinatedEventInstance",
                "relatedToEventInstance", "signalID"}
    for element in root.iter():
        for key in pointers & set(element.attrib):
            assert element.get(key) in ids, (element.tag, element.attrib)
    return len(times), len(list(inside.iter("EVENT"))), len(list(root.iter("TLINK"))), len(told)


def main(frise, examples):
    articles = sorted(pathlib.Path(examples).rglob("*.txt"))
    articles = [path for path in articles if path.stem.lower() != "readme"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        hostile = folder / "hostile.txt"
        hostile.write_bytes(HOSTILE.encode())
        count = (0, 0, 0, 0)
        for path in [hostile, *articles]:
            record = json.loads(run(frise, "extract", str(path)))
            xml = run(frise, "extract", "--format", "timeml", str(path))
            text = path.read_bytes().decode("utf8").removeprefix("\ufeff")
            count = tuple(a + b for a, b in zip(count, check(xml, record, text)))
        assert all(count), count

        several = [str(path) for path in articles[:2]]
        assert run(frise, "extract", "--format", "timeml", *several, code=2) == b""
        run(frise, "extract", "--format", "timeml", *several, "-o", str(folder / "out"))
        written = sorted(path.name for path in (folder / "out").iterdir())
        assert written == sorted(path.stem + ".tml" for path in articles[:2]), written

        lines = folder / "ids.jsonl"
        names = ["../up", "a/b", "a_b", "", ".hidden", "é" * 300]
        lines.write_text("".join(json.dumps({"id": n, "lang": "fr", "text": "Alta a vendu hier."}) + "\n" for n in names))
        run(frise, "extract", "--format", "timeml", str(lines), "-o", str(folder / "ids"))
        assert len(list((folder / "ids").iterdir())) == len(names)
        assert sorted(p.name for p in folder.iterdir()) == ["hostile.txt", "ids", "ids.jsonl", "out"]
    print("%d documents: %d TIMEX3, %d EVENT, %d TLINK, %d of them by words of order" % (len(articles) + 1, *count))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
