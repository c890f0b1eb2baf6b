#!/usr/bin/env python3
"""Nothing outside the output folder is written, and no file but the inputs is read: paths.py PROGRAM"""
import hashlib
import os
import pathlib
import sys
import tempfile

from hostile import digest, formats, graph_from_elsewhere, run

CANARY = "canary-of-the-secret-file"
CLIMBERS = ["../../outside/evil", "..\\..\\outside\\evil", "/tmp/digestkg-evil", "%2e%2e%2foutside%2fevil", "....//outside/evil", ".", "..", "~/evil"]


def snapshot(folder, apart):
    """Every file and link of `folder` that is not below `apart`."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if apart in path.parents or path == apart or not (path.is_file() or path.is_symlink()):
            continue
        found[str(path)] = os.readlink(path) if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def feeds(folder, secret):
    """Feeds that ask for another file, each in its own way; what can be read of them is read."""
    entry = ('<entry><id>http://arxiv.org/abs/2503.9000{n}v1</id><published>2025-03-01T00:00:00Z</published><title>Feed</title>'
             '<summary>Words {text}.</summary><author><name>Ada</name></author></entry>')
    head, tail = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude">', "</feed>"
    uri = secret.as_uri()
    doctypes = [f'<!DOCTYPE feed [<!ENTITY x SYSTEM "{uri}">]>', f'<!DOCTYPE feed [<!ENTITY % p SYSTEM "{uri}"> %p;]>', f'<!DOCTYPE feed SYSTEM "{uri}">']
    for n, doctype in enumerate(doctypes):
        text = '<?xml version="1.0"?>' + doctype + head + entry.format(n=n, text="&x;" if n == 0 else "") + tail
        (folder / f"external{n}.atom").write_text(text)
    wide = '<?xml version="1.0" encoding="UTF-16"?>' + doctypes[0] + head + entry.format(n=4, text="&x;") + tail
    (folder / "wide.atom").write_bytes(wide.encode("utf-16"))
    include = '<?xml version="1.0"?>' + head + entry.format(n=5, text=f'<xi:include href="{uri}" parse="text"/>') + tail
    (folder / "include.atom").write_text(include)


def inputs(folder, secret):
    folder.mkdir()
    (folder / "..%2F..%2Foutside%2Fevil.md").write_text(digest(CLIMBERS))
    ids = ["../../outside/evil", "cs/../../outside", "2503.00001/../../outside", "2503.00001\u0000/../x"]
    lines = "".join(f'{{"id":"{one}","date":"2025-03-02","title":"{one}","summary":"x"}}\n'.replace("\u0000", "\\u0000") for one in ids)
    (folder / "records.jsonl").write_text(lines + '{"id":"2503.00099","date":"2025-03-02","title":"Right","summary":"x"}\n')
    feeds(folder, secret)


def test_inputs(program, work, names):
    before = snapshot(work, work / "kg")
    out, said = run(program, "build", work / "inputs", "-o", work / "kg", "--to", names)
    assert snapshot(work, work / "kg") == before, "a file outside the output folder changed"
    assert b"a feed must not declare a document type" in said and said.count(b"is no arXiv id") + said.count(b"no arXiv") >= 3, said
    assert b"Feed" in (work / "kg" / "graph.nt").read_bytes(), "the feed that includes a file is read without it"
    for path in (work / "kg").rglob("*"):
        assert not path.is_file() or CANARY.encode() not in path.read_bytes(), f"{path} holds the secret"
    assert CANARY.encode() not in out + said


def test_foreign_graph(program, work):
    (work / "foreign.jsonl").write_text(graph_from_elsewhere(CLIMBERS))
    before = snapshot(work, work / "exports")
    for one in formats(program):
        run(program, "export", work / "foreign.jsonl", "--to", one["name"], "-o", work / "exports" / ("x." + one["extension"]), cwd=work)
    assert snapshot(work, work / "exports") == before, "an export wrote elsewhere"


def test_links(program, work, names):
    """Links within the output folder are replaced, not followed; one that stands for a folder is refused."""
    kg, outside = work / "kg", work / "outside"
    for name in ("graph.ttl", "graph.jsonl", "csv/nodes.csv", "csv/claims.csv", "neo4j/import.sh"):
        (kg / name).unlink()
        (kg / name).symlink_to(outside / "victim")
    (kg / "graph.nt").unlink()
    os.mkfifo(kg / "graph.nt")  # nobody reads: a write to it would wait for ever
    before = snapshot(outside, kg)
    run(program, "build", work / "inputs", "-o", kg, "--to", names, "--no-claims")
    assert snapshot(outside, kg) == before, "a link was followed"
    assert all(not path.is_symlink() for path in kg.rglob("*")) and (kg / "graph.nt").is_file()
    assert not (kg / "csv" / "claims.csv").exists()
    (kg / "tsv").rename(work / "tsv")
    (kg / "tsv").symlink_to(outside)
    old = (kg / "graph.ttl").read_bytes()
    said = run(program, "build", work / "inputs", "-o", kg, "--to", names, code=1)[1]
    assert b"tsv: it is a symbolic link" in said, said
    assert snapshot(outside, kg) == before and (kg / "graph.ttl").read_bytes() == old


def test_named_link(program, work):
    """Whoever names a link means the file behind it."""
    (work / "behind.nt").write_text("")
    (work / "named.nt").symlink_to(work / "behind.nt")
    run(program, "export", work / "foreign.jsonl", "-o", work / "named.nt")
    assert (work / "named.nt").is_symlink() and (work / "behind.nt").stat().st_size > 0


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    names = ",".join(one["name"] for one in formats(program))
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        (work / "secret").write_text(CANARY)
        (work / "outside").mkdir()
        (work / "outside" / "victim").write_text("as it was")
        (work / "exports").mkdir()
        inputs(work / "inputs", work / "secret")
        test_inputs(program, work, names)
        test_foreign_graph(program, work)
        test_links(program, work, names)
        test_named_link(program, work)
    assert not pathlib.Path("/tmp/digestkg-evil").exists()


if __name__ == "__main__":
    main()
