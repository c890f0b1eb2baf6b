#!/usr/bin/env python3
"""What every example query answers on questions.jsonl, against answers/: answers.py GRAPH.nt [--update]

The graph stands in the tree as it was read from eight made-up entries, so that its answers, checked by hand, outlive each new training."""
import csv
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
QUERIES = sorted((HERE.parents[2] / "examples" / "queries").glob("*.rq"))
COUNTS_UNBOUND = {"months"}  # rdflib 6.1, Debian 12's, fails on COUNT(DISTINCT) of what is not bound


def plain(value):
    """A number as all engines write it: 2.50, 2.5 and 2.5E0 are one."""
    try:
        return repr(float(value))
    except ValueError:
        return value


def expected(query):
    with (HERE / "answers" / f"{query}.csv").open(newline="") as file:
        return list(csv.reader(file))


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
        text = graph.query(path.read_text()).serialize(format="csv").decode()
        rows = [[plain(cell) for cell in row] for row in csv.reader(io.StringIO(text))]
        if "--update" in sys.argv:
            with (HERE / "answers" / f"{path.stem}.csv").open("w", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
        elif rows != expected(path.stem):
            failed = True
            print(f"{path.stem}: wanted {expected(path.stem)}\n  found {rows}")
    return int(failed)


sys.exit(main())
