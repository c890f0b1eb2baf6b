#!/usr/bin/env python3
"""An archive that grows: growing.py PROGRAM

After a day is added, changed or removed, a build into the same folder, and a merge where it can say the same, leave exactly what a build into
a fresh folder makes of the archive: the same files with the same bytes."""
import pathlib
import subprocess
import sys
import tempfile

import archive

LAST = ("| Only Here (Read more on [arXiv](https://arxiv.org/abs/2503.09999) or [HuggingFace](https://huggingface.co/papers/2503.09999))| Eve One | "
        "We introduce LoneSet, a new dataset of 5 tasks. SoleNet is trained on LoneSet and uses PartNet. |\n")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    formats = ",".join(f["name"] for f in archive.export_formats(program))
    faults = []
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        days, kg = work / "days", work / "kg"

        def build(command, inputs, out):
            subprocess.run([program, command, *map(str, inputs), "-o", str(out), "--to", formats], check=True, capture_output=True)
            return archive.hashes(out)

        def same(what, found):
            fresh = build("build", [days], work / f"fresh {what}")
            different = sorted(file for file in fresh.keys() | found.keys() if fresh.get(file) != found.get(file))
            print(f"{what}: {'the same' if not different else 'DIFFERENT: ' + ', '.join(different)} ({len(fresh)} files)")
            faults.extend(different)
            return fresh

        archive.write_day(days, "2025-03-01", 1, 8)
        archive.write_day(days, "2025-03-02", 11, 8)
        states = [same("two days", build("build", [days], kg))]
        archive.write_day(work / "third", "2025-03-03", 5, 8)
        with (work / "third" / "2025-03-03.md").open("a") as day:
            day.write(LAST)
        (days / "2025-03-03.md").write_bytes((work / "third" / "2025-03-03.md").read_bytes())
        build("build", [work / "third"], work / "kg3")
        same("a day added, by merge", build("merge", [kg, work / "kg3"], work / "merged"))
        states.append(same("a day added", build("build", [days], kg)))
        archive.write_day(days, "2025-03-02", 11, 6, "Changed")
        states.append(same("a day changed", build("build", [days], kg)))
        (days / "2025-03-03.md").unlink()
        states.append(same("a day removed", build("build", [days], kg)))
        archive.write_day(days, "2025-03-02", 11, 8)
        states.append(same("a day changed back", build("build", [days], kg)))
        assert states[0] == states[4], "the archive is what it was, the graph is not"
        assert len({state["graph.jsonl"] for state in states[:4]}) == 4, "the changes changed nothing"
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
