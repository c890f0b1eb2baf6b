"""Every RDF export in a folder gives every reader the same distinct triples, graph names aside; the VoID description counts them."""

import sys

import readers
import rdflib

folder = sys.argv[1]
files = readers.files(folder)
expected = readers.by_oxigraph(files[0])
failed = False
for file in files:
    for name, read in readers.readers().items():
        found = read(file)
        same = found == expected
        failed |= not same
        print(f"{file.name}: {name}: {len(found)} triples{'' if same else ' DIFFER'}")
        for line in sorted(found ^ expected)[: 0 if same else 5]:
            print("  ", line)
void = rdflib.Graph().parse(files[0].with_name("graph.void.ttl"))
counted = int(void.value(void.value(None, rdflib.RDF.type, rdflib.VOID.Dataset), rdflib.VOID.triples))
print(f"graph.void.ttl: counts {counted}")
sys.exit(failed or counted != len(expected))
