"""What the triples of one reader say of a graph: nodes and edges by kind and the sample values, held against graph.jsonl."""

import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from samples import samples  # noqa: E402

BASE = "https://w3id.org/digestkg/"
DKG = BASE + "ontology#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SUBJECT = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>"


def records(folder):
    with open(pathlib.Path(folder) / "graph.jsonl", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def relation(label):
    first, *rest = label.lower().split("_")
    return f"<{DKG}{first}{''.join(word.capitalize() for word in rest)}>"


def expected_counts(folder):
    nodes, edges = collections.Counter(), collections.Counter()
    for record in records(folder):
        if record["type"] == "node":
            nodes.update(f"<{DKG}{label}>" for label in record["labels"])
        else:
            edges[relation(record["label"])] += 1
    return nodes, edges


def counts(triples, nodes, edges):
    """Of the kinds and relations that the graph has."""
    kinds = collections.Counter(o for s, p, o in triples if p == TYPE and o in nodes)
    relations = collections.Counter(p for s, p, o in triples if p in edges)
    return kinds, relations


def shown(counted):
    names = sorted((name.removeprefix("<" + DKG).rstrip(">"), n) for name, n in counted.items())
    return f"{sum(counted.values())}: " + ", ".join(f"{name} {n}" for name, n in names)


def literals_of(triples, place):
    """The values of a sample: of a node its property, of an edge the sentences of its claims."""
    *element, key = place.split(" ")
    if len(element) == 1:
        return {o for s, p, o in triples if s == f"<{BASE}{element[0]}>" and p == f"<{DKG}{key}>"}
    source, label, target = element
    parts = {(SUBJECT.replace("subject", part), value) for part, value in
             (("subject", f"<{BASE}{source}>"), ("predicate", relation(label)), ("object", f"<{BASE}{target}>"))}
    found = collections.Counter(s for s, p, o in triples if (p, o) in parts)
    claims = {claim for claim, n in found.items() if n == 3}
    return {o for s, p, o in triples if s in claims and p == f"<{DKG}sentence>"}


def values(folder):
    """Place of a sample -> what graph.jsonl has there, as a list."""
    wanted, found = samples(folder), {}
    for record in records(folder):
        element = record["id"] if record["type"] == "node" else " ".join([record["start"]["id"], record["label"], record["end"]["id"]])
        for key, value in record["properties"].items():
            if f"{element} {key}" in wanted:
                found[f"{element} {key}"] = value if isinstance(value, list) else [value]
    return wanted, found


def lexical(term):
    """The text of a literal in N-Triples."""
    import rdflib
    return str(rdflib.util.from_n3(term))


def faults_of(folder, statements):
    """Prints what a reader's `statements` (N-Triples without the dot) say; the faults as texts."""
    triples = [tuple(statement.split(" ", 2)) for statement in statements]
    nodes, edges = expected_counts(folder)
    kinds, relations = counts(triples, nodes, edges)
    print(f"  nodes by kind, {shown(kinds)}\n  edges by kind, {shown(relations)}")
    if kinds != nodes:
        yield f"nodes by kind are not {shown(nodes)}"
    if relations != edges:
        yield f"edges by kind are not {shown(edges)}"
    wanted, expected = values(folder)
    for place, what in wanted.items():
        found = {lexical(term) for term in literals_of(triples, place)}
        print(f"  {what}: {' | '.join(sorted(found))}  ({place})")
        if found != set(map(str, expected[place])):
            yield f"the {what} of {place} is not {expected[place]}"
