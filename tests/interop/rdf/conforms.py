"""The graph conforms to ontology/shapes.ttl: conforms.py FOLDER [broken]

`broken`: and each broken graph (the sample, which FOLDER must hold, after an update of broken/) does not, and has a fault of the class that
the update's name tells."""

import pathlib
import sys
import tempfile

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

import readers

DKG = rdflib.Namespace("https://w3id.org/digestkg/ontology#")
graph_file = pathlib.Path(sys.argv[1]) / "graph.nt"
shapes_file = readers.root / "ontology" / "shapes.ttl"
small = 20000  # triples that pySHACL takes in seconds; larger graphs go to Jena alone


def faults_by_pyshacl(graph):
    """Nodes that have faults."""
    report = pyshacl.validate(graph, shacl_graph=shapes)[1]
    return set(report.objects(None, SH.focusNode))


def faults_by_jena(files):
    """File -> nodes that have faults."""
    with tempfile.TemporaryDirectory(prefix="digestkg-shacl") as folder:
        readers.compile_for_jena("Conforms.java", folder)
        said = readers.run_jena("Conforms", shapes_file, *files, classpath=folder)
    faults = {str(file): set() for file in files}
    for line in said.splitlines():
        file, focus = line.split(" ", 1)
        faults[file].add(rdflib.URIRef(focus))
    return faults


def classes(nodes, graph):
    return {str(kind).removeprefix(str(DKG)) for node in nodes for kind in graph.objects(node, RDF.type)}


def broken_graphs():
    """Name of an update -> the sample after it."""
    for update in sorted((pathlib.Path(__file__).parent / "broken").glob("*.ru")):
        broken = rdflib.Graph() + graph
        broken.update(update.read_text())
        yield update.stem, broken


def by_both(graphs):
    """Validator -> name of a broken graph -> nodes that have faults."""
    found = {f"pySHACL {pyshacl.__version__}": {name: faults_by_pyshacl(broken) for name, broken in graphs.items()}}
    if readers.jena:
        with tempfile.TemporaryDirectory(prefix="digestkg-broken") as folder:
            files = {name: pathlib.Path(folder) / f"{name}.nt" for name in graphs}
            for name, broken in graphs.items():
                broken.serialize(files[name], format="nt", encoding="utf-8")
            said = faults_by_jena(list(files.values()))
        found[f"Jena {readers.version('Jena')}"] = {name: said[str(file)] for name, file in files.items()}
    return found


def report(validator, faults, compared):
    global failed
    failed |= bool(faults)
    print("\n".join(f"  {validator}: {fault}" for fault in faults), end="\n" if faults else "")
    print(f"FAILED: {validator} | {compared}, {len(faults)} faults" if faults else f"OK: {validator} | {compared}")


def check_broken():
    graphs = dict(broken_graphs())
    shaped = {str(kind).removeprefix(str(DKG)) for kind in shapes.objects(None, SH.targetClass)}
    untried = [f"no graph breaks {kind}" for kind in sorted(shaped - {name.split(".")[0] for name in graphs})]
    for validator, found in by_both(graphs).items():
        faults = [f"{name}: NOT CAUGHT" for name in graphs
                  if len(graphs[name] ^ graph) == 0 or name.split(".")[0] not in classes(found[name], graphs[name])]
        report(f"{validator}, broken graphs", faults + untried, f"{len(graphs)} broken graphs do not conform, each of {len(shaped)} shapes catches its own")


shapes = rdflib.Graph().parse(shapes_file)
graph = rdflib.Graph().parse(graph_file, format="nt")
failed = False
said = f"{len(graph)} triples conform to ontology/shapes.ttl"
if readers.jena:
    report(f"Jena {readers.version('Jena')}, SHACL", sorted(faults_by_jena([graph_file])[str(graph_file)])[:5], said)
if len(graph) <= small:
    report(f"pySHACL {pyshacl.__version__}", sorted(faults_by_pyshacl(graph))[:5], said)
if sys.argv[2:] == ["broken"]:
    check_broken()
sys.exit(failed)
