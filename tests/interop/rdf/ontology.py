#!/usr/bin/env python3
"""The vocabulary tells all of its terms, a graph uses no other, and each foreign term was looked up: ontology.py GRAPH.nt

foreign_terms.tsv says where. A misspelt term of our own or of others fails here."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
ONTOLOGY = HERE.parents[2] / "ontology"
OURS = "https://w3id.org/digestkg/"
NAMESPACE = OURS + "ontology#"


def foreign_terms():
    lines = (HERE / "foreign_terms.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {namespace + term for namespace, source, terms in rows if source for term in terms.split()}


def faults_of_term(term, vocabulary, rdflib):
    rdfs, skos = rdflib.RDFS, rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
    wanted = [rdfs.label, rdfs.comment, skos.example]
    if (term, rdflib.RDF.type, rdflib.OWL.Class) not in vocabulary:
        wanted += [rdfs.domain, rdfs.range]
    yield from (f"{term}: no {p}" for p in wanted if vocabulary.value(term, p) is None)
    prefixes = f"@prefix dkg: <{NAMESPACE}> .\n@prefix xsd: <{rdflib.XSD}> .\n"
    example = rdflib.Graph().parse(data=prefixes + vocabulary.value(term, skos.example, default=""), format="turtle")
    if not any(term in triple for triple in example):
        yield f"{term}: not in its example"


def main():
    try:
        import rdflib
    except ImportError:
        print("SKIPPED: no Python module rdflib")
        return 77
    vocabulary = rdflib.Graph().parse(ONTOLOGY / "digestkg.ttl")
    kinds = [rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty]
    own = {t for kind in kinds for t in vocabulary.subjects(rdflib.RDF.type, kind) if t.startswith(NAMESPACE)}
    faults = [fault for term in sorted(own) for fault in faults_of_term(term, vocabulary, rdflib)]
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    shaped = set(shapes.objects(None, rdflib.URIRef("http://www.w3.org/ns/shacl#targetClass")))
    faults += [f"{t}: no shape" for t in own - shaped if (t, rdflib.RDF.type, rdflib.OWL.Class) in vocabulary]

    graph = rdflib.Graph().parse(sys.argv[1], format="nt")
    used = set(graph.predicates()) | set(graph.objects(None, rdflib.RDF.type)) | {o.datatype for o in graph.objects() if isinstance(o, rdflib.Literal) and o.datatype}
    for triple in [*vocabulary, *shapes]:
        used |= {t for t in triple if isinstance(t, rdflib.URIRef)}
    known = foreign_terms() | {str(t) for t in own}
    outside = {str(t) for t in used if str(t) not in known and (str(t).startswith(NAMESPACE) or not str(t).startswith(OURS))}
    faults += [f"{t}: in no vocabulary" for t in sorted(outside)]
    print("\n".join(faults) or f"{len(own)} terms of our own, {len(foreign_terms())} of others")
    return int(bool(faults))


sys.exit(main())
