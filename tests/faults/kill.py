#!/usr/bin/env python3
"""Kills a build at random moments and looks at the folder it was replacing: kill.py PROGRAM COUNT [SEED [FOLDER]]

After every kill each file is, whole, what it was before or what the build would have made of it; the next build works and clears away what
the killed one left. Moments come from undisturbed builds: how long they take to their first temporary file, to their first rename, to their
last and to their end. A quarter of the kills is aimed at each of these phases, at a moment drawn over its whole length and a tenth more,
counted from when the phase is seen to begin. What was hit is told by what is found. FOLDER says on which file system."""
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import archive

PHASES = ["starting", "writing", "renaming", "ending"]
FOUND = ["no file begun", "files begun, none renamed", "some renamed", "all renamed, still running", "already ended"]


def run(command, **words):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, **words)


class Watch:
    """Sees how far a build is: temporary files come first, then each file is another one than before."""

    def __init__(self, out, order):
        self.out = out
        self.first, self.last = out / order[0], out / order[-1]
        self.before = self.inodes()

    def inodes(self):
        return [os.stat(path).st_ino for path in (self.first, self.last)]

    def phase(self):
        first, last = (now != before for now, before in zip(self.inodes(), self.before))
        if last:
            return 3
        if first:
            return 2
        return 1 if any(name.startswith(".") for name in os.listdir(self.out)) else 0


class Builds:
    def __init__(self, program, work):
        self.program, self.work, self.out = program, work, work / "kg"
        # Not the forty files of neo4j: a disk takes a second to sync them, and they are written as the others are.
        self.formats = ",".join(f["name"] for f in archive.export_formats(program) if f["carrier"] != "picture" and f["name"] != "neo4j")
        archive.write_day(work / "old", "2025-03-01", 1, 40)
        archive.write_day(work / "new", "2025-03-01", 1, 30, "Other")
        archive.write_day(work / "new", "2025-03-02", 50, 20)
        self.wanted = {}
        for which in ("old", "new"):
            run(self.command(which, work / which / "kg"))
            self.wanted[which] = archive.hashes(work / which / "kg")
        self.changed = [file for file in self.wanted["old"] if self.wanted["old"][file] != self.wanted["new"][file]]
        run(self.command("old", self.out))
        run(self.command("new", self.out))
        run(self.command("old", self.out))
        ages = {path: path.stat().st_ctime_ns for path in self.out.rglob("*") if path.is_file()}
        self.order = [str(path.relative_to(self.out)) for path in sorted(ages, key=ages.get)]
        measured = [self.measure(which) for which in ("new", "old") * 5]
        self.seconds = [statistics.median(phase) for phase in zip(*measured)]

    def command(self, which, out):
        waiting = ["--no-sync"] if which == "new" else []  # for a kill, unlike a power cut, that is all the same
        return [self.program, "build", str(self.work / which), "-o", str(out), "--to", self.formats, *waiting]

    def measure(self, which):
        """Seconds of each phase of an undisturbed build."""
        watch = Watch(self.out, self.order)
        begun = [time.monotonic()]
        child = subprocess.Popen(self.command(which, self.out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None:
            for _ in range(len(begun), watch.phase() + 1):
                begun.append(time.monotonic())
        begun += [time.monotonic()] * (len(PHASES) + 1 - len(begun))
        return [end - begin for begin, end in zip(begun, begun[1:])]

    def kill(self, which, phase, share):
        """Kills a build in a phase, after a share of its length, and says whether the build was still running."""
        watch = Watch(self.out, self.order)
        child = subprocess.Popen(self.command(which, self.out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None and watch.phase() < phase:
            pass
        due = time.monotonic() + share * self.seconds[phase]
        while child.poll() is None and time.monotonic() < due:
            time.sleep(min(0.0002, max(0.0, due - time.monotonic())))
        child.kill()
        return child.wait() != 0


def whole(builds, which, i):
    """Checks every file and says which of them the killed build had renamed."""
    found = archive.hashes(builds.out)
    old, new = builds.wanted["old"], builds.wanted["new"]
    assert found.keys() == old.keys(), f"kill {i}: files {sorted(found.keys() ^ old.keys())}"
    for file, digest in found.items():
        assert digest in (old[file], new[file]), f"kill {i}: {file} is neither the old nor the new one"
    return [file for file in builds.changed if found[file] == builds.wanted[which][file]]


def strays(out):
    return [path for path in out.rglob(".*") if path.is_file()]


def main():
    program, count = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    tally, left_behind, last = dict.fromkeys(FOUND, 0), 0, "old"
    with tempfile.TemporaryDirectory(dir=sys.argv[4] if len(sys.argv) > 4 else None) as name:
        builds = Builds(program, pathlib.Path(name))
        old, new = builds.wanted["old"], builds.wanted["new"]
        assert old.keys() == new.keys() and len(old) > 15
        assert all(old[file] != new[file] for file in ("graph.jsonl", "graph.ttl", "graph.graphml", "graph.sqlite"))
        print("an undisturbed build: " + ", ".join(f"{phase} {seconds * 1000:.1f} ms" for phase, seconds in zip(PHASES, builds.seconds)))
        i = 0
        while sum(tally[key] for key in FOUND[:4]) < count:  # a build that had ended was not killed
            i += 1
            which = "new" if last == "old" else "old"
            killed = builds.kill(which, i % len(PHASES), chance.uniform(0, 1.1))
            renamed = whole(builds, which, i)
            begun = bool(strays(builds.out))
            left_behind += begun
            if renamed:
                key = FOUND[2] if len(renamed) < len(builds.changed) else FOUND[3] if killed else FOUND[4]
            else:
                key = FOUND[1] if begun else FOUND[0]
            tally[key] += 1
            if renamed or i % 10 == 9:
                run(builds.command(which, builds.out))
                assert archive.hashes(builds.out) == builds.wanted[which], f"kill {i}: the build after it differs"
                assert not strays(builds.out), f"kill {i}: the build after it leaves {strays(builds.out)}"
                last = which
    print(f"{count} kills, {len(old)} files each time whole: " + ", ".join(f"{tally[key]} {key}" for key in FOUND[:4]) +
          f"; {tally[FOUND[4]]} times the build had ended before" +
          f"; {left_behind} left temporary files, which the next build cleared away")


if __name__ == "__main__":
    main()
