#!/usr/bin/env python3
"""Every limit is told with its place, and what is within it is read: limits.py PROGRAM"""
import gzip
import pathlib
import subprocess
import sys
import tempfile

import archive

MOST_ENTRY = 16 << 20


def run(program, *command, code=0):
    done = subprocess.run([program, *map(str, command)], capture_output=True, timeout=600)
    said = done.stderr.decode(errors="replace")
    assert done.returncode == code, f"{' '.join(map(str, command))[:300]}: exit {done.returncode}: {said[:2000]}"
    return done.stdout, said


def row(number, summary):
    return archive.ROW.format(name=f"Net-{number}", id=f"2503.{number:05d}", n=number).replace("We introduce", summary + " We introduce", 1)


def long_entries(program, work):
    day = work / "2025-03-01.md"
    day.write_text(archive.HEAD.format(day="2025-03-01") + row(1, "Short.") + row(2, "x" * MOST_ENTRY) + row(3, "y" * (1 << 20)) + row(4, "Short."))
    out, said = run(program, "extract", "--strict", day, code=3)
    assert out.count(b"\n") == 3 and f"{day}:7:1: an entry of 16777" in said and "longer than 16777216" in said, said[:500]
    record = '{{"id":"2503.{n:05d}","date":"2025-03-01","title":"T","summary":"{words}"}}\n'
    lines = work / "long.jsonl"
    lines.write_text(record.format(n=1, words="x") + record.format(n=2, words="x" * MOST_ENTRY) + record.format(n=3, words="x"))
    out, said = run(program, "extract", lines)
    assert out.count(b"\n") == 2 and f"{lines}:2:1: an entry of 16777" in said, said[:500]
    entry = ("<entry>\n<id>http://arxiv.org/abs/2503.0000{n}v1</id><published>2025-03-01T00:00:00Z</published><title>T</title>"
             "<summary>{words}</summary><author><name>Ada</name></author></entry>\n")
    feed = work / "long.atom"
    feed.write_text('<feed xmlns="http://www.w3.org/2005/Atom">\n' + entry.format(n=1, words="x") + entry.format(n=2, words="x " * (MOST_ENTRY // 2)) +
                    entry.format(n=3, words="x") + "</feed>")
    out, said = run(program, "extract", feed)
    assert out.count(b"\n") == 2 and f"{feed}:4:1: an entry of 16777" in said, said[:500]


def long_texts(program, work):
    """What stands behind the part of a text that is read is told, with file and line, and not silently left out."""
    day = work / "texts" / "2025-03-01.md"
    day.parent.mkdir()
    day.write_text(archive.HEAD.format(day="2025-03-01") + row(1, "Short.") + row(2, "many words, " * 4200) + row(3, "So. " * 300) + row(4, "Short."))
    told = "bytes of its summary, behind 8,192 words and marks or 255 sentences"
    for command, code in ((("extract", day), 0), (("extract", "--strict", day), 3), (("build", day, "-o", work / "texts" / "kg"), 0)):
        out, said = run(program, *command, code=code)
        faults = [line for line in said.splitlines() if told in line]
        assert len(faults) == 2 and faults[0].startswith(f"{day}:7: too long: no fact is read from the last ") and faults[1].startswith(f"{day}:8: "), said
        assert "2 warnings" in said + out.decode(), (said, out)
    _, said = run(program, "merge", work / "texts" / "kg", "-o", work / "texts" / "all")
    assert [line.split(": ")[0] for line in said.splitlines() if told in line] == ["2503.00002 of 2025-03-01", "2503.00003 of 2025-03-01"], said


def starts_in_little_memory(program, work):
    """Not under a sanitizer, whose shadow alone passes any limit."""
    day = work / "days" / "2025-03-01.md"
    return subprocess.run([program, "extract", "--max-memory", "200M", day], capture_output=True).returncode == 0


def large_files(program, work):
    archive.write_day(work / "days", "2025-03-01", 1, 4)
    archive.write_day(work / "days", "2025-03-02", 10, 400)
    out, said = run(program, "extract", "--max-file", "100k", work / "days")
    assert out.count(b"\n") == 4 and "2025-03-02.md: larger than 102400 bytes, the limit on the size of a file; it is not read" in said, said
    _, said = run(program, "extract", "--max-file", "1k", work / "days", code=1)
    assert "nothing readable" in said, said
    done = subprocess.run([program, "extract", "--max-file", "100k", "-"], input=(work / "days" / "2025-03-02.md").read_bytes(), capture_output=True, timeout=60)
    assert done.returncode == 1 and b"<stdin>: larger than 102400 bytes" in done.stderr, done.stderr
    bomb = work / "bomb.md.gz"
    with gzip.open(bomb, "wb") as packed:
        packed.write((archive.HEAD.format(day="2025-03-03") + row(1, "Short.") + "\n").encode())
        for _ in range(300):
            packed.write(bytes(1 << 20))
    memory = ["--max-memory", "400M"] if starts_in_little_memory(program, work) else []
    out, said = run(program, "extract", "--max-file", "10M", *memory, bomb)
    assert out.count(b"\n") == 1 and f"{bomb}: the unpacked data pass the limit on the size of a file; the rest is not read" in said, said[:1000]


def many_entries(program, work):
    out, said = run(program, "extract", "--max-entries", "404", work / "days")
    assert out.count(b"\n") == 404
    _, said = run(program, "build", "--max-entries", "403", work / "days", "-o", work / "kg", code=1)
    assert "2025-03-02.md:405: more than 403 entries, the limit of one run" in said, said
    assert not (work / "kg").exists()


def deep(program, work):
    record = '{{"id":"2503.0000{n}","date":"2025-03-01","title":"T [[[[","summary":"x","more":{more}}}\n'
    lines = work / "deep.jsonl"
    lines.write_text("".join(record.format(n=n, more="[" * depth + "]" * depth) for n, depth in ((1, 99), (2, 100), (3, 100000))))
    out, said = run(program, "extract", lines)
    assert out.count(b"\n") == 1 and f"{lines}:2:" in said and f"{lines}:3:" in said and said.count("nested deeper than 100") == 2, said
    feed = work / "deep.atom"
    feed.write_text('<feed xmlns="http://www.w3.org/2005/Atom">\n<entry><id>http://arxiv.org/abs/2503.00001v1</id><published>2025-03-01T00:00:00Z</published>'
                    "<title>T</title><summary>x</summary></entry>\n" + "<a>" * 100000 + "</a>" * 100000 + "</feed>")
    out, said = run(program, "extract", feed)
    assert out.count(b"\n") == 1 and f"{feed}:3:298: nested deeper than 100; what follows is not read" in said, said
    graph = work / "deep-graph.jsonl"
    graph.write_text('{"type":"node","x":' + "[" * 100000)
    _, said = run(program, "stats", graph, code=1)
    assert f"{graph}:1:" in said and "nested deeper than 100" in said, said
    lexicon = work / "deep.toml"
    lexicon.write_text("x = " + "[" * 100000)
    _, said = run(program, "extract", "--lexicon", lexicon, work / "days", code=1)
    assert f"{lexicon}:1:" in said, said


def little_memory(program, work):
    if not starts_in_little_memory(program, work):
        print("little memory: LEFT OUT, the program does not start in 200 MB (a sanitizer)")
        return
    archive.write_day(work / "many", "2025-03-04", 1, 20000)
    archive.write_day(work / "few", "2025-03-04", 1, 20)
    run(program, "build", work / "few", "-o", work / "kg")
    before = archive.hashes(work / "kg")
    for memory in ("90M", "100M", "115M", "130M", "160M"):
        _, said = run(program, "build", "-j", "4", "--max-memory", memory, work / "many", "-o", work / "kg", code=1)
        assert "out of memory, of which it may have" in said, said
        print(f"{memory}: {said.strip()}")
        assert archive.hashes(work / "kg") == before and not [path for path in (work / "kg").rglob(".*")]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        for test in (long_entries, long_texts, large_files, many_entries, deep, little_memory):
            test(program, pathlib.Path(name))
            print(test.__name__, "passes")


if __name__ == "__main__":
    main()
