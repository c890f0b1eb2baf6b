"""digestkg beside others, and beside itself as archives grow -> docs/performance.md.

usage: compare.py BUILD_FOLDER [--million] [-o FILE]   (the million takes some minutes and gigabytes more)"""
import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

from measure import Cost, alternate, run, stage_cost, stages

here = pathlib.Path(__file__).resolve().parent
source = here.parent.parent
python = "/usr/bin/python3"  # Debian's: it has NetworkX and rdflib
parser = argparse.ArgumentParser()
parser.add_argument("build", type=pathlib.Path)
parser.add_argument("--million", action="store_true")
parser.add_argument("-o", type=pathlib.Path, default=source / "docs/performance.md")
arguments = parser.parse_args()
digestkg = arguments.build / "digestkg"
generate = arguments.build / "tests/bench/generate"
stage_program = arguments.build / "tests/bench/stages"
shared = pathlib.Path(os.environ.get("DIGESTKG_SHARED", source.parent / "shared"))
exports = "turtle,graphml,dot"


def say(text):
    print(text, file=sys.stderr, flush=True)


def archive(folder):
    """The 214 real days where they are, else as many generated entries, in a folder of their own without other files."""
    real = shared / "corpus"
    if real.is_dir():
        inputs = sorted(path for path in real.iterdir() if path.is_dir())
        return inputs, "the archive's 214 days (3,404 entries)"
    run([generate, 3404, folder / "digests"])
    return [folder / "digests"], "3,404 generated entries (the archive is not here)"


def row(what, ours, theirs, wanted):
    return (f"| {what} | {ours.wall * 1000:,.0f} / {ours.cpu * 1000:,.0f} | {theirs.wall * 1000:,.0f} / {theirs.cpu * 1000:,.0f} "
            f"| {theirs.wall / ours.wall:.2f} | {theirs.cpu / ours.cpu:.2f} | {wanted} |")


def build_anew(inputs, folder, *options):
    """Into a folder that is not there yet: the file system's work of freeing old files is not in the time, nor what it does of it later."""
    shutil.rmtree(folder / "kg", ignore_errors=True)
    os.sync()
    return run([digestkg, "build", *inputs, "-o", folder / "kg", "--to", exports, *options])


def against_python(inputs, files, folder):
    peer = shared / "peers/python_pipeline.py"
    if not peer.exists():
        return ["| build / the Python pipeline | skipped: it is not here | | | | |"]
    ours, unsynced, theirs = alternate(5, lambda: build_anew(inputs, folder), lambda: build_anew(inputs, folder, "--no-sync"),
                                       lambda: run([python, peer, folder, *files]))
    return [row("`build` with graph.jsonl, Turtle, GraphML, DOT / the Python pipeline", ours, theirs, "30 or more"),
            row("the same with `--no-sync`: like the pipeline it does not wait for the disk / the same", unsynced, theirs, "30 or more")]


def against_cmark(inputs, files, folder):
    with open(folder / "all.md", "wb") as whole:
        for file in files:
            whole.write(file.read_bytes() + b"\n")
    build, extract, cmark = alternate(
        11, lambda: build_anew(inputs, folder),
        lambda: run([digestkg, "extract", *inputs]), lambda: run(["cmark-gfm", "-e", "table", folder / "all.md"]))
    return [row("the same `build` / `cmark-gfm -e table`, all files in one", build, cmark, "0.20 or more"),
            row("`extract` (read, extract, resolve, write records) / the same", extract, cmark, "0.33 or more")]


def against_serdi(inputs, folder):
    kg, triples = folder / "kg", folder / "kg.nt"
    run([digestkg, "export", kg, "--to", "ntriples", "-o", triples])
    writing, whole, serdi = alternate(5, lambda: stage_cost(stage_program, inputs, "export/ntriples"),
                                      lambda: run([digestkg, "export", kg, "--to", "ntriples"]),
                                      lambda: run(["serdi", "-i", "ntriples", "-o", "ntriples", triples]))
    return [row("N-Triples from the loaded graph / `serdi -i ntriples -o ntriples`", writing, serdi, "1 or more"),
            row("`export --to ntriples`, graph.jsonl read first / the same", whole, serdi, "")]


