"""Compares what NetworkX, igraph, sqlite3 and csv read from the exports in a folder with its graph.jsonl, fact by fact."""

import collections
import csv
import json
import math
import pathlib
import sqlite3
import sys
import warnings

import igraph
import networkx

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from samples import samples  # noqa: E402

warnings.simplefilter("error")
folder = pathlib.Path(sys.argv[1])
wanted = samples(folder)
faults = collections.Counter()
shown = set()


def check(reader, what, found, expected):
    if found != expected:
        faults[reader] += 1
        if faults[reader] <= 20:
            print(f"  {reader}: {what}\n    found    {str(found)[:300]}\n    expected {str(expected)[:300]}")


def show(reader, about, key, found):
    place = f"{about if isinstance(about, str) else ' '.join(about)} {key}"
    if place in wanted and (reader, place) not in shown:
        shown.add((reader, place))
        print(f"  {wanted[place]}: {found}  ({place})")


def done(reader, kinds, relations, compared):
    """`kinds` and `relations`: what each node or edge that the reader has is; None where the format does not say."""
    for of, found in (("nodes", kinds), ("edges", relations)):
        if found is not None:
            counts = collections.Counter(found)
            print(f"  {of} by kind, {sum(counts.values())}: {', '.join(f'{kind} {n}' for kind, n in sorted(counts.items()))}")
    if kinds is not None:
        check(reader, "samples", {place for place in wanted if (reader, place) not in shown}, set())
    print(f"{'FAILED' if faults[reader] else 'OK'}: {reader} | {compared}{f', {faults[reader]} faults' if faults[reader] else ''}")


