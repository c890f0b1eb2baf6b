"""RDF files -> sets of N-Triples statements and query answers, as rdflib, Oxigraph and Jena see them."""

import csv
import io
import os
import pathlib
import subprocess
import tempfile

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


def readers():
    return {"rdflib": by_rdflib, "Oxigraph": by_oxigraph} | ({"Jena": by_jena} if jena else {})


def version(reader):
    if reader != "Jena":
        return {"rdflib": rdflib.__version__, "Oxigraph": pyoxigraph.__version__}[reader]
    return next(pathlib.Path(jena).glob("jena-arq-*.jar")).stem.removeprefix("jena-arq-")


def plain(value):
    """A value as all engines write it: 2.50, 2.5 and "2.5"^^xsd:decimal are one number."""
    try:
        return repr(float(value))
    except ValueError:
        return value


def from_csv(text):
    rows = list(csv.reader(io.StringIO(text)))
    return [rows[0], *([plain(cell) for cell in row] for row in rows[1:])]


def answers_of_oxigraph(graph, query):
    results = pyoxigraph_store(graph).query(query)
    return from_csv(results.serialize(format=pyoxigraph.QueryResultsFormat.CSV).decode())


def pyoxigraph_store(graph, known={}):
    if graph not in known:
        known[graph] = pyoxigraph.Store()
        known[graph].bulk_load(path=str(graph), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return known[graph]


def answers_of_rdflib(graph, query, known={}):
    if graph not in known:
        known[graph] = rdflib.Graph().parse(graph, format="nt")
    answer = from_csv(known[graph].query(query).serialize(format="csv").decode())
    # rdflib answers GROUP BY over nothing with one empty row; in the standard it is no row.
    return [row for row in answer if any(row)] if " GROUP BY " in query.replace("\n", " ") else answer


def answers_of_jena(graph, path, known={}):
    """All queries beside `path` are asked at once: starting Java takes longer than most answers."""
    if graph not in known:
        known[graph] = tempfile.TemporaryDirectory(prefix="digestkg-tdb")
        run_jena("tdb2.tdbloader", "--loc", known[graph].name, graph)
        compiler = ["javac", "-nowarn", "-proc:none", "-cp", f"{jena}/*", "-d", known[graph].name, str(pathlib.Path(__file__).with_name("Answers.java"))]
        subprocess.run(compiler, check=True)
        run_jena("Answers", known[graph].name, known[graph].name, *sorted(path.parent.glob("*.rq")), classpath=known[graph].name)
    return from_csv((pathlib.Path(known[graph].name) / f"{path.stem}.csv").read_text(encoding="utf-8"))


def answers_of_ask(graph, path):
    """ask.mjs writes terms as in Turtle: read them back to plain values."""
    done = subprocess.run(["node", ask, str(graph), str(path)], capture_output=True, text=True, check=True)
    lines = done.stdout.rstrip("\n").split("\n")
    header = [name.lstrip("?") for name in lines[0].split("\t")]
    return [header, *([plain(term_value(cell)) for cell in line.split("\t")] for line in lines[1:])]


def term_value(term):
    if term.startswith("<"):
        return term[1:-1]
    if term.startswith('"'):
        return str(rdflib.util.from_n3(term))
    return term
