"""The graph conforms to ontology/shapes.ttl: conforms.py FOLDER [broken]

`broken`: and each broken graph (the sample, which FOLDER must hold, after an update of broken/) does not."""

import pathlib
import sys

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

import readers

DKG = rdflib.Namespace("https://w3id.org/digestkg/ontology#")
graph_file = pathlib.Path(sys.argv[1]) / "graph.nt"
shapes_file = readers.root / "ontology" / "shapes.ttl"
small = 20000  # triples that pySHACL takes in seconds; larger graphs go to Jena alone


def report_of(graph):
    return pyshacl.validate(graph, shacl_graph=shapes)[1]


def caught(report, graph):
    """Classes of the things that the report finds fault with."""
    classes = {t for node in report.objects(None, SH.focusNode) for t in graph.objects(node, RDF.type)}
    return {str(c).removeprefix(str(DKG)) for c in classes}


shapes = rdflib.Graph().parse(shapes_file)
graph = rdflib.Graph().parse(graph_file, format="nt")
failed = False
if readers.jena:
    conforms = "sh:conforms  true" in readers.run_jena("shacl.shacl", "validate", "--shapes", shapes_file, "--data", graph_file)
    print(f"{'OK' if conforms else 'FAILED'}: Jena {readers.version('Jena')}, SHACL | {len(graph)} triples conform to ontology/shapes.ttl")
    failed |= not conforms
if len(graph) <= small:
    report = report_of(graph)
    conforms = not list(report.objects(None, SH.focusNode))
    print("" if conforms else report.serialize(), end="")
    print(f"{'OK' if conforms else 'FAILED'}: pySHACL {pyshacl.__version__} | {len(graph)} triples conform to ontology/shapes.ttl")
    failed |= not conforms
if sys.argv[2:] == ["broken"]:
    tried = set()
    updates = sorted((pathlib.Path(__file__).parent / "broken").glob("*.ru"))
    for update in updates:
        broken = rdflib.Graph() + graph
        broken.update(update.read_text())
        expected = update.name.split(".")[0]
        tried.add(expected)
        found = caught(report_of(broken), broken)
        if len(broken ^ graph) == 0 or expected not in found:
            failed = True
            print(f"{update.name}: NOT CAUGHT ({', '.join(sorted(found))})")
    shaped = {str(c).removeprefix(str(DKG)) for c in shapes.objects(None, SH.targetClass)}
    print(f"pySHACL: {len(updates)} broken graphs, {len(tried)} of {len(shaped)} shapes catch theirs")
    failed |= tried != shaped
sys.exit(failed)
