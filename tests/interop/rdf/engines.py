"""Engines of SPARQL: each loads a graph of N-Triples once, and answers a query as rows of plain values."""

import pathlib
import subprocess
import tempfile
import time

import pyoxigraph
import rdflib

import readers
from answer_rows import from_csv, plain
from virtuoso import Server

NAMES = {}


def engine(cls):
    NAMES[cls.name] = cls
    return cls


class Engine:
    def ask(self, path):
        """Rows, the first with the names of the columns, and how many seconds the engine took."""
        start = time.monotonic()
        return self.rows(path), time.monotonic() - start


@engine
class Oxigraph(Engine):
    name = "Oxigraph"
    version = pyoxigraph.__version__

    def __init__(self, graph):
        self.store = pyoxigraph.Store()
        self.store.bulk_load(path=str(graph), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def rows(self, path):
        return from_csv(self.store.query(path.read_text()).serialize(format=pyoxigraph.QueryResultsFormat.CSV).decode())


@engine
class AskMjs(Engine):
    """Loads what a query needs at each query; writes terms as in Turtle."""

    name = "ask.mjs"
    version = ""

    def __init__(self, graph):
        self.graph = graph

    def rows(self, path):
        done = subprocess.run(["node", readers.ask, str(self.graph), str(path)], capture_output=True, text=True, check=True)
        lines = done.stdout.rstrip("\n").split("\n")
        header = [name.lstrip("?") for name in lines[0].split("\t")]
        return [header, *([plain(self.value(cell)) for cell in line.split("\t")] for line in lines[1:])]

    @staticmethod
    def value(term):
        if term.startswith("<"):
            return term[1:-1]
        return str(rdflib.util.from_n3(term)) if term.startswith('"') else term


@engine
class Jena(Engine):
    """ARQ on a TDB2 database. All queries are asked in one process: starting Java takes longer than most answers."""

    name = "Jena"
    version = readers.version_of_jena()

    def __init__(self, graph):
        self.kept = tempfile.TemporaryDirectory(prefix="digestkg-tdb")
        self.folder = pathlib.Path(self.kept.name)
        self.seconds = {}
        readers.run_jena("tdb2.tdbloader", "--loc", self.folder, graph)
        readers.compile_for_jena("Answers.java", self.folder)

    def ask(self, path):
        if not self.seconds:
            said = readers.run_jena("Answers", self.folder, self.folder, *sorted(path.parent.glob("*.rq")), classpath=self.folder)
            self.seconds = {name: float(seconds) for name, seconds in map(str.split, said.splitlines())}
        answer = (self.folder / f"{path.stem}.csv").read_bytes().decode()
        return from_csv(answer), self.seconds[path.stem]


@engine
class Rdflib(Engine):
    name = "rdflib"
    version = rdflib.__version__

    def __init__(self, graph):
        self.graph = rdflib.Graph().parse(graph, format="nt")

    def rows(self, path):
        query = path.read_text()
        answer = from_csv(self.graph.query(query).serialize(format="csv").decode())
        # rdflib answers GROUP BY over nothing with one empty row; in the standard it is no row.
        return [row for row in answer if any(row)] if " GROUP BY " in query.replace("\n", " ") else answer


@engine
class Virtuoso(Engine):
    name = "Virtuoso"
    version = Server.version()

    def __init__(self, graph):
        self.server = Server()
        self.server.load(graph)

    def rows(self, path):
        return from_csv(self.server.ask(path.read_text()))


def present(patient=True):
    """Names of the engines that are there; those that are not fit for large graphs are left out unless `patient`."""
    absent = {"Jena": not readers.jena, "ask.mjs": not readers.ask, "Virtuoso": not Server.programs, "rdflib": not patient}
    return [name for name in NAMES if not absent.get(name)]
