"""Every example query has the same answer in Oxigraph (PyPI and, by ask.mjs, npm), Jena and rdflib, and the one that stands in
ANSWERS/QUERY.csv: same_answers.py GRAPH.nt [ANSWERS]"""

import pathlib
import sys
import time

import readers

graph = pathlib.Path(sys.argv[1])
expected = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
with open(graph, "rb") as lines:
    size = sum(1 for _ in lines)
failed = False
empty = 0
engines = {}
slowest = (0.0, "")
queries = sorted((readers.root / "examples" / "queries").glob("*.rq"))
for path in queries:
    query = path.read_text()
    answers = {"Oxigraph": readers.answers_of_oxigraph(graph, query)}
    if size <= readers.LARGE:
        answers["rdflib"] = readers.answers_of_rdflib(graph, query)
    if readers.jena:
        answers["Jena"] = readers.answers_of_jena(graph, path)
    if readers.ask:
        start = time.monotonic()
        answers["ask.mjs"] = readers.answers_of_ask(graph, path)
        slowest = max(slowest, (time.monotonic() - start, path.stem))
    if expected:
        answers["the answers checked by hand"] = readers.from_csv((expected / f"{path.stem}.csv").read_text())
    engines |= answers
    rows = len(answers["Oxigraph"]) - 1
    empty += rows == 0
    different = [name for name, answer in answers.items() if answer != answers["Oxigraph"]]
    print(f"  {path.stem}: {rows} rows{' DIFFERENT: ' + ', '.join(different) if different else ''}")
    for name in different:
        print("    ", name, [row for row in answers[name] if row not in answers["Oxigraph"]][:3], answers[name][:2])
    failed |= bool(different)
print(f"  the slowest ask.mjs took {slowest[0]:.1f} s ({slowest[1]})")
failed |= expected is not None and empty > 0
outcome = f"{len(queries)} example queries on {graph.name} have one answer, {len(queries) - empty} of them rows"
print(f"{'FAILED' if failed else 'OK'}: {', '.join(engines)}, SPARQL | {outcome}")
sys.exit(failed)