nodes, edges = {}, {}
for line in (folder / "graph.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
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
            show(reader, about, key, found[key])
            check(reader, f"{about} {key}: {found[key]!r} is {value!r}", same(found[key], value), True)


LOOKS = {"label", "labels", "kind", "kinds", "color", "size", "viz", "id", "start", "end", "spells", "interaction", "weight", "claims"}


def kinds_of(labels):
    return [kind for kind in labels.split(":") if kind]


def check_networkx(reader, graph):
    check(reader, "nodes", set(graph.nodes), set(nodes))
    for iri, record in nodes.items():
        check(reader, f"{iri} labels", graph.nodes[iri]["labels"], ":" + ":".join(record["labels"]))
        check_properties(reader, iri, graph.nodes[iri], record["properties"], LOOKS)
    found = collections.Counter()
    for source, target, data in graph.edges(data=True):
        key = (source, data["label"] if "label" in data else data["kind"], target)
        found[key] += 1
        if key in edges:
            check(reader, f"{key} weight", data["weight"], weight(edges[key]))
            check_properties(reader, key, data, edges[key]["properties"], LOOKS)
    check(reader, "edges", found, collections.Counter(edges.keys()))
    kinds = [kind for _, labels in graph.nodes(data="labels") for kind in kinds_of(labels)]
    done(reader, kinds, (label for _, label, _ in found.elements()), f"{size(graph)}: kinds, weights, properties, evidence")


def size(graph):
    return f"{graph.number_of_nodes()} nodes and {graph.number_of_edges()} edges"


def without_claims(record):
    return {k: v for k, v in record["properties"].items() if not k.startswith("claim")}


def sentences(record):
    return record["properties"].get("claimSentence", [])


def check_node_link(reader, graph):
    check(reader, "nodes", set(graph.nodes), set(nodes))
    check(reader, "edges", {(s, k, t) for s, t, k in graph.edges(keys=True)}, set(edges))
    for iri, record in nodes.items():
        check(reader, f"{iri} kinds", graph.nodes[iri]["kinds"], record["labels"])
        check_properties(reader, iri, graph.nodes[iri], without_claims(record), LOOKS)
    for source, target, label, data in graph.edges(keys=True, data=True):
        key, found = (source, label, target), [claim["sentence"] for claim in data.get("claims", [])]
        show(reader, key, "claimSentence", found)
        check(reader, f"{key} sentences", found, sentences(edges[key]))
        check(reader, f"{key} weight", data["weight"], weight(edges[key]))
        check_properties(reader, key, data, without_claims(edges[key]), LOOKS | {"key"})
    kinds = [kind for _, kinds in graph.nodes(data="kinds") for kind in kinds]
    done(reader, kinds, (label for _, _, label in graph.edges(keys=True)), f"{size(graph)}: kinds, weights, properties, evidence")


def pajek_names(labels):
    """As the exporter writes them: no quotes, backslashes and tabs, and the IRI behind what two nodes share."""
    plain = {iri: text.replace('"', "'").replace("\\", "/").replace("\t", " ") for iri, text in labels.items()}
    uses = collections.Counter(plain.values())
    return {iri: f"{text} ({iri})" if uses[text] > 1 else text for iri, text in plain.items()}


def check_pajek(reader, found_names, found_arcs, labels):
    """`found_arcs`: (name, name, weight) of each. `labels`: of each IRI, from another format."""
    names = pajek_names(labels)
    check(reader, "names", collections.Counter(found_names), collections.Counter(names.values()))
    expected = collections.Counter((names[s], names[t], float(weight(record))) for (s, _, t), record in edges.items())
    check(reader, "arcs", collections.Counter(found_arcs), expected)
    done(reader, None, None, f"{len(found_names)} names and {len(found_arcs)} arcs with their weights")


def check_igraph(reader, graph):
    check(reader, "nodes", set(graph.vs["id"]), set(nodes))
    flags = {"isHandle", "delta"}  # igraph takes a missing boolean for false
    for vertex in graph.vs:
        record = nodes[vertex["id"]]
        found = {k: v for k, v in vertex.attributes().items() if k not in flags or k in record["properties"]}
        check_properties(reader, vertex["id"], found, record["properties"], LOOKS)
    found = collections.Counter()
    for edge in graph.es:
        key = (graph.vs[edge.source]["id"], edge["label"], graph.vs[edge.target]["id"])
        found[key] += 1
        if key in edges:
            check(reader, f"{key} weight", edge["weight"], weight(edges[key]))
            check_properties(reader, key, edge.attributes(), edges[key]["properties"], LOOKS)
    check(reader, "edges", found, collections.Counter(edges.keys()))
    kinds = [kind for labels in graph.vs["labels"] for kind in kinds_of(labels)]
    done(reader, kinds, graph.es["label"], f"{graph.vcount()} nodes and {graph.ecount()} edges: kinds, weights, properties, evidence")


def check_sqlite(reader, database):
    check(reader, "integrity", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    check(reader, "foreign keys", database.execute("PRAGMA foreign_key_check").fetchall(), [])
    kinds = dict(database.execute("SELECT kind, COUNT(*) FROM node_kinds GROUP BY kind"))
    check(reader, "kinds", kinds, dict(collections.Counter(kind for record in nodes.values() for kind in record["labels"])))
    relations = dict(database.execute("SELECT label, COUNT(*) FROM edges GROUP BY label"))
    check(reader, "relations", relations, dict(collections.Counter(label for _, label, _ in edges)))
    claims = sum(len(record["properties"].get("claimPaper", [])) for record in [*nodes.values(), *edges.values()])
    check(reader, "claims", database.execute("SELECT COUNT(*) FROM claims").fetchone()[0], claims)
    check_sqlite_rows(reader, database)
    done(reader, kinds, relations, f"{len(nodes)} nodes, {len(edges)} edges, {claims} claims: kinds, properties, evidence, results")


def check_sqlite_rows(reader, database):
    results = {record["id"]: record["properties"] for record in nodes.values() if "Result" in record["labels"]}
    rows = database.execute("SELECT iri, value, raw, unit FROM results").fetchall()
    check(reader, "results", {iri: (v, raw, unit) for iri, v, raw, unit in rows},
          {iri: (p.get("value"), p.get("raw"), p.get("unit")) for iri, p in results.items()})
    read = collections.defaultdict(list)
    for row in database.execute("SELECT s.iri AS source, e.label, t.iri AS target, sentence FROM claims AS c JOIN edges AS e ON e.id = c.edge"
                                " JOIN nodes AS s ON s.id = e.source JOIN nodes AS t ON t.id = e.target ORDER BY c.rowid"):
        read[row[:3]].append(row[3])
    check(reader, "sentences", dict(read), {key: sentences(record) for key, record in edges.items() if sentences(record)})
    for key, found in read.items():
        show(reader, key, "claimSentence", found)
    if folder.name == "sample":  # the examples ask for names of the sample
        examples = pathlib.Path(__file__).parents[3] / "examples/sql.md"
        for block in examples.read_text(encoding="utf-8").split("```sql\n")[1:]:
            query = block.split("```")[0]
            check(reader, f"rows for {query}", len(database.execute(query).fetchall()) > 0, True)
    database.row_factory = sqlite3.Row
    for row in database.execute("SELECT * FROM nodes"):
        check_properties(reader, row["iri"], dict(row), without_claims(nodes[row["iri"]]), {"id", "iri", "kind", "label"})


def typed(row):
    """Cells of a CSV as the values that their JSON spelling says."""
    numbers = {"value", "baselineValue", "pageRank", "degree", "position", "papers", "weight", "claimConfidence", "claimBegin", "claimEnd"}
    as_json = numbers | {"isHandle", "delta", "aliases", "authors"}
    return {k: json.loads(v) if v and k in as_json else v for k, v in row.items()}


def check_tables(reader, path, **dialect):
    def rows(name):
        with open(path / f"{name}.{path.name}", encoding="utf-8", newline="") as file:
            yield from map(typed, csv.DictReader(file, strict=True, **dialect))

    kinds, relations, read = [], [], collections.defaultdict(list)
    for row in rows("nodes"):
        kinds += row["kind"].split(";")
        check(reader, f"{row['id']} kinds", row["kind"].split(";"), nodes[row["id"]]["labels"])
        check_properties(reader, row["id"], row, without_claims(nodes[row["id"]]), {"id", "label", "kind"})
    for row in rows("edges"):
        key = (row["source"], row["label"], row["target"])
        relations.append(row["label"])
        check(reader, f"{key} weight", row["weight"], weight(edges[key]))
        check_properties(reader, key, row, without_claims(edges[key]), {"source", "target", "label", "weight"})
    for row in rows("claims"):
        if row["target"]:
            read[row["source"], row["label"], row["target"]].append(row["claimSentence"])
    for key, found in read.items():
        show(reader, key, "claimSentence", found)
    check(reader, "sentences", dict(read), {key: sentences(record) for key, record in edges.items() if sentences(record)})
    check(reader, "numbers", (collections.Counter(relations)), collections.Counter(label for _, label, _ in edges))
    done(reader, kinds, relations, f"{len(nodes)} nodes and {len(edges)} edges: kinds, weights, properties, evidence")


nx, ig = f"NetworkX {networkx.__version__}", f"igraph {igraph.__version__}"
graphml = networkx.read_graphml(folder / "graph.graphml")
names = dict(graphml.nodes(data="label"))
check_networkx(f"{nx}, GraphML", graphml)
check_networkx(f"{nx}, GEXF", networkx.read_gexf(folder / "graph.gexf"))
check_node_link(f"{nx}, node-link JSON", networkx.node_link_graph(json.loads((folder / "graph.json").read_text(encoding="utf-8"))))
pajek = networkx.read_pajek(folder / "graph.net")
check_pajek(f"{nx}, Pajek", list(pajek.nodes), [(s, t, w) for s, t, w in pajek.edges(data="weight")], names)
pajek = igraph.Graph.Read_Pajek(str(folder / "graph.net"))
check_pajek(f"{ig}, Pajek", pajek.vs["id"], [(pajek.vs[e.source]["id"], pajek.vs[e.target]["id"], e["weight"]) for e in pajek.es], names)
check_igraph(f"{ig}, GraphML", igraph.Graph.Read_GraphML(str(folder / "graph.graphml")))
check_sqlite(f"SQLite {sqlite3.sqlite_version}", sqlite3.connect(f"file:{folder / 'graph.sqlite'}?mode=ro", uri=True))
if (folder / "csv").exists():  # a view is one file
    check_tables("Python's csv, CSV", folder / "csv")
    check_tables("Python's csv, TSV", folder / "tsv", delimiter="\t")
sys.exit(1 if faults else 0)