def against_networkx(inputs, folder):
    def networkx():
        told = subprocess.run([python, here / "networkx_graphml.py", folder / "kg/graph.graphml", folder / "nx.graphml"],
                              stdout=subprocess.PIPE, check=True).stdout
        return Cost(*map(float, told.split()), 0)

    ours, theirs = alternate(3, lambda: stage_cost(stage_program, inputs, "export/graphml"), networkx)
    return row("GraphML from the loaded graph / NetworkX `write_graphml`, same graph", ours, theirs, "20 or more")


def threads(inputs):
    two, one = alternate(7, lambda: run([digestkg, "extract", "--raw", "--jobs", 2, *inputs]),
                         lambda: run([digestkg, "extract", "--raw", "--jobs", 1, *inputs]))
    return row("`extract --raw --jobs 2` / `--jobs 1`", two, one, "1.7 or more")


def stage_table(inputs):
    rows = ["| stage | ms | MB/s | items/s |", "|---|---|---|---|"]
    for name, told in stages(stage_program, inputs).items():
        rows.append(f"| {name} | {told['cpu_time']:,.0f} | {told['bytes_per_second'] / 1e6:,.0f} | {told['items_per_second']:,.0f} |")
    return rows


def scale_row(count, folder):
    digests, kg = folder / f"generated-{count}", folder / f"kg-{count}"
    run([generate, count, digests])
    os.sync()  # nothing is left for the disk, neither of them nor of the folders that were removed
    say(f"  {count:,} entries")
    cost = run([digestkg, "build", digests, "-o", kg])
    shutil.rmtree(digests)
    shutil.rmtree(kg)
    return (f"| {count:,} | {cost.wall:,.1f} | {cost.cpu:,.1f} | {cost.kernel:,.1f} | {cost.cpu / count * 1e6:,.0f} "
            f"| {(cost.cpu - cost.kernel) / count * 1e6:,.0f} | {cost.peak / 1e6:,.0f} "
            f"| {cost.peak / count / 1000:.2f} |")


def scale_table(folder):
    counts = [10_000, 30_000, 100_000] + ([1_000_000] if arguments.million else [])
    rows = ["| entries | wall, s | processor, s | of it the system's | µs an entry | without the system's | peak memory, MB | KB an entry |",
            "|---|---|---|---|---|---|---|---|"]
    rows += [scale_row(count, folder) for count in counts]
    if not arguments.million and arguments.o.exists():  # the million is rarely run: keep what the last such run found
        rows += [line for line in arguments.o.read_text().splitlines() if line.startswith("| 1,000,000 ")]
    return rows


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores ({model}), load {os.getloadavg()[0]:.1f} at the start"


def document(folder):
    inputs, what = archive(folder)
    files = sorted(file for path in inputs for file in path.rglob("*.md"))
    where = machine()
    table = []
    for title, measured in (("Python pipeline", lambda: against_python(inputs, files, folder)),
                            ("cmark-gfm", lambda: against_cmark(inputs, files, folder)), ("serdi", lambda: against_serdi(inputs, folder)),
                            ("NetworkX", lambda: [against_networkx(inputs, folder)]), ("threads", lambda: [threads(inputs)])):
        say(title)
        table += measured()
    say("stages")
    per_stage = stage_table(inputs)
    say("growing archives")
    return (here / "performance.md.in").read_text().format(
        machine=where, archive=what, comparisons="\n".join(table), stages="\n".join(per_stage), scale="\n".join(scale_table(folder)))


with tempfile.TemporaryDirectory() as temporary:
    text = document(pathlib.Path(temporary))
arguments.o.write_text(text)
say(f"wrote {arguments.o}")
