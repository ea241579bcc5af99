#!/usr/bin/env python3
"""Writes the articles of the gallery's made-up corpora, in our own prose: the same bytes every time.

usage: gallery-articles.py KIND FOLDER     KIND: fifty, five-hundred, burst, seventy-years, undated,
                                           or ten-thousand: actors, as a table of events
"""

import json
import pathlib
import sys

COMPANIES = ["Boréal Énergie", "Solane", "Ventarel", "Marnix", "Hydrolis", "Castellane Industries", "Orphéo"]
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre"]
ACTS = ["{a} a racheté {b} pour {n} millions d'euros", "{a} a signé un accord avec {b}",
        "{a} a attaqué {b} en justice", "{a} a investi {n} millions d'euros dans {b}",
        "{a} a rompu son contrat avec {b}", "{a} a lancé une usine de batteries",
        "{a} a critiqué {b}", "{a} a vendu {n} turbines à {b}"]
PAPERS = ["Le Courrier du vent", "La Gazette des turbines", "L'Écho des barrages"]


class Sequence:
    """A linear congruential sequence: the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % limit

    def choose(self, items):
        return items[self.below(len(items))]


def sentence(sequence, opening):
    a = sequence.choose(COMPANIES)
    b = sequence.choose([name for name in COMPANIES if name != a])
    act = sequence.choose(ACTS).format(a=a, b=b, n=10 * (1 + sequence.below(60)))
    return f"{opening}{act}." if opening else f"{act}."


def day(year, month, number):
    return f"Le {'1er' if number == 1 else number} {MONTHS[month]} {year}, "


def dated(count, first, last, seed):
    """Articles of three sentences; the years are gone through in order."""
    sequence = Sequence(seed)
    openings = []
    for k in range(count):
        year = first + k * (last - first + 1) // count
        month = sequence.below(12)
        kind = sequence.below(5)
        openings.append((year, f"En {year}, " if kind == 0 else f"En {MONTHS[month]} {year}, " if kind == 1
                         else day(year, month, 1 + sequence.below(28))))
    for start in range(0, count, 3):
        group = openings[start:start + 3]
        yield group[-1][0], " ".join(sentence(sequence, opening) for _, opening in group)


def burst():
    sequence = Sequence(11)
    yield 2021, sentence(sequence, "En 2019, ") + " " + sentence(sequence, "Le 4 mai 2021, ")
    for number in (3, 4, 5):
        yield 2026, " ".join(sentence(sequence, day(2026, 1, number)) for _ in range(4))


def undated():
    sequence = Sequence(5)
    for _ in range(4):
        yield None, " ".join(sentence(sequence, "") for _ in range(3))


NAME_PARTS = (
    ["Al", "Bel", "Cor", "Dar", "El", "Fal", "Gar", "Hel", "Il", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel",
     "Quen", "Ral", "Sol", "Tor", "Ul", "Ver"],
    ["a", "ba", "ce", "di", "e", "fo", "ga", "hi", "ja", "ka", "li", "mo", "na", "o", "pi", "ra", "si", "ta", "u",
     "va", "xe", "zo"],
    ["bex", "cal", "dis", "fer", "gon", "lia", "mant", "nex", "pora", "quin", "ris", "san", "tech", "tis", "vane",
     "via", "wick", "xan", "yard", "zel", "don", "mer"])


def name_of(actor):
    """Distinct for each of the first 10,648; neighbours are not alike."""
    mixed = actor * 7919 % 22**3
    return "".join(parts[mixed // 22**place % 22] for place, parts in enumerate(NAME_PARTS))


def ten_thousand():
    """Forty trades of 250 companies: a leader, who deals with all, ten who matter, and few ties across."""
    sequence = Sequence(23)
    words = {"supply": "a fourni", "invest": "a investi dans", "partner": "s'est allié à", "acquire": "a racheté",
             "criticize": "a critiqué", "compete": "concurrence", "litigate": "a attaqué en justice"}
    within = ["supply", "supply", "invest", "partner", "partner", "acquire", "criticize"]
    across = ["compete", "litigate", "partner", "supply"]
    seen = set()

    def event(actor, kind, target):
        year = 2012 + sequence.below(13)
        date = f"{year}-{1 + sequence.below(12):02}"
        row = (date, actor, kind, target)
        if actor == target or row in seen:
            return
        seen.add(row)
        paper = PAPERS[year % len(PAPERS)]
        yield f"{date};{name_of(actor)};{words[kind]};{kind};{name_of(target)};{paper};{year}-12-31;fr"

    for trade in range(40):
        leader = 250 * trade
        for rank in range(1, 250):
            often = 6 - rank // 2 if rank <= 10 else 1
            kind = sequence.choose(within)
            for _ in range(often):
                yield from event(leader, kind, leader + rank)
            if rank <= 10 and rank % 2 == 0:
                for _ in range(3):
                    yield from event(leader + rank - 1, sequence.choose(within), leader + rank)
            elif sequence.below(4) == 0:
                yield from event(leader + rank, sequence.choose(within), leader + 1 + sequence.below(249))
        if trade < 6:
            for _ in range(7):
                yield from event(leader, sequence.choose(across), 250 * ((trade + 1) % 6))
        for _ in range(6):
            yield from event(leader + 1 + sequence.below(10), sequence.choose(across),
                             250 * sequence.below(40) + 1 + sequence.below(10))


KINDS = {
    "fifty": lambda: dated(50, 2012, 2025, 3),
    "five-hundred": lambda: dated(500, 2006, 2025, 17),
    "burst": burst,
    "seventy-years": lambda: dated(24, 1955, 2025, 29),
    "undated": undated,
}


def main(kind, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "ten-thousand":
        rows = ["date;actor;action;type;target;source;published;lang", *ten_thousand()]
        (folder / "events.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return
    for number, (year, text) in enumerate(KINDS[kind](), start=1):
        name = f"{kind}-{number:03}"
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        about = {"title": f"{kind} {number}", "source": PAPERS[number % len(PAPERS)], "lang": "fr"}
        if year:
            about["published"] = f"{year}-12-31"
        (folder / f"{name}.json").write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in [*KINDS, "ten-thousand"]:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
