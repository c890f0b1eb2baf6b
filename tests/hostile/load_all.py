#!/usr/bin/env python3
"""Builds a graph of a hostile digest in every format and loads every file in a reader that is not ours: load_all.py PROGRAM

Formats come from `digestkg formats --json`, so a new format fails here until it has a reader."""
import csv
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import igraph
import networkx
import rdflib

HERE = pathlib.Path(__file__).resolve().parent


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, errors="replace", timeout=900)
    assert done.returncode == 0, f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}"
    return done.stdout + done.stderr


def rapper(syntax):
    def load(file):
        said = run("rapper", "-q", "-c", "-i", syntax, file)
        assert "Error" not in said and "Warning" not in said, said[:2000]
    return load


def graphml(file):
    run("xmllint", "--noout", "--huge", file)
    loaded = networkx.read_graphml(file)
    other = igraph.Graph.Read_GraphML(str(file))
    assert loaded.number_of_nodes() == other.vcount() and loaded.number_of_edges() == other.ecount()
    return loaded.number_of_nodes()


def gexf(file):
    run("xmllint", "--noout", "--huge", file)
    return networkx.read_gexf(file).number_of_nodes()


def dot(file):
    run("nop", "-p", file)  # reads with cgraph as `dot -Tcanon` does, which takes minutes to write what it read


def xml(file):
    run("xmllint", "--noout", "--huge", file)


def node_link(file):
    data = json.loads(file.read_text(encoding="utf-8"))
    return networkx.node_link_graph(data).number_of_nodes()


def json_ld(file):
    assert len(rdflib.Graph().parse(data=file.read_text(encoding="utf-8"), format="json-ld")) > 0


def tables(delimiter):
    def load(folder):
        files = sorted(folder.glob("*.?sv"))
        assert files
        for file in files:
            with file.open(encoding="utf-8", newline="") as text:
                widths = {len(line) for line in csv.reader(text, delimiter=delimiter, strict=True)}
            assert len(widths) == 1, f"{file.name}: rows of {sorted(widths)} cells"
    return load


def sqlite(file):
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def text(file):
    clean = file.read_bytes().decode("utf-8", "strict")
    assert not any(ord(c) < 32 and c not in "\n\t" for c in clean)


def png(file):
    assert file.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def pdf(file):
    run("pdfinfo", file)


csv.field_size_limit(1 << 27)  # a summary of a megabyte is one cell

READERS = {"turtle": rapper("turtle"), "ntriples": rapper("ntriples"), "nquads": rapper("nquads"), "trig": rapper("trig"),
           "rdfxml": rapper("rdfxml"), "void": rapper("turtle"), "jsonld": json_ld, "graphml": graphml, "gexf": gexf, "dot": dot, "svg": xml,
           "png": png, "pdf": pdf, "node-link": node_link, "sqlite": sqlite, "csv": tables(","), "tsv": tables("\t"),
           "neo4j": tables(","), "cypher": text, "pajek": text, "html": text}


def main():
    program = sys.argv[1]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        digest, out = pathlib.Path(folder, "hostile.md"), pathlib.Path(folder, "kg")
        run(sys.executable, HERE / "make_digest.py", digest)
        formats = json.loads(run(program, "formats", "--json"))["exports"]
        print(run(program, "build", digest, "-o", out, "--to", ",".join(f["name"] for f in formats)))
        lines = [json.loads(line) for line in (out / "graph.jsonl").read_text(encoding="utf-8").splitlines()]
        nodes = sum(line["type"] == "node" for line in lines)
        assert nodes > 100000, f"only {nodes} nodes"
        for one in formats:
            path = out / (one["extension"] if one["carrier"] == "folder" else "graph." + one["extension"])
            try:
                counted = READERS[one["name"]](path)
                assert counted in (None, nodes), f"{counted} nodes of {nodes}"
                print(f"{one['name']}: loads")
            except KeyError:
                faults.append(f"{one['name']}: has no reader here")
            except Exception as error:  # every format is tried, so that one run shows all faults
                faults.append(f"{one['name']}: {type(error).__name__}: {error}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
