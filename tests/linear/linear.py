#!/usr/bin/env python3
"""The work that hostile input costs grows as its length does: linear.py PROGRAM [--all] [CASE...]

Each case is read in one size and in twice that size, and the processor's instructions are counted by valgrind, less those of an almost empty
input. No clock is read, so that a busy machine changes nothing. Twice the input may cost at most 2.5 times the work; a square would be 4."""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "faults"))
from cases import CASES  # noqa: E402

MOST = 2.5
QUICK = ["links of one row", "pipes of one row", "rows that do not end", "authors with bad bytes", "authors of JSON with bad bytes", "faults of one line", "bad bytes",
         "combining marks", "elements of a feed", "words past the first 8,192", "numbers"]  # with the other tests; all with --all


def instructions(program, command):
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *command], capture_output=True, timeout=3000)
    assert done.returncode == 0, done.stderr[-2000:].decode(errors="replace")
    return int(re.search(rb"Collected : (\d+)", done.stderr).group(1))


def cost(program, work, case, size):
    _, name, make, commands = CASES[case]
    text = make(size).encode("utf-8", "surrogateescape")
    (work / name).write_bytes(text)
    names = {"input": str(work / name), "work": str(work)}
    return len(text), sum(instructions(program, [word.format(**names) for word in command]) for command in commands)


def main():
    program, wanted = str(pathlib.Path(sys.argv[1]).resolve()), [word for word in sys.argv[2:] if word != "--all"]
    if subprocess.run(["sh", "-c", "command -v valgrind"], capture_output=True).returncode != 0:
        print("skipped: there is no valgrind")
        return 77
    cases = wanted or (list(CASES) if "--all" in sys.argv else QUICK)
    slow = []
    print(f"{'input':38}{'bytes':>10}{'instructions':>16}{'of twice':>16}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        for case in cases:
            size = CASES[case][0]
            least = cost(program, work, case, 1)[1]
            (length, one), (_, two) = (cost(program, work, case, n) for n in (size, 2 * size))
            ratio = (two - least) / max(1, one - least)
            print(f"{case:38}{length:10,}{one - least:16,}{two - least:16,}{ratio:8.2f}", flush=True)
            if ratio > MOST:
                slow.append(case)
    print(f"{len(cases)} cases, {len(slow)} above {MOST}: {', '.join(slow)}" if slow else f"{len(cases)} cases, all at most {MOST}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
