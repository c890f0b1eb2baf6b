"""Compares what NetworkX, igraph and sqlite3 read from the exports in a folder with its graph.jsonl, fact by fact."""

import collections
import json
import math
import pathlib
import sqlite3
import sys

import igraph
import networkx

folder = pathlib.Path(sys.argv[1])
faults = 0


def check(reader, what, found, expected):
    global faults
    if found != expected:
        faults += 1
        if faults <= 20:
            print(f"{reader}: {what}\n  found    {str(found)[:300]}\n  expected {str(expected)[:300]}", file=sys.stderr)


nodes, edges = {}, {}
for line in open(folder / "graph.jsonl", encoding="utf-8"):
    record = json.loads(line)
    if record["type"] == "node":
        nodes[record["id"]] = record
    else:
        edges[record["start"]["id"], record["label"], record["end"]["id"]] = record


def weight(edge):
    return edge["properties"].get("papers", len(edge["properties"].get("claimPaper", [0])))


def same(found, expected):
    """A list is a JSON array of strings where a reader has no lists; numbers may come as floats."""
    if isinstance(expected, list):
        items = json.loads(found, strict=False) if isinstance(found, str) else found  # GEXF does not escape tabs
        return len(items) == len(expected) and all(same(f, e) for f, e in zip(items, expected))
    if isinstance(expected, bool):
        return found == expected
    if isinstance(expected, (int, float)):
        return float(found) == float(expected)
    return found == expected


def filled(properties):
    return {k: v for k, v in properties.items() if v is not None and v != "" and not (isinstance(v, float) and math.isnan(v))}


def check_properties(reader, about, found, expected, others):
    found = {k: v for k, v in filled(found).items() if k not in others}
    check(reader, f"{about}: keys", sorted(found), sorted(expected))
    for key, value in expected.items():
        if key in found:
            check(reader, f"{about} {key}: {found[key]!r} is {value!r}", same(found[key], value), True)


LOOKS = {"label", "labels", "kind", "color", "size", "viz", "id"}


def check_networkx(reader, graph):
    check(reader, "nodes", set(graph.nodes), set(nodes))
    for iri, record in nodes.items():
        check(reader, f"{iri} labels", graph.nodes[iri]["labels"], ":" + ":".join(record["labels"]))
        check_properties(reader, iri, graph.nodes[iri], record["properties"], LOOKS | {"start", "end", "spells"})
    found = collections.Counter()
    for source, target, data in graph.edges(data=True):
        label = data["label"] if "label" in data else data["kind"]
        key = (source, label, target)
        found[key] += 1
        if key in edges:
            check(reader, f"{key} weight", data["weight"], weight(edges[key]))
            check_properties(reader, key, data, edges[key]["properties"], LOOKS | {"interaction", "weight", "start", "end", "spells"})
    check(reader, "edges", found, collections.Counter(edges.keys()))


check_networkx("NetworkX GraphML", networkx.read_graphml(folder / "graph.graphml"))
check_networkx("NetworkX GEXF", networkx.read_gexf(folder / "graph.gexf"))

link = networkx.node_link_graph(json.load(open(folder / "graph.json", encoding="utf-8")))
check("NetworkX node-link", "nodes", set(link.nodes), set(nodes))
check("NetworkX node-link", "edges", {(s, k, t) for s, t, k in link.edges(keys=True)}, set(edges))
for iri, record in nodes.items():
    data = link.nodes[iri]
    check("NetworkX node-link", f"{iri} kinds", data["kinds"], record["labels"])
    plain = {k: v for k, v in record["properties"].items() if not k.startswith("claim")}
    check_properties("NetworkX node-link", iri, data, plain, LOOKS | {"kinds", "claims"})


def sentences(record):
    return record["properties"].get("claimSentence", [])


for source, target, key, data in link.edges(keys=True, data=True):
    record = edges[source, key, target]
    check("NetworkX node-link", f"{source} {key} {target} sentences", [c["sentence"] for c in data.get("claims", [])], sentences(record))

