"""The values of a graph that every importer shows as it reads them: python3 samples.py FOLDER writes FOLDER/samples.tsv from its graph.jsonl.

A line is what the value is, the element (a node's id, or `source LABEL target`) and the key. Of each kind the hardest in the graph is taken."""

import json
import pathlib
import sys


def odd(text):
    """Characters that some format must escape."""
    return sum(c in "&<>\"'\\;|" for c in text)


def wanted(properties, is_node):
    """What of an element may stand as a sample: (what, key, rank)."""
    value = properties.get("value")
    if is_node and isinstance(value, float) and value != int(value):
        yield "decimal of a result", "value", len(repr(value))
    if is_node and "date" in properties:
        yield "date", "date", 0
    if is_node and len(properties.get("aliases", [])) > 1:
        yield "list of aliases", "aliases", (odd(" ".join(properties["aliases"])), len(properties["aliases"]))
    title = properties.get("title", "")
    for mark, name in (("&", "ampersand"), ("\\", "backslash")):
        if mark in title:
            yield f"title with {name}", "title", odd(title)
    if not is_node and properties.get("claimSentence"):
        yield "evidence sentence", "claimSentence", odd(properties["claimSentence"][0])


def samples(folder):
    best = {}
    with open(pathlib.Path(folder) / "graph.jsonl", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            is_node = record["type"] == "node"
            element = record["id"] if is_node else " ".join([record["start"]["id"], record["label"], record["end"]["id"]])
            for what, key, rank in wanted(record["properties"], is_node):
                if what not in best or rank > best[what][0]:
                    best[what] = rank, element, key
    places = {}
    for what, (_, element, key) in sorted(best.items()):
        places.setdefault(f"{element} {key}", []).append(what)
    return {place: ", ".join(whats) for place, whats in places.items()}


if __name__ == "__main__":
    with open(pathlib.Path(sys.argv[1]) / "samples.tsv", "w", encoding="utf-8") as out:
        for place, what in samples(sys.argv[1]).items():
            out.write(f"{place}\t{what}\n")
