#!/usr/bin/env python3
"""Records and graphs of the example corpora hold to their published JSON Schemas, which are strict.

usage: schema_test.py FRISE SCHEMAS CORPUS...
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("no jsonschema (python3-jsonschema): nothing is checked")
    sys.exit(77)


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def loaded(folder, name):
    schema = json.loads((pathlib.Path(folder) / f"{name}.schema.json").read_text(encoding="utf8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def objects(schema):
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def finds(validator, what, instance):
    return [f"{what}: {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(instance)]


def main(frise, schemas, *corpora):
    record_schema, graph_schema = loaded(schemas, "record"), loaded(schemas, "graph")
    wrong = []
    for validator in (record_schema, graph_schema):
        open_ones = [part for part in objects(validator.schema) if part.get("additionalProperties") is not False]
        wrong += [f"{validator.schema['title']}: not closed: {sorted(part['properties'])}" for part in open_ones]
    records = graphs = 0
    for corpus in filter(lambda folder: pathlib.Path(folder).is_dir(), corpora):
        lines = run(frise, "extract", "-q", corpus)
        for line in lines.splitlines():
            wrong += finds(record_schema, corpus, json.loads(line))
            records += 1
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
            file.write(lines)
            file.flush()
            graph = json.loads(run(frise, "merge", "-q", file.name))
        wrong += finds(graph_schema, corpus, graph)
        graphs += 1
        # A schema that takes everything would also say nothing is wrong.
        for damage in (
            lambda g: g["events"][0].update(surprise=1),
            lambda g: g["events"][0].update(type="eclipse"),
            lambda g: g["events"][0].pop("claims"),
            lambda g: g["events"][0]["claims"][0].pop("document"),
            lambda g: g.update(schema="frise-graph/9"),
        ):
            damaged = copy.deepcopy(graph)
            damage(damaged)
            if not finds(graph_schema, corpus, damaged):
                wrong.append(f"{corpus}: a damaged graph passes")
    print("\n".join(wrong[:50]) if wrong else f"{records} records and {graphs} graphs hold to their schemas")
    return 1 if wrong or not graphs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
