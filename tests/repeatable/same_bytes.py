#!/usr/bin/env python3
"""Builds one archive in several ways and wants the same bytes: same_bytes.py PROGRAM FOLDER [FORMAT,...]

Twice the same; files in another order; another number of threads; another locale; a merge of two halves, as build folders and as raw
records. Exits with 77 when FOLDER is not there, which ctest shows as skipped."""
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile


def digests_of(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def locale_environment(folder):
    """Turkish, whose i and I are two letters and whose decimal point is a comma; made here, as a bare machine has no locales."""
    made = subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")], capture_output=True).returncode == 0
    assert made or os.environ.get("CI") != "true", "localedef makes no Turkish locale"
    if not made:
        print("another locale: LEFT OUT, localedef makes no Turkish locale here")
    return {**os.environ, "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LOCPATH": str(folder)} if made else None


def main():
    program, archive = sys.argv[1], pathlib.Path(sys.argv[2])
    if not archive.is_dir():
        print(f"SKIPPED: {archive} is not there (set DIGESTKG_SHARED)")
        return 77
    formats = sys.argv[3] if len(sys.argv) > 3 else ",".join(f["name"] for f in json.loads(
        subprocess.run([program, "formats", "--json"], capture_output=True, check=True).stdout)["exports"])
    files = sorted(str(path) for path in archive.rglob("[0-9]*.md"))
    shuffled = files[:]
    random.Random(7).shuffle(shuffled)
    half = len(files) // 2
    failed = False
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)

        def run(*words, environment=None):
            subprocess.run([program, *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           env=environment, timeout=900)

        def build(command, *words, environment=None):
            out = work / "kg"
            run(command, *words, "-o", out, "--to", formats, environment=environment)
            found = digests_of(out)
            shutil.rmtree(out)
            return found

        wanted = build("build", *files)

        def compare(what, found):
            nonlocal failed
            different = sorted(file for file in wanted.keys() | found.keys() if wanted.get(file) != found.get(file))
            print(f"{what}: {'the same bytes' if not different else 'DIFFERENT ' + ', '.join(different)} ({len(found)} files)")
            failed |= bool(different)

        compare("again", build("build", *files))
        compare("files in another order", build("build", *shuffled))
        compare("one thread", build("build", *files, "--jobs", 1))
        compare("seven threads", build("build", *files, "--jobs", 7))
        if environment := locale_environment(work):
            compare("Turkish locale", build("build", *files, environment=environment))
        for part, names in (("old", files[:half]), ("new", files[half:])):
            run("build", *names, "-o", work / part, "--to", "dot")
            run("extract", "--raw", *names, "-o", work / f"{part}.jsonl")
        compare("merge of two halves", build("merge", work / "new", work / "old"))
        compare("merge of raw records", build("merge", work / "old.jsonl", work / "new.jsonl"))
        compare("merge of both", build("merge", work / "new.jsonl", work / "old"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
