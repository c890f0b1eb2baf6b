#!/usr/bin/env python3
"""Breaks every exporter and looks whether the tests that hold all exports against one graph notice each: break_exporters.py SOURCE BUILD

Each line of exporters.tsv: the formats that then say something else, what, a file, and a piece of it with what stands in its place. The formats are
compared one by one, so one build with all breaks tells of each. The files are put back."""
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
TESTS = "all exports of one graph*,the VoID description counts*"


def build_tests(build):
    subprocess.run(["cmake", "--build", build, "--target", "digestkg_unit"], stdout=subprocess.DEVNULL, check=True)


def failing(build):
    """The formats of the failed comparisons; the test of VoID stands for void."""
    done = subprocess.run([build / "tests" / "digestkg_unit", TESTS, "-r", "xml"], capture_output=True)
    found = set()
    for case in xml.etree.ElementTree.fromstring(done.stdout.decode("utf-8", "replace").translate({c: " " for c in range(32)})).iter("TestCase"):
        found |= {info.text.strip() for info in case.iter("Info")} - {"hostile names", "plain names"}
        if "VoID" in case.get("name") and case.find("OverallResult").get("success") == "false":
            found.add("void")
    return found


def main():
    source, build = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    exports = json.loads(subprocess.run([build / "digestkg", "formats", "--json"], capture_output=True, check=True).stdout)["exports"]
    wanted = {export["name"] for export in exports if export["carrier"] != "picture"}
    places = [line.split("\t") for line in (HERE / "exporters.tsv").read_text().splitlines()]
    build_tests(build)
    assert not failing(build), "the tests fail as it is"
    texts = {name: (source / name).read_text() for _, _, name, _, _ in places}
    try:
        broken = dict(texts)
        for _, what, name, good, bad in places:
            assert good in broken[name], f"{what}: {name} has no longer {good!r}"
            broken[name] = broken[name].replace(good, bad, 1)
        for name, text in broken.items():
            (source / name).write_text(text)
        build_tests(build)
        noticed = failing(build)
    finally:
        for name, text in texts.items():
            (source / name).write_text(text)
    build_tests(build)
    for formats, what, name, _, _ in places:
        for form in formats.split(","):
            print(f"{form:10} {what:44} {name:26} {'noticed' if form in noticed else 'NOT NOTICED'}")
    missed = wanted - noticed
    print(f"{len(wanted) - len(missed)} of {len(wanted)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
