#!/usr/bin/env python3
"""The manual page names every command and every option that --help names, and no other option.

usage: man_page.py FRISE PAGE
"""

import pathlib
import re
import subprocess
import sys


def help_of(frise, *command):
    return subprocess.run([frise, *command, "--help"], capture_output=True, text=True, check=True).stdout


def options(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def main(frise, page):
    general = help_of(frise)
    section = general.split("commands:")[1].split("options:")[0]
    commands = re.findall(r"^  (\w+)", section, re.MULTILINE)
    told = options(general)
    for command in commands:
        told |= options(help_of(frise, command))
    page = pathlib.Path(page).read_text(encoding="utf8").replace("\\-", "-")
    finds = [f"no command {command}" for command in commands if f".B {command}\n" not in page]
    finds += [f"no option {option}" for option in sorted(told - options(page))]
    finds += [f"{option}: no such option" for option in sorted(options(page) - told)]
    print("\n".join(finds) if finds else f"{len(commands)} commands, {len(told)} options, all on the page")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
