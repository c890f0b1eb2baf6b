#!/usr/bin/env python3
"""Runs one line of cases.txt and compares what it says with golden/: golden.py PROGRAM CASE|--update [CASE]

Exit code, standard output (golden/CASE.out) and standard error (golden/CASE.err) must be exactly as they stand there; a file that is
absent stands for nothing said. The command runs in a fresh folder where `input` and `examples` are the tests' and the examples' files."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def cases():
    for line in (HERE / "cases.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, code, command = line.split(maxsplit=2)
            yield name, int(code), command


def run(program, command):
    with tempfile.TemporaryDirectory() as folder:
        at = pathlib.Path(folder)
        (at / "input").symlink_to(HERE / "input")
        (at / "examples").symlink_to(HERE.parents[1] / "examples" / "digests")
        script = f'digestkg() {{ "{program}" "$@"; }}\n{command}'
        return subprocess.run(["bash", "-c", script], cwd=at, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)


def golden(name, stream):
    return HERE / "golden" / f"{name}.{stream}"


def differences(name, code, done):
    if done.returncode != code:
        yield f"exit code {done.returncode}, not {code}"
    for stream, said in (("out", done.stdout), ("err", done.stderr)):
        wanted = golden(name, stream).read_bytes() if golden(name, stream).exists() else b""
        if said != wanted:
            yield f"--- wanted on {stream}\n{wanted.decode(errors='replace')}--- said\n{said.decode(errors='replace')}"


def update(name, done):
    for stream, said in (("out", done.stdout), ("err", done.stderr)):
        if said:
            golden(name, stream).write_bytes(said)
        else:
            golden(name, stream).unlink(missing_ok=True)


def main():
    program, wanted = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    renew = "--update" in wanted
    names = [name for name in wanted if name != "--update"]
    failed = False
    chosen = [case for case in cases() if case[0] in names or (renew and not names)]
    for name, code, command in chosen:
        done = run(program, command)
        if renew:
            update(name, done)
        for difference in differences(name, code, done):
            failed = True
            print(f"{name}: {command}\n{difference}")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
