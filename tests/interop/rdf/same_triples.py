"""Every RDF export in a folder gives every reader the same distinct triples, graph names aside, with the counts and samples of the graph; the
VoID description counts them: same_triples.py FOLDER

A table shows, per file and reader, the number of triples, the start of the hash of their canonical form, and seconds."""

import sys
import time

import facts
import readers
import rdflib

folder = sys.argv[1]
files = readers.files(folder)
expected = readers.by_oxigraph(files[0])
number, form = readers.canonical(expected)
found = readers.readers()
failed = False


def report(reader, faults, compared):
    global failed
    failed |= bool(faults)
    print("\n".join(f"  {reader}: {fault}" for fault in faults), end="\n" if faults else "")
    print(f"FAILED: {reader} | {compared}, {len(faults)} faults" if faults else f"OK: {reader} | {compared}")


def files_for(name):
    """rdflib takes minutes a file of a large graph: there it reads the Turtle alone. Raptor knows no JSON-LD."""
    if name == "Raptor":
        return [file for file in files if file.suffix != ".jsonld"]
    return files[1:2] if name == "rdflib" and number > readers.LARGE else files


def cell(name, file, faults, last):
    """Reads a file, and says what was found."""
    if file not in files_for(name):
        return "-"
    start = time.monotonic()
    triples = found[name](file)
    seconds = time.monotonic() - start
    triples_number, triples_form = readers.canonical(triples)
    if (triples_number, triples_form) != (number, form):
        faults[name].append(f"{file.name}: {triples_number} triples, not {number}: {sorted(triples ^ expected)[:5]}")
    last[name] = triples
    return f"{triples_number} {triples_form[:12]} ({seconds:.1f} s)"


faults, last = {name: [] for name in found}, {}
print("| file | " + " | ".join(f"{name} {readers.version(name)}" for name in found) + " |")
print("|---|" + "---|" * len(found))
for file in files:
    print(f"| {file.name} | " + " | ".join(cell(name, file, faults, last) for name in found) + " |", flush=True)
print(f"  {number} distinct triples without blank nodes; SHA-256 of their sorted N-Triples: {form}")
for name in found:
    suffixes = ", ".join(file.suffix[1:] for file in files_for(name))
    faults[name] += facts.faults_of(folder, last[name])
    report(f"{name} {readers.version(name)}, RDF files", faults[name], f"the same {number} triples in {suffixes}; kinds, typed values, evidence")
void = rdflib.Graph().parse(files[0].with_name("graph.void.ttl"))
counted = int(void.value(void.value(None, rdflib.RDF.type, rdflib.VOID.Dataset), rdflib.VOID.triples))
report(f"rdflib {readers.version('rdflib')}, VoID", [] if counted == number else [f"counts {counted}"], f"{counted} triples")
sys.exit(failed)
