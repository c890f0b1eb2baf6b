"""RDF files -> sets of N-Triples statements, as Raptor, rdflib, Oxigraph and Jena see them."""

import hashlib
import os
import pathlib
import shutil
import subprocess

import pyoxigraph
import rdflib

rdflib.NORMALIZE_LITERALS = False
JAVA = ["-Xmx2g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
# Triples: what is slow in Python is then left to the other readers, unless somebody has an hour.
LARGE = float("inf") if os.environ.get("DIGESTKG_PATIENT") else 100000
jena = os.environ.get("DIGESTKG_JENA")
ask = os.environ.get("DIGESTKG_ASK")
root = pathlib.Path(os.environ["DIGESTKG_ROOT"])

RDFLIB_FORMATS = {"nt": "nt", "ttl": "turtle", "nq": "nquads", "trig": "trig", "rdf": "xml", "jsonld": "json-ld"}
RAPTOR_FORMATS = {"nt": "ntriples", "ttl": "turtle", "nq": "nquads", "trig": "trig", "rdf": "rdfxml"}
OXIGRAPH_FORMATS = {
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "ttl": pyoxigraph.RdfFormat.TURTLE,
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "rdf": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def files(folder):
    return [pathlib.Path(folder) / f"graph.{suffix}" for suffix in RDFLIB_FORMATS]


def run_jena(tool, *arguments, classpath=""):
    """Standard output of one of Jena's commands; what it says on standard error is an error."""
    command = ["java", *JAVA, "-cp", f"{classpath}:{jena}/*", tool, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or " WARN " in done.stderr or " ERROR " in done.stderr or "WARNING: " in done.stderr:
        raise RuntimeError(f"{tool}: {done.stderr[:500]}")
    return done.stdout


def compile_for_jena(source, folder):
    command = ["javac", "-nowarn", "-proc:none", "-cp", f"{jena}/*", "-d", folder, pathlib.Path(__file__).with_name(source)]
    subprocess.run(command, check=True)


def statements(quads):
    return {f"{q.subject} {q.predicate} {q.object}" for q in quads}


def by_oxigraph(path):
    return statements(pyoxigraph.parse(path=str(path), format=OXIGRAPH_FORMATS[path.suffix[1:]]))


def by_rdflib(path):
    data = rdflib.Dataset(default_union=True)
    data.parse(path, format=RDFLIB_FORMATS[path.suffix[1:]])
    lines = "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in data.triples((None, None, None)))
    return statements(pyoxigraph.parse(input=lines, format=pyoxigraph.RdfFormat.TURTLE))


def by_jena(path):
    lines = run_jena("riotcmd.riot", "--output=nquads", path)
    return statements(pyoxigraph.parse(input=lines, format=pyoxigraph.RdfFormat.N_QUADS))


def by_raptor(path):
    """Raptor knows no JSON-LD. What it says on standard error is an error; of quads it writes the triples."""
    command = ["rapper", "-q", "-i", RAPTOR_FORMATS[path.suffix[1:]], "-o", "ntriples", path]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(f"rapper: {done.stderr[:500]}")
    return statements(pyoxigraph.parse(input=done.stdout, format=pyoxigraph.RdfFormat.N_TRIPLES))


def canonical(statements):
    """Number and hash of the canonical form: the sorted N-Triples. Without blank nodes there is nothing to rename."""
    if any(part.startswith("_:") for statement in statements for part in statement.split(" ", 2)):
        raise RuntimeError("blank nodes")
    digest = hashlib.sha256()
    for statement in sorted(statements):
        digest.update(f"{statement} .\n".encode())
    return len(statements), digest.hexdigest()


def readers():
    absent = {"Raptor": not shutil.which("rapper"), "Jena": not jena}
    every = {"Raptor": by_raptor, "Oxigraph": by_oxigraph, "Jena": by_jena, "rdflib": by_rdflib}
    return {name: read for name, read in every.items() if not absent.get(name)}


def version(reader):
    if reader == "Raptor":
        return subprocess.run(["rapper", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {"rdflib": rdflib.__version__, "Oxigraph": pyoxigraph.__version__, "Jena": version_of_jena()}[reader]


def version_of_jena():
    return next(pathlib.Path(jena).glob("jena-arq-*.jar")).stem.removeprefix("jena-arq-") if jena else ""
