"""Every example query has the same answer, row by row, in all engines: same_answers.py GRAPH.nt [--allow-empty] [--expected ANSWERS]

Rows stand in any order where the query asks for none. An answer without rows fails unless --allow-empty. With --expected, answers are also
those that stand in ANSWERS/QUERY.csv."""

import argparse
import itertools
import pathlib
import re
import sys
import time

import engines
import readers


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("graph", type=pathlib.Path)
    parser.add_argument("--allow-empty", action="store_true")
    parser.add_argument("--expected", type=pathlib.Path)
    return parser.parse_args()


def comparable(rows, query):
    ordered = re.search(r"\bORDER BY\b[^{}]*$", query)
    return rows if ordered else [rows[0], *sorted(rows[1:])]


def load(graph):
    """Engines that have the graph, and the seconds that this took each."""
    with open(graph, "rb") as lines:
        size = sum(1 for _ in lines)
    loaded, seconds = {}, {}
    for name in engines.present(patient=size <= readers.LARGE):
        start = time.monotonic()
        loaded[name] = engines.NAMES[name](graph)
        seconds[name] = time.monotonic() - start
    return loaded, seconds


def faults_of(name, rows, reference):
    """What an engine's rows have that the first engine's have not, and the other way round; none when they are alike."""
    if rows == reference:
        return
    changed = [(a, b) for a, b in itertools.zip_longest(rows, reference) if a != b]
    yield f"{name}: {len(rows) - 1} rows, {len(changed)} of them not as in Oxigraph: " + "; ".join(f"{a} for {b}" for a, b in changed[:3])


def main():
    options = arguments()
    loaded, seconds = load(options.graph)
    print("| query | rows | " + " | ".join(f"{name} {engines.NAMES[name].version}".strip() for name in loaded) + " |")
    print("|---|---:|" + "---:|" * len(loaded))
    line = lambda query, rows, times: print(f"| {query} | {rows} | " + " | ".join(f"{times[name]:.2f}" for name in loaded) + " |", flush=True)
    line("(loading)", "", seconds)
    faults, empty, rows, total = [], [], 0, dict.fromkeys(loaded, 0.0)
    queries = sorted((readers.root / "examples" / "queries").glob("*.rq"))
    for path in queries:
        asked = {name: engine.ask(path) for name, engine in loaded.items()}
        answers = {name: comparable(answer, path.read_text()) for name, (answer, _) in asked.items()}
        if options.expected:
            answers["the answers checked by hand"] = engines.from_csv((options.expected / f"{path.stem}.csv").read_text())
        reference = answers["Oxigraph"]
        faults += [f"{path.stem}: {fault}" for name, answer in answers.items() for fault in faults_of(name, answer, reference)]
        empty += [path.stem] if len(reference) == 1 else []
        rows += len(reference) - 1
        total = {name: total[name] + asked[name][1] for name in loaded}
        line(path.stem, len(reference) - 1, {name: took for name, (_, took) in asked.items()})
    line("all", rows, total)
    if empty and not options.allow_empty:
        faults.append(f"without an answer: {', '.join(empty)}")
    print("\n".join(f"  {fault}" for fault in faults), end="\n" if faults else "")
    outcome = f"{len(queries)} example queries on {options.graph.name} have one answer, {len(queries) - len(empty)} of them rows ({rows} in all)"
    print(f"FAILED: {', '.join(loaded)}, SPARQL | {len(faults)} faults" if faults else f"OK: {', '.join(loaded)}, SPARQL | {outcome}")
    return bool(faults)


sys.exit(main())
