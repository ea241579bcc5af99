#!/usr/bin/env python3
"""Builds examples/CASE and compares every byte with output/CASE; --approve writes output/CASE instead.

usage: figures.py [--approve] FRISE CASE
"""

import filecmp
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent

# Nothing of the machine may show: every run has another zone, another locale.
ENVIRONMENTS = [
    {"LC_ALL": "C", "TZ": "UTC"},
    {"LC_ALL": "fr_FR.UTF-8", "TZ": "Pacific/Kiritimati"},
]


def build(frise, case, folder, environment):
    run = subprocess.run(
        [frise, "build", f"examples/{case}", "-q", "-o", folder],
        cwd=TOP,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    if run.returncode != 0:
        sys.exit(f"frise build ended with {run.returncode}:\n{run.stderr}")


def differences(made, committed):
    names = {path.name for path in [*made.iterdir(), *committed.iterdir()]}
    for name in sorted(names):
        ours, theirs = made / name, committed / name
        if not theirs.is_file():
            yield f"{name} is made now and is not in {committed}"
        elif not ours.is_file():
            yield f"{name} is in {committed} and is no longer made"
        elif not filecmp.cmp(ours, theirs, shallow=False):
            yield f"{name} differs from the one in {committed}"


def main(arguments):
    approve = "--approve" in arguments
    frise, case = [word for word in arguments if word != "--approve"]
    frise = str(pathlib.Path(frise).resolve())
    committed = TOP / "output" / case
    if approve:
        shutil.rmtree(committed, ignore_errors=True)
        build(frise, case, str(committed), ENVIRONMENTS[0])
        return
    if not committed.is_dir():
        sys.exit(f"{committed} is not there; scripts/approve {case} makes it")
    for environment in ENVIRONMENTS:
        with tempfile.TemporaryDirectory() as folder:
            build(frise, case, folder, environment)
            found = list(differences(pathlib.Path(folder), committed))
        if found:
            found.append(f"if this is meant: scripts/approve {case}, then look at the figures")
            sys.exit("\n".join(found))


if __name__ == "__main__":
    main(sys.argv[1:])
