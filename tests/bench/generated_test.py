"""What the measurements stand on: generated digests are the same every time, a small archive begins a large one, every entry is read,
names follow a long-tailed law and new ones keep arriving. usage: generated_test.py GENERATE DIGESTKG"""
import json
import pathlib
import subprocess
import sys
import tempfile

generate, digestkg = sys.argv[1:]


def generated(count, *folder):
    return subprocess.run([generate, str(count), *folder], stdout=subprocess.PIPE, check=True).stdout


def methods(raw):
    return [thing["name"] for record in map(json.loads, raw.splitlines()) for thing in record["things"]]


whole = generated(600)
assert whole == generated(600), "two runs differ"
assert whole.startswith(generated(300).rstrip(b"\n")), "a small archive does not begin a large one"

with tempfile.TemporaryDirectory() as folder:
    generated(600, folder)
    files = sorted(pathlib.Path(folder).rglob("*.md"))
    assert len(files) == 38, f"{len(files)} days for 600 entries"
    run = subprocess.run([digestkg, "extract", "--raw", folder], capture_output=True, check=True)
    assert b"600 entries, 0 rejected, 0 warnings" in run.stderr, run.stderr
    records = run.stdout.splitlines()

names = methods(run.stdout)
counts = sorted((names.count(name) for name in set(names)), reverse=True)
assert counts[0] > 20 * counts[len(counts) // 2], f"no long tail: {counts[:5]}"
known = set(methods(b"\n".join(records[:300])))
new = set(methods(b"\n".join(records[300:]))) - known
assert len(new) > 100, f"only {len(new)} new names in the second half"
