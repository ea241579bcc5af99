#!/usr/bin/env python3
"""Writes records of articles about events that are known, for measuring the merge.

usage: generate.py ARTICLES RECORDS.jsonl TRUTH.jsonl [--seed N]

Names are made of lists of syllables; a tenth of the people share their name with another person of another company (homonyms, which
records tell apart by id). Each event has a kind, two parties, a day and, for most, a sum; events of one pair of parties come again
years later. It is told by one to six articles: to the day, the month or the year, in other words, with or without the sum; one report
in twenty gives another sum; one article in eight is a copy of an older one, word for word. TRUTH holds a line a report: document,
sentence start, event.
"""
import argparse
import datetime
import json
import random

HEADS = "Al Ber Cor Dan El Far Gal Hel Ir Jor Kal Lum Mer Nor Or Pal Quil Ros Sol Tar Ul Ver Wil Xan Yor Zel".split()
MIDDLES = "a e i o u ar en il on ur as".split()
TAILS = "dex ta ris vo mon lix dra gen pur nis bec tron".split()
FIRST = "Ada Bo Clara Dora Émile Fanny Gil Hana Ivo Jeanne Karl Léa Marc Nina Omar Paul Rosa Sam Tara Yves".split()
KINDS = {
    "acquire": ["{a} rachète {b}", "{a} met la main sur {b}", "{b} passe sous le contrôle de {a}", "{a} s'offre {b}"],
    "invest": ["{a} investit dans {b}", "{a} entre au capital de {b}", "{b} lève des fonds auprès de {a}"],
    "partner": ["{a} s'allie à {b}", "{a} et {b} signent un partenariat", "{b} travaillera avec {a}"],
    "supply": ["{a} livre des machines à {b}", "{b} reçoit ses machines de {a}", "{a} vend du matériel à {b}"],
    "litigate": ["{a} poursuit {b} en justice", "{a} porte plainte contre {b}", "{b} est assigné par {a}"],
}
PLACES = "usine atelier siège dépôt laboratoire entrepôt bureau chantier".split()
FILLERS = ("les analystes attendaient une telle annonce", "le marché a peu réagi", "les syndicats demandent des garanties",
           "la presse locale en parlait déjà", "les concurrents observent la manœuvre", "le conseil a approuvé sans débat",
           "les clients seront informés par courrier", "la direction promet de garder les équipes")
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
START = datetime.date(2004, 1, 1)


def slug(name):
    return "".join(c if c.isalnum() else "-" for c in name.lower())


def companies(rng, count):
    names = set()
    while len(names) < count:
        name = rng.choice(HEADS) + rng.choice(MIDDLES) + rng.choice(TAILS)
        if rng.random() < 0.7:
            name += " " + rng.choice(HEADS) + rng.choice(MIDDLES) + rng.choice(TAILS).strip()
        if rng.random() < 0.3:
            name += " " + rng.choice(["Group", "Industries", "Systems", "Énergie", "Mobile"])
        names.add(name)
    return [("company:" + slug(name), name) for name in sorted(names)]


def happenings(rng, actors, count):
    events = []
    while len(events) < count:
        a, b = rng.sample(actors, 2)
        kind = rng.choice(sorted(KINDS))
        day = START + datetime.timedelta(days=rng.randrange(7300))
        amount = rng.randrange(2, 9999) * 1000000 if rng.random() < 0.7 else None
        events.append({"a": a, "b": b, "kind": kind, "day": day, "amount": amount})
        if rng.random() < 0.15:  # the same parties and kind again, years later: another event
            events.append({**events[-1], "day": day + datetime.timedelta(days=rng.randrange(800, 1600)),
                           "amount": rng.randrange(2, 9999) * 1000000})
    return events[:count]


