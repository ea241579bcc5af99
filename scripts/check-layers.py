#!/usr/bin/env python3
"""Checks every include of include/ and src/ against docs/layers.txt, the only statement of who may
include whom. Prints one line a find, like a compiler; exit 1 when there is one."""

import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def read_layers(path):
    """Layers in order, the layers each may include, and the doors: header prefix -> layers."""
    layers, doors, finds = {}, {}, []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, rest = line.partition(":")
        name, allowed = name.strip(), rest.split()
        for other in allowed:
            if other not in layers and not name.startswith("<"):
                finds.append(f"{path}:{number}: {name} points at {other}, which does not stand above it")
        if name.startswith("<"):
            doors[name.strip("<>")] = allowed
        else:
            layers[name] = {name, *allowed}
    return layers, doors, finds


def check_file(path, layers, doors):
    relative = path.relative_to(TOP)
    public = relative.parts[0] == "include"
    layer = relative.parts[2 if public else 1]
    if layer not in layers:
        return [f"{relative}:1: folder {layer} is not in docs/layers.txt"]
    finds = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, header = match.groups()
        where = f"{relative}:{number}: "
        if quote == '"':
            parts = pathlib.PurePosixPath(header).parts
            private = parts[0] != "frise"
            base = TOP / ("src" if private else "include")
            if not (base / header).is_file():
                finds.append(where + f'"{header}" is not below {base.name}/')
                continue
            other = parts[0] if private else parts[1]
            if other not in layers[layer]:
                finds.append(where + f"{layer} may not include {other}")
            if public and private:
                finds.append(where + f'a public header includes "{header}", which is not installed')
        else:
            if public and ("/" in header or "." in header) and header != "tl/expected.hpp":
                finds.append(where + f"a public header includes <{header}>")
            for prefix, allowed in doors.items():
                if header.startswith(prefix) and layer not in allowed:
                    finds.append(where + f"<{header}> belongs to {', '.join(allowed)}")
    return finds


def main():
    layers, doors, finds = read_layers(TOP / "docs" / "layers.txt")
    files = [
        path
        for root in (TOP / "include" / "frise", TOP / "src")
        for path in sorted(root.rglob("*"))
        if path.suffix in (".hpp", ".cpp")
    ]
    for path in files:
        finds += check_file(path, layers, doors)
    print("\n".join(finds) if finds else f"layers: {len(files)} files, no include out of place")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
