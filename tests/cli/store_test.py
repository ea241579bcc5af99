#!/usr/bin/env python3
"""Builds with a store give the bytes of builds without one, whatever happened before.

usage: store_test.py FRISE EXAMPLES changes|kills
changes: random articles are added, removed, brought back and edited; after each step both builds agree.
kills:   a build is ended by SIGKILL at random moments; the next one gives the bytes of an undisturbed one.
"""

import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

STEPS = 30
KILLS = 50


def outputs(folder):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


class Project:
    """A folder of articles with a store, and what is to be built from it."""

    def __init__(self, frise, root):
        self.frise, self.root = frise, pathlib.Path(root)
        self.articles = self.root / "articles"
        self.articles.mkdir()
        self.store = self.articles / ".frise"

    def command(self, out, *options):
        return [self.frise, "build", "-q", str(self.articles), "-o", str(self.root / out), *options]

    def built(self, out, *options):
        shutil.rmtree(self.root / out, ignore_errors=True)
        subprocess.run(self.command(out, *options), check=True)
        return outputs(self.root / out)

    def agree(self, what):
        with_store = self.built("with", "--store", str(self.store))
        without = self.built("without", "--no-store")
        different = [name for name in without if with_store.get(name) != without[name]]
        assert not different, f"{what}: {different} differ"


def changes(project, texts, dice):
    names = sorted(texts)
    present = set(names[:4])
    for name in present:
        (project.articles / name).write_text(texts[name], encoding="utf8")
    project.agree("at first")
    for step in range(STEPS):
        deed = dice.choice(["add", "remove", "edit", "restore", "packs"])
        name = dice.choice(names)
        path = project.articles / name
        if deed == "remove" and len(present) > 1 and name in present:
            path.unlink()
            present.discard(name)
        elif deed == "edit" and name in present:
            path.write_text(path.read_text(encoding="utf8") + f"\nUne ligne de plus, la {step}e.\n", encoding="utf8")
        elif deed == "packs":  # another set of packs for one build, then back
            project.built("other", "--store", str(project.store), "--no-subject-pack")
        else:
            path.write_text(texts[name], encoding="utf8")
            present.add(name)
        project.agree(f"step {step}, {deed} {name}")
    status = subprocess.run([project.frise, "status", str(project.articles)], capture_output=True, text=True, check=True)
    assert f"{len(present)} as before, 0 changed, 0 new; 0 removed" in status.stdout, status.stdout
    return f"{STEPS} random changes: builds with and without a store agree"


def kills(project, texts, dice):
    for copy in range(4):
        for name, text in texts.items():
            (project.articles / f"{copy}-{name}").write_text(f"{text}\nExemplaire {copy}.\n", encoding="utf8")
    undisturbed = project.built("without", "--no-store")
    begin = time.monotonic()
    project.built("with", "--store", str(project.store))
    longest = time.monotonic() - begin
    killed = 0
    for round_ in range(KILLS):
        if round_ % 2 == 0:
            shutil.rmtree(project.store)
        else:  # a store that is half there
            name = dice.choice(sorted(project.articles.glob("*.txt")))
            name.write_text(name.read_text(encoding="utf8"), encoding="utf8")
        build = subprocess.Popen(project.command("with", "--store", str(project.store)))
        time.sleep(dice.random() ** 2 * longest)  # early more often: other builds may be quicker than that one
        build.send_signal(signal.SIGKILL)
        killed += build.wait() == -signal.SIGKILL
        (project.root / "with").mkdir(exist_ok=True)
        for leftover in (project.root / "with").iterdir():
            assert not leftover.name.endswith((".svg", ".dot", ".json", ".csv")) or (
                leftover.read_bytes() == undisturbed[leftover.name]
            ), f"round {round_}: {leftover.name} is not whole"
        after = project.built("with", "--store", str(project.store))
        assert after == undisturbed, f"round {round_}: other bytes after a kill"
    assert killed > KILLS // 3, f"only {killed} of {KILLS} were still running"
    return f"{killed} of {KILLS} builds were killed while running; every next one gave the same bytes"


def main(frise, examples, what):
    texts = {path.name: path.read_text(encoding="utf8") for path in sorted(pathlib.Path(examples).glob("*.txt"))}
    with tempfile.TemporaryDirectory() as root:
        print({"changes": changes, "kills": kills}[what](Project(frise, root), texts, random.Random(6)))


if __name__ == "__main__":
    main(*sys.argv[1:])
