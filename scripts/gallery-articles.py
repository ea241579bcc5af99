#!/usr/bin/env python3
"""Writes the articles of the gallery's made-up corpora, in our own prose: the same bytes every time.

usage: gallery-articles.py KIND FOLDER     KIND: fifty, five-hundred, burst, seventy-years, undated
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
    for number, (year, text) in enumerate(KINDS[kind](), start=1):
        name = f"{kind}-{number:03}"
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        about = {"title": f"{kind} {number}", "source": PAPERS[number % len(PAPERS)], "lang": "fr"}
        if year:
            about["published"] = f"{year}-12-31"
        (folder / f"{name}.json").write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in KINDS:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
