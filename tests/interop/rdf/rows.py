"""The rows of each example query's answer that are checked by hand: all of fewer than 15, else the first 10 and 5 by a fixed seed.

rows.py GRAPH.nt [QUERY...]; docs/answers.md says what was found."""

import os
import pathlib
import random
import sys

os.environ.setdefault("DIGESTKG_ROOT", str(pathlib.Path(__file__).resolve().parents[3]))
import engines  # noqa: E402
import readers  # noqa: E402


def checked(rows):
    """Numbers, from 1, of the rows to check."""
    if rows < 15:
        return range(1, rows + 1)
    return [*range(1, 11), *sorted(random.Random(3).sample(range(11, rows + 1), 5))]


oxigraph = engines.Oxigraph(sys.argv[1])
for path in sorted((readers.root / "examples" / "queries").glob("*.rq")):
    if sys.argv[2:] and path.stem not in sys.argv[2:]:
        continue
    header, *rows = oxigraph.rows(path)
    print(f"== {path.stem}: {len(rows)} rows ({', '.join(header)})")
    for number in checked(len(rows)):
        print(number, *rows[number - 1], sep="\t")
