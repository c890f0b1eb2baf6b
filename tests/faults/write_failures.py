#!/usr/bin/env python3
"""Every way in which writing fails that can be had here: write_failures.py PROGRAM

A full device, a file or a disk that grows no further, a pipe that nobody reads, a folder without the right to write. Each time: exit code
1, a message that names the target and the reason, and the old files as they were. What a machine does not allow is named as left out."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import archive

NOBODY = 65534


class Case:
    def __init__(self, program, work):
        self.program, self.work, self.faults = program, work, []

    def wants(self, what, command, reason, folder=None, **words):
        """Runs a command that cannot write and looks at what it said and left."""
        before = archive.hashes(folder) if folder else None
        words.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run([self.program, *map(str, command)], stderr=subprocess.PIPE, timeout=300, **words)
        said = done.stderr.decode(errors="replace")
        if done.returncode != 1:
            self.faults.append(f"{what}: exit code {done.returncode}: {said}")
        if reason not in said:
            self.faults.append(f"{what}: says {said!r}, not {reason!r}")
        if folder and archive.hashes(folder) != before:
            self.faults.append(f"{what}: the old files changed")
        if folder and any(path.name.startswith(".") for path in folder.rglob("*")):
            self.faults.append(f"{what}: a temporary file is left")
        print(f"{what}: {said.splitlines()[0] if said else ''}")


def full_device(case, formats):
    for one in formats:
        if one["carrier"] != "folder":
            case.wants(f"{one['name']} to /dev/full", ["export", case.work / "kg", "--to", one["name"], "-o", "/dev/full"], "No space left on device")
            with open("/dev/full", "wb") as full:
                case.wants(f"{one['name']} to a full standard output", ["export", case.work / "kg", "--to", one["name"]], "No space left on device", stdout=full)


def closed_pipe(case, formats):
    """A reader that went away before the first byte; every command that prints."""
    commands = [["export", case.work / "kg", "--to", one["name"]] for one in formats if one["carrier"] != "folder"]
    commands += [["stats", case.work / "kg"], ["show", case.work / "kg", "MadeNet-1"], ["extract", case.work / "days"], ["formats"], ["--help"],
                 ["leaderboard", case.work / "kg"], ["build", case.work / "days", "-o", case.work / "summary"]]
    for command in commands:
        read, write = os.pipe()
        os.close(read)
        case.wants(f"closed pipe: {' '.join(str(word) for word in command[:1] + command[2:])}".replace(str(case.work), "."), command, "Broken pipe", stdout=write)
        os.close(write)


def limited_files(case, names):
    """A limit on the size of files stands for a disk that fills up while it is written; the signal for it is ignored."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
    for waiting in [], ["--no-sync"]:
        case.wants(" ".join(["files of at most 6,000 bytes", *waiting]), ["build", case.work / "days", "-o", case.work / "kg", "--to", names, *waiting],
                   "File too large", folder=case.work / "kg", preexec_fn=limit, restore_signals=False)


def full_disk(case, names):
    """A file system in memory with room for the old files and half of the new ones."""
    disk = case.work / "disk"
    disk.mkdir()
    size = sum(path.stat().st_size for path in (case.work / "kg").rglob("*") if path.is_file())
    options = f"size={size * 3 // 2 + (256 << 10)}"
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk], capture_output=True).returncode != 0:
        print("a full disk: LEFT OUT, no right to mount one here")
        return
    try:
        subprocess.run([case.program, "build", case.work / "few", "-o", disk / "kg", "--to", names], check=True, capture_output=True)
        for waiting in [], ["--no-sync"]:
            case.wants(" ".join(["a full disk", *waiting]), ["build", case.work / "many", "-o", disk / "kg", "--to", names, *waiting],
                       "No space left on device", folder=disk / "kg")
    finally:
        subprocess.run(["umount", disk], check=True)


def no_right(case, names):
    folder = case.work / "kg"
    os.chmod(folder, 0o555)
    words = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        case.wants("a folder without the right to write", ["build", case.work / "days", "-o", folder, "--to", names], "Permission denied", folder=folder, **words)
        case.wants("a file without the right to write", ["export", folder, "--to", "turtle", "-o", folder / "graph.ttl"], "Permission denied", folder=folder, **words)
        case.wants("a new folder where none may be made", ["build", case.work / "days", "-o", folder / "new" / "deep"], "Permission denied", folder=folder, **words)
    finally:
        os.chmod(folder, 0o755)


def odd_targets(case):
    (case.work / "plain").write_text("not a folder")
    case.wants("a file in the place of the folder", ["build", case.work / "days", "-o", case.work / "plain"], "plain")
    case.wants("a folder in the place of the file", ["export", case.work / "kg", "--to", "turtle", "-o", case.work / "kg"], "kg", folder=case.work / "kg")
    case.wants("a folder that is not there", ["export", case.work / "kg", "--to", "turtle", "-o", case.work / "no" / "x.ttl"], "No such file or directory")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    formats = archive.export_formats(program)
    names = ",".join(f["name"] for f in formats if f["carrier"] != "picture")
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        os.chmod(work, 0o755)
        archive.write_day(work / "days", "2025-03-01", 1, 20)
        archive.write_day(work / "few", "2025-03-01", 1, 20)
        archive.write_day(work / "many", "2025-03-01", 1, 200)
        subprocess.run([program, "build", work / "days", "-o", work / "kg", "--to", names], check=True, capture_output=True)
        case = Case(program, work)
        full_device(case, formats)
        closed_pipe(case, formats)
        limited_files(case, names)
        full_disk(case, names)
        no_right(case, names)
        odd_targets(case)
    print("\n".join(f"FAULT {fault}" for fault in case.faults))
    return 1 if case.faults else 0


if __name__ == "__main__":
    sys.exit(main())