def report_of(rng, event):
    """Date value, first and last day, the words, the sum."""
    day = event["day"]
    precision = rng.choices(["day", "month", "year"], [6, 3, 1])[0]
    if precision == "day":
        value, first, last = day.isoformat(), day, day
        words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    elif precision == "month":
        value = f"{day.year}-{day.month:02}"
        first = day.replace(day=1)
        last = (first + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)
        words = f"{MONTHS[day.month - 1]} {day.year}"
    else:
        value, first, last = str(day.year), datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
        words = str(day.year)
    amount = event["amount"] if event["amount"] and rng.random() < 0.7 else None
    if amount and rng.random() < 0.05:
        amount *= 10
    told = rng.choice(KINDS[event["kind"]]).format(a=event["a"][1], b=event["b"][1])
    sentence = f"{told}, {words}, {rng.choice(PLACES)} {rng.choice(HEADS).lower()}{rng.choice(TAILS)}"
    if amount:
        sentence += f", pour {amount // 1000000} millions d'euros"
    return value, first, last, words, amount, f"{sentence}, et {rng.choice(FILLERS)}."


def write_record(number, published, told):
    record = {"schema": "frise-record/1",
              "document": {"id": f"d{number:07}", "path": f"d{number:07}.txt", "lang": "fr", "title": told[0][1][5][:60],
                           "published": {"value": published.isoformat(), "earliest": published.isoformat(),
                                         "latest": published.isoformat(), "basis": "given"}},
              "timex": [], "sentences": [], "entities": [], "mentions": [], "events": [], "stances": [], "roles": []}
    known, start = set(), 0
    for n, (event, (value, first, last, words, amount, sentence)) in enumerate(told, 1):
        end = start + len(sentence.encode())
        bounds = {"value": value, "earliest": first.isoformat(), "latest": last.isoformat()}
        record["timex"].append({"id": f"t{n}", "start": start + 1, "end": start + 5, "text": words, "type": "DATE", **bounds,
                                "anchor": "absolute", "rule": "made", "sentence": n})
        for actor, name in (event["a"], event["b"]):
            if actor not in known:
                known.add(actor)
                record["entities"].append({"id": actor, "name": name, "type": "company"})
                record["mentions"].append({"id": f"m{len(known)}", "start": start, "end": start + 3, "text": name,
                                           "entity": actor, "kind": "name"})
        entry = {"id": f"ev{n}", "type": event["kind"], "trigger": {"start": start + 6, "end": start + 12, "text": "x"},
                 "sentence": {"start": start, "end": end, "number": n, "text": sentence}, "date": {**bounds, "timex": f"t{n}"},
                 "participants": [{"role": "agent", "entity": event["a"][0]},
                                  {"role": "recipient" if event["kind"] == "supply" else "patient", "entity": event["b"][0]}],
                 "factuality": "certain", "salient": True, "summary": sentence.split(",")[0], "rule": "made"}
        if amount:
            entry["amounts"] = [{"slot": "amount", "value": str(amount), "currency": "EUR", "start": start, "end": start + 3}]
        record["events"].append(entry)
        start = end + 1
    return record


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("records")
    parser.add_argument("truth")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    actors = companies(rng, max(60, args.articles // 50))
    people = [(f"person:{slug(name)}-{n}", name) for n in range(len(actors) // 10)
              for name in [f"{rng.choice(FIRST)} {rng.choice(HEADS)}{rng.choice(TAILS)}"]]
    people += [(identity + "-b", name) for identity, name in people[:max(1, len(people) // 10)]]
    events = happenings(rng, actors + people, max(20, args.articles))
    queue = [(event, index) for index, event in enumerate(events) for _ in range(rng.randrange(1, 7))]
    rng.shuffle(queue)
    earlier, position = [], 0
    with open(args.records, "w", encoding="utf8") as records, open(args.truth, "w", encoding="utf8") as truth:
        for number in range(args.articles):
            if earlier and rng.random() < 0.125:
                published, told = rng.choice(earlier)
                published += datetime.timedelta(days=rng.randrange(1, 400))
            else:
                taken = {}
                while len(taken) < rng.choice((2, 3, 4)):
                    event, index = queue[position % len(queue)]
                    position += 1
                    taken.setdefault(index, (event, report_of(rng, event), index))
                told = list(taken.values())
                published = max(event["day"] for event, _, _ in told) + datetime.timedelta(days=rng.randrange(30))
                earlier.append((published, told))
                earlier = earlier[-400:]
            record = write_record(number, published, [(event, report) for event, report, _ in told])
            records.write(json.dumps(record, ensure_ascii=False) + "\n")
            for (_, _, index), entry in zip(told, record["events"]):
                truth.write(json.dumps([record["document"]["id"], entry["sentence"]["start"], index]) + "\n")


main()
