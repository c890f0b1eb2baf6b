#!/usr/bin/env python3
"""What is written runs nothing, in a browser, a spreadsheet or a terminal: outputs.py PROGRAM

Each output of a hostile digest and of a graph that no build wrote is read by a parser that is not ours."""
import csv
import html.parser
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as xml

from hostile import digest, formats, graph_from_elsewhere, run

EVIL = ["<script>alert(1)</script>", "javascript:alert(1)", "\" onload=\"alert(1)", "' onmouseover='alert(1)", "](javascript:alert(1))", "<img src=x onerror=alert(1)>",
        "</title><script>alert(1)</script>", "data:text/html,<script>alert(1)</script>", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "{{constructor.constructor('alert(1)')()}}", "<svg onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "url(javascript:alert(1))", "//evil.example/x"]
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=cmd|'/C calc'!A0", "\uff1d1+1", "x;=1+1", "\"=1+1", "x\t=1+1"]
STEERING = ["\x1b[2J\x1b]0;owned\x07", "\x9b31m", "\r\x08hidden", "\x7f"]
VIEWS = [["--authors", "--min-weight", "1"], ["--timeline"], ["--benchmark", "MMLU"], ["--around", "SlowNet"], ["--outperforms"]]


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.handlers, self.links = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for key, value in attributes:
            if key.startswith("on"):
                self.handlers.append((tag, key))
            if key in ("href", "src", "action", "formaction", "data", "xlink:href"):
                self.links.append(value)


def check_svg(path):
    allowed = re.compile(r"https://arxiv\.org/abs/[A-Za-z0-9./-]+\Z")
    for element in xml.parse(path).iter():
        assert element.tag.rsplit("}")[-1] in {"svg", "g", "title", "path", "polygon", "polyline", "ellipse", "text", "a", "style", "defs", "rect", "linearGradient",
                                               "stop", "line", "circle", "tspan", "use", "clipPath", "desc"}, f"{path}: <{element.tag}>"
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on"), f"{path}: {key}"
            if key.endswith("href"):
                assert allowed.match(value), f"{path}: a link to {value}"
            assert "javascript:" not in value.lower() or key.endswith("title"), f"{path}: {key}={value}"


def check_page(text, scripts):
    page = Page(text)
    assert page.tags.count("script") == scripts and not page.handlers, (page.tags.count("script"), page.handlers)
    assert not {"img", "iframe", "object", "embed", "form", "base"} & set(page.tags), sorted(set(page.tags))
    for link in page.links:
        assert link == "data:," or link.startswith("https://arxiv.org/abs/"), f"a link to {link}"


def check_browser(program, graph, work):
    for i, view in enumerate(VIEWS):
        run(program, "view", graph, *view, "-o", work / f"{i}.svg")
        check_svg(work / f"{i}.svg")
    page = run(program, "export", graph, "--to", "html")[0].decode()
    check_page(page, 2)  # its data and its own
    assert "default-src 'none'" in page
    board = run(program, "leaderboard", graph, "MMLU", "--as", "html")[0].decode()
    assert "<table" in board
    check_page(board, 0)
    check_page(run(program, "leaderboard", graph, "--as", "html")[0].decode(), 0)
    markdown = run(program, "leaderboard", graph, "MMLU", "--as", "markdown")[0].decode()
    for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", markdown):
        assert target.startswith("https://arxiv.org/abs/"), f"a link to {target}"


def check_rdf(program, graph):
    """Links are resources, and resources are of the web."""
    for iri in re.findall(r"<([^<>]*)>", re.sub(r'"(?:[^"\\]|\\.)*"', "", run(program, "export", graph, "--to", "ntriples")[0].decode())):
        assert iri.startswith(("http://", "https://")), f"<{iri}>"


def check_spreadsheet(program, graph, work):
    """No cell begins a formula, as the file means its cells and as a country reads it where another sign stands between cells."""
    tables = []
    for name in ("csv", "tsv"):
        run(program, "export", graph, "--to", name, "-o", work / name, "--spreadsheet-safe")
        tables += [("," if name == "csv" else "\t", path.read_text(encoding="utf-8")) for path in sorted((work / name).glob("*.?sv"))]
    for board in (["MMLU"], []):
        tables.append((",", run(program, "leaderboard", graph, *board, "--as", "csv", "--spreadsheet-safe")[0].decode()))
    number = re.compile(r"-?[0-9.]+(e-?[0-9]+)?\Z")
    guarded = 0
    for delimiter, table in tables:
        lines = table.splitlines()
        cells = [cell for row in csv.reader(lines, delimiter=delimiter) for cell in row]
        guarded += sum(cell.startswith("'") for cell in cells)
        for other in {",", ";", "\t"} - {delimiter}:
            cells += [cell.strip('"\t') for line in lines for cell in line.split(other)]
        for cell in cells:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d")) or number.match(cell), repr(cell)
    return guarded


def check_terminal(program, graph, names):
    steering = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")
    commands = [["stats", graph], ["leaderboard", graph], ["leaderboard", graph, "MMLU"], ["show", graph, "MMLU"], ["show", graph, "SlowNet"], ["diff", graph, graph]]
    commands += [["show", graph, name] for name in names]
    for command in commands:
        out, said = run(program, *command)
        assert not steering.search(out + said), (command, (out + said)[:2000])
    out, said = run(program, "show", graph, "\x1b[31mNobody", code=1)
    assert not steering.search(said), said
    assert not steering.search(run(program, "stats", "\x1b[31mnowhere", code=1)[1])


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    csv.field_size_limit(1 << 24)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        (work / "evil\x1b[31m.md").write_text(digest(EVIL + FORMULAS), encoding="utf-8")
        out, said = run(program, "build", work / "evil\x1b[31m.md", "-o", work / "kg", "--to", "jsonld")
        assert b"\x1b" not in out + said
        (work / "foreign.jsonl").write_text(graph_from_elsewhere(EVIL + FORMULAS + STEERING))
        for graph in (work / "kg", work / "foreign.jsonl"):
            check_browser(program, graph, work)
            check_rdf(program, graph)
            assert check_spreadsheet(program, graph, work) > 0, "no formula was in any table"
        check_terminal(program, work / "foreign.jsonl", STEERING)


if __name__ == "__main__":
    main()
