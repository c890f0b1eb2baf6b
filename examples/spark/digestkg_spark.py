"""Digests on a Spark cluster: every partition is read by `digestkg extract --raw` through pipe, records are reduced to one for each
paper and day, votes on names are summed up, and `digestkg merge` makes the graph. The graph's bytes are those of one machine.

spark-submit digestkg_spark.py --digestkg PATH --input JSONL-OR-FOLDER --output FOLDER [--to FORMAT,...] [--partitions N]

Input is JSON Lines (one entry a line: also arXiv's metadata snapshot, also gzip), because Spark splits by line. Workers need the program
at PATH; the driver needs FOLDER on a disk that executors share."""
import argparse
import decimal
import json
import pathlib
import shutil
import subprocess

from pyspark.sql import SparkSession

# An empty partition is no fault: `extract` would say that there is nothing to read.
PIPE = """sh -c 'if IFS= read -r first; then {{ printf "%s\\n" "$first"; cat; }} | "{program}" extract --raw --jobs 1 -; fi'"""


def key(record):
    return record["id"], record["date"]


def keyed(line):
    record = json.loads(line)
    return key(record), (record["summary"], record["title"], line)


def longest(left, right):
    """Which of two readings of one paper and day stays: associative and commutative, so partitions may come in any order. As merge has
    it, the longest summary; merge itself has no choice left to make."""
    return max(left, right, key=lambda reading: (len(reading[0].encode()), reading))


def votes(line):
    """Names of one record with their additive evidence for method, benchmark and dataset: decimals, whose sums know no order."""
    for thing in json.loads(line, parse_float=decimal.Decimal)["things"]:
        yield thing["name"], (1, *thing["votes"])


def add(left, right):
    return tuple(a + b for a, b in zip(left, right))


def write(lines, folder):
    shutil.rmtree(folder, ignore_errors=True)
    lines.saveAsTextFile(folder.as_uri())
    return sorted(path for path in folder.glob("part-*"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digestkg", required=True, type=pathlib.Path)
    parser.add_argument("--input", required=True, type=pathlib.Path)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    parser.add_argument("--to", default="ntriples,neo4j")
    parser.add_argument("--partitions", type=int, default=8)
    options = parser.parse_args()
    program, output = options.digestkg.resolve(), options.output.resolve()

    spark = SparkSession.builder.appName("digestkg").getOrCreate()
    entries = spark.sparkContext.textFile(options.input.resolve().as_uri()).repartition(options.partitions)
    raw = entries.pipe(PIPE.format(program=program), checkCode=True)
    records = raw.map(keyed).reduceByKey(longest).sortByKey().map(lambda pair: pair[1][2]).cache()
    parts = write(records, output / "records")

    names = records.flatMap(votes).reduceByKey(add).sortByKey()
    write(names.map(lambda pair: json.dumps([pair[0], *map(float, pair[1])], ensure_ascii=False)), output / "names")
    spark.stop()

    readable = output / "parts"  # by extension: Hadoop's part-00000 has none
    shutil.rmtree(readable, ignore_errors=True)
    readable.mkdir()
    for part in parts:
        if part.stat().st_size > 0:
            (readable / f"{part.name}.jsonl").symlink_to(part)
    subprocess.run([program, "merge", readable, "-o", output / "kg", "--to", options.to], check=True)


main()
