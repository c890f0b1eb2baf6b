"""Every RDF export in a folder gives every reader the same distinct triples, graph names aside, with the counts and samples of the graph; the
VoID description counts them."""

import sys

import facts
import readers
import rdflib

folder = sys.argv[1]
files = readers.files(folder)
expected = readers.by_oxigraph(files[0])
failed = False


def report(reader, faults, compared):
    global failed
    failed |= bool(faults)
    print("\n".join(f"  {reader}: {fault}" for fault in faults), end="\n" if faults else "")
    print(f"FAILED: {reader} | {compared}, {len(faults)} faults" if faults else f"OK: {reader} | {compared}")


def files_for(name):
    """rdflib takes minutes a file of a large graph: there it reads the Turtle alone."""
    return files[1:2] if name == "rdflib" and len(expected) > readers.LARGE else files


for name, read in readers.readers().items():
    faults, last = [], None
    for file in files_for(name):
        last = read(file)
        if last != expected:
            faults.append(f"{file.name}: {len(last)} triples, not {len(expected)}: {sorted(last ^ expected)[:5]}")
    faults += facts.faults_of(folder, last)
    suffixes = ", ".join(file.suffix[1:] for file in files_for(name))
    report(f"{name} {readers.version(name)}, RDF files", faults, f"the same {len(expected)} triples in {suffixes}; kinds, typed values, evidence")
void = rdflib.Graph().parse(files[0].with_name("graph.void.ttl"))
counted = int(void.value(void.value(None, rdflib.RDF.type, rdflib.VOID.Dataset), rdflib.VOID.triples))
report(f"rdflib {readers.version('rdflib')}, VoID", [] if counted == len(expected) else [f"counts {counted}"], f"{counted} triples")
sys.exit(failed)