pajek = networkx.read_pajek(folder / "graph.net")
check("NetworkX Pajek", "nodes", pajek.number_of_nodes(), len(nodes))
check("NetworkX Pajek", "edges", pajek.number_of_edges(), len(edges))
pajek = igraph.Graph.Read_Pajek(str(folder / "graph.net"))
check("igraph Pajek", "nodes and edges", (pajek.vcount(), pajek.ecount()), (len(nodes), len(edges)))

graph = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
check("igraph GraphML", "nodes", set(graph.vs["id"]), set(nodes))
flags = {"isHandle", "delta"}  # igraph takes a missing boolean for false
for vertex in graph.vs:
    record = nodes[vertex["id"]]
    found = {k: v for k, v in vertex.attributes().items() if k not in flags or k in record["properties"]}
    check_properties("igraph GraphML", vertex["id"], found, record["properties"], LOOKS)
found = collections.Counter()
for edge in graph.es:
    key = (graph.vs[edge.source]["id"], edge["label"], graph.vs[edge.target]["id"])
    found[key] += 1
    if key in edges:
        check("igraph GraphML", f"{key} weight", edge["weight"], weight(edges[key]))
        check_properties("igraph GraphML", key, edge.attributes(), edges[key]["properties"], LOOKS | {"interaction", "weight"})
check("igraph GraphML", "edges", found, collections.Counter(edges.keys()))

database = sqlite3.connect(f"file:{folder / 'graph.sqlite'}?mode=ro", uri=True)
check("SQLite", "integrity", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
check("SQLite", "foreign keys", database.execute("PRAGMA foreign_key_check").fetchall(), [])
kinds = collections.Counter(kind for record in nodes.values() for kind in record["labels"])
check("SQLite", "kinds", dict(database.execute("SELECT kind, COUNT(*) FROM node_kinds GROUP BY kind")), dict(kinds))
relations = collections.Counter(label for _, label, _ in edges)
check("SQLite", "relations", dict(database.execute("SELECT label, COUNT(*) FROM edges GROUP BY label")), dict(relations))
claims = sum(len(record["properties"].get("claimPaper", [])) for record in [*nodes.values(), *edges.values()])
check("SQLite", "claims", database.execute("SELECT COUNT(*) FROM claims").fetchone()[0], claims)
database.row_factory = sqlite3.Row
for row in database.execute("SELECT * FROM nodes"):
    expected = {k: v for k, v in nodes[row["iri"]]["properties"].items() if not k.startswith("claim")}
    check_properties("SQLite", row["iri"], dict(row), expected, {"id", "iri", "kind", "label"})
read = collections.defaultdict(list)
for row in database.execute("SELECT s.iri AS source, e.label, t.iri AS target, sentence FROM claims AS c JOIN edges AS e ON e.id = c.edge"
                            " JOIN nodes AS s ON s.id = e.source JOIN nodes AS t ON t.id = e.target ORDER BY c.rowid"):
    read[row["source"], row["label"], row["target"]].append(row["sentence"])
check("SQLite", "sentences", dict(read), {key: sentences(record) for key, record in edges.items() if sentences(record)})
database.row_factory = None
results = {record["id"]: record["properties"] for record in nodes.values() if "Result" in record["labels"]}
rows = database.execute("SELECT iri, value, raw, unit FROM results").fetchall()
check("SQLite", "results", {iri: (v, raw, unit) for iri, v, raw, unit in rows},
      {iri: (p.get("value"), p.get("raw"), p.get("unit")) for iri, p in results.items()})


if folder.name == "sample":  # the examples ask for names of the sample
    examples = pathlib.Path(__file__).parents[3] / "examples/sql.md"
    for block in examples.read_text(encoding="utf-8").split("```sql\n")[1:]:
        query = block.split("```")[0]
        check("SQLite", f"rows for {query}", len(database.execute(query).fetchall()) > 0, True)

if faults:
    sys.exit(f"{faults} faults")
print(f"NetworkX {networkx.__version__}, igraph {igraph.__version__}, SQLite {sqlite3.sqlite_version}: "
      f"{len(nodes)} nodes, {len(edges)} edges, {claims} claims agree")
