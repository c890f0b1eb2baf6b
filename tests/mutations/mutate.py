#!/usr/bin/env python3
"""Breaks the code in one place after the other and looks whether a test notices: mutate.py SOURCE BUILD [FIRST [LAST]]

Each line of places.tsv is what then goes wrong, a file, and a piece of it with what stands in its place. The file is put back each time."""
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
LEAST = 19
SUITES = "^(cli|security|faults|fuzz)$"


def run(command, log, **words):
    with open(log, "ab") as out:
        return subprocess.run(list(map(str, command)), stdout=out, stderr=subprocess.STDOUT, **words).returncode


def noticed_by(build, log):
    """The first suite that fails; empty when none does."""
    if run([build / "tests" / "digestkg_unit", "--abort"], log, timeout=900) != 0:
        return "unit"
    ctest = ["ctest", "--test-dir", build, "-L", SUITES, "--stop-on-failure", "--output-on-failure"]
    return "program" if run(ctest, log, timeout=1800) != 0 else ""


def main():
    source, build = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    places = [line.split("\t") for line in (HERE / "places.tsv").read_text().splitlines()]
    first, last = int(sys.argv[3]) if len(sys.argv) > 3 else 1, int(sys.argv[4]) if len(sys.argv) > 4 else len(places)
    for what, name, good, _ in places:
        assert (source / name).read_text().count(good) >= 1, f"{what}: {name} has no longer {good!r}"
    log = build / "mutations.log"
    log.write_bytes(b"")
    targets = ["digestkg_cli", "digestkg_unit", "digestkg_replay"]
    assert run(["cmake", "--build", build, "--target", *targets], log) == 0 and noticed_by(build, log) == "", f"the tests fail as it is: {log}"
    missed, tried = [], places[first - 1:last]
    for what, name, good, bad in tried:
        path = source / name
        text, begin = path.read_text(), time.monotonic()
        try:
            path.write_text(text.replace(good, bad, 1))
            built = run(["cmake", "--build", build, "--target", *targets], log) == 0
            by = noticed_by(build, log) if built else ""  # that the compiler refuses a break says nothing of the tests
        finally:
            path.write_text(text)
        if not by:
            missed.append(what)
        print(f"{what:36} {name:34} {by or ('NOT NOTICED' if built else 'NO CODE'):12} {time.monotonic() - begin:4.0f} s", flush=True)
    run(["cmake", "--build", build, "--target", *targets], log)
    print(f"{len(tried) - len(missed)} of {len(tried)} noticed")
    return 1 if len(missed) > len(places) - LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
