#!/usr/bin/env python3
"""Draws the gallery again and compares every SVG with output/gallery; PDFs depend on the fonts installed.

usage: gallery.py FRISE
"""

import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def main(frise):
    committed = TOP / "output" / "gallery"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([TOP / "scripts" / "gallery", frise, folder], check=True)
        made = pathlib.Path(folder)
        names = {path.name for path in [*made.glob("*.svg"), *committed.glob("*.svg")]}
        different = [name for name in sorted(names)
                     if not (made / name).is_file() or not (committed / name).is_file()
                     or (made / name).read_bytes() != (committed / name).read_bytes()]
    if different:
        sys.exit(f"not as committed: {', '.join(different)}; if this is meant: scripts/gallery, then look at them")


if __name__ == "__main__":
    main(sys.argv[1])
