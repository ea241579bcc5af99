#!/usr/bin/env python3
"""The committed models are what their script makes of the treebanks, byte for byte.

usage: models_test.py FRISE TOP

Passed over, and said so, where TOP/../shared/treebank is missing.
"""

import pathlib
import subprocess
import sys


def main():
    frise, top = sys.argv[1], pathlib.Path(sys.argv[2])
    treebanks = top.parent / "shared" / "treebank"
    if not treebanks.is_dir():
        print(f"skipped: no treebanks in {treebanks}")
        sys.exit(77)
    sys.exit(subprocess.run([top / "scripts" / "train-models", "--check", treebanks, frise], check=False).returncode)


main()
