#!/usr/bin/env python3
"""Events and stances of the annotated articles, without any subject pack, against floors.

usage: events_test.py FRISE SHARED

Precision and recall over the gold of bench/accuracy/articles and articles-heldout, and, of what is drawn for the first, the
share that a reader judged right (bench/accuracy/verdicts.tsv). Marks that nobody has read yet are told; too many
of them fail the test. Where there are no verdicts the share is passed over, and said so. So are the
EVENTs of SHARED/timebank-fr where it is missing (exit 77, which ctest shows as skipped).
"""

import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
BENCH = TOP / "bench" / "accuracy"
sys.path.insert(0, str(BENCH))
import events  # noqa: E402
import judged  # noqa: E402
import timebank_events  # noqa: E402

# Folder: figure, then precision and recall that are let through.
FLOORS = {
    "articles": {"found": (0.95, 0.70), "typed": (0.92, 0.67), "full": (0.80, 0.58), "stance": (0.75, 0.30)},
    "articles-heldout": {"found": (0.88, 0.47), "typed": (0.84, 0.45), "full": (0.55, 0.31), "stance": (0.70, 0.18)},
}
TIMEBANK = {"events": 0.80, "modality": 0.74, "negative": 0.70}  # F1
SHARE_RIGHT = 0.80
UNREAD = 0.10


def hold_floors(frise):
    failed = False
    for folder, floors in FLOORS.items():
        tallies, _, turned = events.measure(frise, BENCH / folder)
        for figure, (least_p, least_r) in floors.items():
            p, r, _ = tallies[figure].figures()
            low = p < least_p or r < least_r
            failed = failed or low
            against = f"P {p:.3f} floor {least_p:.2f}  R {r:.3f} floor {least_r:.2f}"
            print(f"{folder:17} {figure:7} {against}{'  TOO LOW' * low}")
        failed = failed or turned > 0
        print(f"{folder:17} stances the wrong way round: {turned}")
    return failed


def hold_verdicts(frise):
    path = BENCH / "verdicts.tsv"
    if not path.exists():
        print(f"passed over: what is drawn was not read, no {path.name}")
        return False
    right, read, drawn = judged.share_right(*judged.judge(frise, BENCH / "articles", path))
    wrong = right < SHARE_RIGHT * read
    unread = drawn - read > UNREAD * drawn
    print(f"{right} of {read} judged are right{'  TOO LOW' * wrong}")
    print(f"{drawn - read} of {drawn} unread{'  TOO MANY' * unread}")
    return wrong or unread


def hold_timebank(frise, folder):
    tallies, failed = timebank_events.measure(frise, folder).tally, False
    for figure, least in TIMEBANK.items():
        f1 = tallies[figure].figures()[2]
        low = f1 < least
        failed = failed or low
        print(f"timebank-fr       {figure:8} F1 {f1:.3f} floor {least:.2f}{'  TOO LOW' * low}")
    return failed


def main(frise, shared):
    low = hold_floors(frise)
    low = hold_verdicts(frise) or low
    timebank = pathlib.Path(shared) / "timebank-fr"
    if not timebank.is_dir():
        print(f"skipped: EVENTs of TimeML texts, none in {shared}")
        return 1 if low else 77
    return 1 if hold_timebank(frise, timebank) or low else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
