"""What Spark made is what one machine makes: the records, the sums and every file of the graph. usage: same_bytes.py RECORDS ONE SPARK"""
import collections
import decimal
import filecmp
import json
import pathlib
import sys

records, one, spark = map(pathlib.Path, sys.argv[1:])


def joined(folder):
    return b"".join(part.read_bytes() for part in sorted(folder.glob("part-*")))


def names(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


assert joined(spark / "records") == records.read_bytes(), "the records differ"

sums = collections.defaultdict(lambda: [0, 0, 0, 0])
for record in records.read_text().splitlines():
    for thing in json.loads(record, parse_float=decimal.Decimal)["things"]:
        sums[thing["name"]] = [a + b for a, b in zip(sums[thing["name"]], [1, *thing["votes"]])]
counted = [json.loads(line) for line in joined(spark / "names").decode().splitlines()]
assert counted == [[name, *map(float, sums[name])] for name in sorted(sums)], "the votes differ"

files = names(one)
assert files == names(spark / "kg"), files ^ names(spark / "kg")
_, different, broken = filecmp.cmpfiles(one, spark / "kg", files, shallow=False)
assert not different and not broken, different + broken
workers = len([part for part in (spark / "records").glob("part-*") if part.stat().st_size])
print(f"same bytes: {len(counted)} names, {len(files)} files of the graph, {workers} partitions of records")
