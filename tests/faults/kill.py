#!/usr/bin/env python3
"""Kills a build at random moments and looks at the folder it was replacing: kill.py PROGRAM COUNT [SEED]

After every kill each file is, whole, what it was before or what the build would have made of it; and the next build works."""
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import archive


def run(command, **words):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, **words)


def main():
    program, count = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    formats = ",".join(f["name"] for f in archive.export_formats(program) if f["carrier"] != "picture")
    tally = {"before the first rename": 0, "between two": 0, "after the last": 0}
    left_behind = 0
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        archive.write_day(work / "old", "2025-03-01", 1, 40)
        archive.write_day(work / "new", "2025-03-01", 1, 30, "Other")
        archive.write_day(work / "new", "2025-03-02", 50, 20)

        def command(which, out):
            return [program, "build", str(work / which), "-o", str(out), "--to", formats]

        wanted, seconds = {}, 0.0
        for which in ("old", "new"):
            begin = time.monotonic()
            run(command(which, work / which / "kg"))
            seconds = max(seconds, time.monotonic() - begin)
            wanted[which] = archive.hashes(work / which / "kg")
        assert wanted["old"].keys() == wanted["new"].keys() and len(wanted["old"]) > 15
        assert all(wanted["old"][file] != wanted["new"][file] for file in ("graph.jsonl", "graph.ttl", "graph.graphml", "graph.sqlite"))

        out, last = work / "kg", "old"
        run(command("old", out))
        for i in range(count):
            which = "new" if last == "old" else "old"
            child = subprocess.Popen(command(which, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 1.1 * seconds))
            child.kill()
            child.wait()
            found = archive.hashes(out)
            assert found.keys() == wanted["old"].keys(), f"kill {i}: files {sorted(found.keys() ^ wanted['old'].keys())}"
            for file, digest in found.items():
                assert digest in (wanted["old"][file], wanted["new"][file]), f"kill {i}: {file} is neither the old nor the new one"
            renamed = [file for file in found if found[file] == wanted[which][file] and wanted["old"][file] != wanted["new"][file]]
            changed = [file for file in found if wanted["old"][file] != wanted["new"][file]]
            key = "after the last" if len(renamed) == len(changed) else "between two" if renamed else "before the first rename"
            tally[key] += 1
            stray = [path for path in out.rglob(".*") if path.is_file()]
            left_behind += bool(stray)
            for path in stray:
                path.unlink()
            if key != "before the first rename":
                run(command(which, out))
                assert archive.hashes(out) == wanted[which], f"kill {i}: the build after it differs"
                last = which
    print(f"{count} kills, {len(wanted['old'])} files each time whole: " + ", ".join(f"{n} {key}" for key, n in tally.items()) +
          f"; {left_behind} left temporary files")


if __name__ == "__main__":
    main()
