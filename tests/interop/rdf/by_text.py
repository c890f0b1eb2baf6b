"""Answers that can be counted in the digests themselves, without the program: by_text.py DIGESTS GRAPH.nt

Reads the Markdown by regular expressions of its own, counts authors, pairs, first places, months and repeated listings, and compares
each row of the queries about them."""

import collections
import itertools
import os
import pathlib
import re
import sys

os.environ.setdefault("DIGESTKG_ROOT", str(pathlib.Path(__file__).resolve().parents[3]))
import engines  # noqa: E402
import readers  # noqa: E402

PAPER = "https://w3id.org/digestkg/paper/"


def listings(folder):
    """(paper, day, authors) of each row of a table; a row may go on on the next line."""
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        day = re.search(r"(\d{4})/(\d\d)/(\d\d)[.]md$", path.as_posix())
        rows = []
        for line in path.read_text(encoding="utf-8").split("\n") if day else []:
            if line.startswith("|") and not re.match(r"\|[\s|-]+$|\|\s*Title\b", line):
                rows.append(line)
            elif rows and line.strip() and not line.startswith(("#", "|")):
                rows[-1] += " " + line
        for row in rows:
            paper = re.search(r"arxiv[.]org/abs/([0-9.]+)", row) or re.search(r"huggingface[.]co/papers/([0-9.]+)", row)
            names = re.split(r"(?<!\\)\|", row.strip("| "))[1].split(",")
            yield paper.group(1), "-".join(day.groups()), [name.strip() for name in names if name.strip()]


def counted(folder):
    """Query -> what its rows must say, as a function of the row's first cells."""
    days, names = collections.defaultdict(set), collections.defaultdict(dict)
    for paper, day, authors in sorted(listings(folder), key=lambda listing: listing[:2]):
        days[paper].add(day)
        names[paper].update(dict.fromkeys(authors))
    papers = collections.Counter(name for authors in names.values() for name in authors)
    first = collections.Counter(next(iter(authors)) for authors in names.values() if authors)
    pairs = collections.Counter(pair for authors in names.values() for pair in itertools.combinations(sorted(authors), 2))
    months = collections.Counter(min(all_days)[:7] for all_days in days.values())
    twice = {(PAPER + p, a, b) for p, all_days in days.items() for a, b in itertools.combinations(sorted(all_days), 2)}
    return {
        "prolific-authors": lambda row: row[1] == repr(float(papers[row[0]])),
        "first-authors": lambda row: row[1] == repr(float(first[row[0]])),
        "co-authors": lambda row: row[2] == repr(float(pairs[tuple(sorted(row[:2]))])),
        "months": lambda row: row[1] == repr(float(months[row[0]])),
        "listed-twice": lambda row: tuple(row) in twice,
    }


failed = False
oxigraph = engines.Oxigraph(sys.argv[2])
for query, is_right in counted(sys.argv[1]).items():
    rows = oxigraph.rows(readers.root / "examples" / "queries" / f"{query}.rq")[1:]
    wrong = [row for row in rows if not is_right(row)]
    failed |= bool(wrong) or not rows
    print(f"{query}: {len(rows) - len(wrong)} of {len(rows)} rows are as counted{' WRONG: ' if wrong else ''}", *wrong[:5])
sys.exit(failed)
