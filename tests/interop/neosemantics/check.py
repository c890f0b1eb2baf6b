"""What a Neo4j server without the plugin can say of examples/neosemantics.cypher, and what neosemantics' client for Python makes of the Turtle
there, held against graph.jsonl: check.py FOLDER HOME SCRIPT JAVA-COMMAND..."""

import collections
import contextlib
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys

import neo4j
import rdflib
import rdflib_neo4j

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from samples import samples  # noqa: E402

BASE = "https://w3id.org/digestkg/"
DKG = BASE + "ontology#"
folder, home, script, java = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4:]
failed = False


def report(importer, faults, compared):
    global failed
    failed |= bool(faults)
    for fault in faults[:20]:
        print(f"  {importer}: {fault}")
    print(f"FAILED: {importer} | {compared}, {len(faults)} faults" if faults else f"OK: {importer} | {compared}")


def check_script(address, driver):
    """All statements up to the first call of the plugin run; that one fails for want of the plugin and of nothing else."""
    done = subprocess.run([*java, "org.neo4j.shell.Main", "-a", address], input=script.read_text(), capture_output=True, text=True)
    faults = []
    if "no procedure with the name `n10s.graphconfig.init`" not in done.stdout + done.stderr:
        faults.append(f"cypher-shell said {(done.stdout + done.stderr)[:300]}")
    kept = driver.execute_query("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties").records
    if [tuple(record.values()) for record in kept] != [("n10s_unique_uri", "UNIQUENESS", ["Resource"], ["uri"])]:
        faults.append(f"the constraints are {kept}")
    added = dict(re.findall(r"nsprefixes\.add\('(\w+)', '([^']+)'\)", script.read_text()))
    lines = re.findall(r"^@prefix (\w+): <(.*)> \.$", (folder / "graph.ttl").read_text(encoding="utf-8"), re.M)
    of_terms = {name: iri for name, iri in lines if not iri.startswith(BASE) or iri == DKG}
    if added != of_terms:
        faults.append(f"the prefixes {added} are not the Turtle's {of_terms}")
    report("neosemantics.cypher without the plugin", faults, f"constraint made, {len(added)} prefixes as in the Turtle; the first n10s call is unknown there")


def import_turtle(driver):
    config = rdflib_neo4j.Neo4jStoreConfig(
        custom_prefixes={"dkg": rdflib.Namespace(DKG)}, batch_size=5000, multival_props_names=[("dkg", "aliases")],
        handle_vocab_uri_strategy=rdflib_neo4j.HANDLE_VOCAB_URI_STRATEGY.IGNORE,
        handle_multival_strategy=rdflib_neo4j.HANDLE_MULTIVAL_STRATEGY.ARRAY)
    with contextlib.redirect_stdout(io.StringIO()):  # it tells when it opens and closes
        store = rdflib.Graph(store=rdflib_neo4j.Neo4jStore(config=config, neo4j_driver=driver))
        store.parse(folder / "graph.ttl", format="turtle")
        store.close(True)


def relation(label):
    first, *rest = label.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def same(found, expected):
    if isinstance(expected, list):
        return isinstance(found, list) and sorted(found) == sorted(expected)
    if isinstance(found, neo4j.time.Date):
        return found.to_native() == datetime.date.fromisoformat(expected)
    return found == expected


def check_client(driver):
    nodes, edges = {}, {}
    for line in (folder / "graph.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
        record = json.loads(line)
        if record["type"] == "node":
            nodes[BASE + record["id"]] = record
        else:
            edges[BASE + record["start"]["id"], relation(record["label"]), BASE + record["end"]["id"]] = record
    wanted, faults = samples(folder), []
    kinds, relations = collections.Counter(), collections.Counter()
    for uri, labels, found in driver.execute_query("MATCH (r:Resource) WHERE r.uri IN $uris RETURN r.uri, labels(r), properties(r)", uris=list(nodes)).records:
        kinds.update(label for label in labels if label in nodes[uri]["labels"])
        faults += faults_of_node(uri, nodes[uri], found, wanted)
    for source, kind, target in driver.execute_query("MATCH (a:Resource)-[r]->(b:Resource) RETURN a.uri, type(r), b.uri").records:
        relations[kind] += (source, kind, target) in edges
    relations = +relations
    for of, found in (("nodes", kinds), ("edges", relations)):
        print(f"  {of} by kind, {sum(found.values())}: {', '.join(f'{kind} {n}' for kind, n in sorted(found.items()))}")
    if kinds != collections.Counter(label for record in nodes.values() for label in record["labels"]):
        faults.append("other kinds")
    if relations != collections.Counter(kind for _, kind, _ in edges):
        faults.append("other edges")
    faults += faults_of_sentences(driver, edges, wanted)
    report("neosemantics' Python client, rdflib-neo4j 1.1, Turtle", faults, f"{len(nodes)} nodes and {len(edges)} edges: kinds, typed properties, evidence")


def faults_of_node(uri, record, found, wanted):
    for key, value in record["properties"].items():
        if key.startswith("claim"):
            continue
        place = f"{record['id']} {key}"
        if place in wanted:
            print(f"  {wanted[place]}: {found.get(key)}  ({place})")
        if key.endswith("Url"):  # links are nodes in RDF
            continue
        if not same(found.get(key), value):
            yield f"{uri} {key} is {found.get(key)!r}, not {value!r}"


def faults_of_sentences(driver, edges, wanted):
    """Of each edge the sentences of its claims: a claim has subject, predicate and object."""
    query = ("MATCH (c:Claim)-[:subject]->(a), (c)-[:predicate]->(p), (c)-[:object]->(b)"
             " RETURN a.uri AS source, p.uri AS relation, b.uri AS target, collect(DISTINCT c.sentence) AS sentences")
    found = {(s, p.removeprefix(DKG), t): sentences for s, p, t, sentences in driver.execute_query(query).records}
    for (source, kind, target), record in edges.items():
        expected = set(record["properties"].get("claimSentence", []))
        sentences = set(found.get((source, kind, target), []))
        place = f"{record['start']['id']} {record['label']} {record['end']['id']} claimSentence"
        if place in wanted:
            print(f"  {wanted[place]}: {' | '.join(sorted(sentences))}  ({place})")
        if not sentences <= expected or (sentences != expected and "Result" not in record["start"]["labels"] + record["end"]["labels"]):
            yield f"sentences of {source} {kind} {target} are {sentences}"


server = subprocess.Popen([*java, "Serve", home], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
try:
    address = server.stdout.readline().strip()
    with neo4j.GraphDatabase.driver(address) as driver:
        check_script(address, driver)
        import_turtle(driver)
        check_client(driver)
finally:
    server.communicate()
sys.exit(failed)
