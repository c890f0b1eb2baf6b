#!/usr/bin/env python3
"""What every example query answers on a graph, against FOLDER/*.csv: answers.py GRAPH.nt FOLDER [--update]

answers/ is of questions.jsonl, which stands in the tree as it was read from eight made-up entries, so that its answers, checked by hand, outlive
each new training; answers_of_examples/ is of examples/digests as they are read now, wrong readings included.
A query without a file there has no answer."""
import csv
import pathlib
import sys

from answer_rows import from_csv

FOLDER = pathlib.Path(__file__).resolve().parent / sys.argv[2]
QUERIES = sorted((pathlib.Path(__file__).resolve().parents[3] / "examples" / "queries").glob("*.rq"))
COUNTS_UNBOUND = {"months"}  # rdflib 6.1, Debian 12's, fails on COUNT(DISTINCT) of what is not bound


def expected(query):
    with (FOLDER / f"{query}.csv").open(newline="") as file:
        return list(csv.reader(file))


def answers(graph, path):
    """The heading and the rows; without the empty row that rdflib 6.1 makes of groups that are none."""
    heading, *rows = from_csv(graph.query(path.read_text()).serialize(format="csv").decode())
    return [heading, *filter(any, rows)]


def main():
    try:
        import rdflib
    except ImportError:
        print("SKIPPED: no Python module rdflib")
        return 77
    graph = rdflib.Graph().parse(sys.argv[1], format="nt")
    failed = False
    for path in QUERIES:
        if path.stem in COUNTS_UNBOUND and rdflib.__version__ < "6.2":
            print(f"SKIPPED: {path.stem}: rdflib {rdflib.__version__} cannot")
            continue
        rows, file = answers(graph, path), FOLDER / f"{path.stem}.csv"
        if "--update" in sys.argv and len(rows) > 1:
            with file.open("w", newline="") as out:
                csv.writer(out, lineterminator="\n").writerows(rows)
        elif rows[1:] if not file.exists() else rows != expected(path.stem):
            failed = True
            print(f"{path.stem}: wanted {expected(path.stem) if file.exists() else 'no answer'}\n  found {rows}")
    return int(failed)


sys.exit(main())
