"""A view as node-link JSON -> graph.jsonl beside it, which is what the checks of tests/interop compare importers with: FILE"""

import json
import pathlib
import sys

path = pathlib.Path(sys.argv[1])
view = json.load(open(path, encoding="utf-8"))
LOOKS = {"id", "label", "kinds", "color", "size", "source", "target", "key", "weight", "claims"}


def properties(element):
    found = {key: value for key, value in element.items() if key not in LOOKS}
    for claim in element.get("claims", []):
        for name, value in claim.items():
            found.setdefault("claim" + name[0].upper() + name[1:], []).append(value)
    return found


kinds = {node["id"]: node["kinds"] for node in view["nodes"]}
with open(path.with_name("graph.jsonl"), "w", encoding="utf-8") as out:
    for node in view["nodes"]:
        record = {"type": "node", "id": node["id"], "labels": node["kinds"], "properties": properties(node)}
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
    for link in view["links"]:
        ends = {end: {"id": link[of], "labels": kinds[link[of]]} for end, of in (("start", "source"), ("end", "target"))}
        record = {"type": "relationship", "id": " ".join([link["source"], link["key"], link["target"]]), "label": link["key"], **ends,
                  "properties": properties(link)}
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
