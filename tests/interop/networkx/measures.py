"""Compares digestkg's measures with NetworkX's: measures.py PROGRAM FOLDER

Of the whole graph: PageRank, degree, connected parts, circles of outperforms, lengths of shortest paths. Of views and of small graphs with a
known structure: betweenness, and communities, whose modularity must not fall behind the better of NetworkX's two algorithms."""

import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import networkx
from networkx.algorithms.community import greedy_modularity_communities, louvain_communities, modularity
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python  # needs no numpy

PROGRAM, FOLDER = sys.argv[1:]
PICTURE_COST = collections.defaultdict(lambda: 2, {"mentions": 3, "addresses": 3, "by-metric": 6})
MARGIN = 0.01
faults = []


def check(what, ok):
    if not ok:
        faults.append(what)
        print(f"DIFFERS: {what}", file=sys.stderr)


def run(*words):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)


def read(path):
    graph = networkx.MultiDiGraph()
    for line in open(path, encoding="utf-8"):
        item = json.loads(line)
        properties = item["properties"]
        if item["type"] == "node":
            graph.add_node(item["id"], **properties)
        else:
            weight = properties.get("papers", max(1, len(properties.get("claimPaper", []))))
            graph.add_edge(item["start"]["id"], item["end"]["id"], label=item["label"], weight=weight)
    return graph


def collapsed(graph, kind, weigh):
    """Parallel edges as one, which weighs what they weigh together."""
    simple = kind()
    simple.add_nodes_from(graph)
    for a, b, data in graph.edges(data=True):
        before = simple.edges[a, b]["weight"] if simple.has_edge(a, b) else 0
        simple.add_edge(a, b, weight=before + (data["weight"] if weigh else 1))
    return simple


def check_ranks(graph):
    ranks = _pagerank_python(collapsed(graph, networkx.DiGraph, False), tol=1e-15, max_iter=1000)
    worst = 0
    for node, own in graph.nodes(data="pageRank"):
        if own is not None:
            worst = max(worst, abs(own - ranks[node]) / ranks[node])
    check(f"PageRank is {worst:.1e} off", worst < 1e-5)
    degrees = dict(graph.degree())
    check("degree", all(own in (None, degrees[node]) for node, own in graph.nodes(data="degree")))
    return worst


def check_parts(graph):
    said = run("stats", FOLDER).stdout
    parts = sorted(map(len, networkx.weakly_connected_components(graph)), reverse=True)
    found = re.search(r"^([\d,]+) connected parts?, the largest of ([\d,]+) nodes?$", said, re.M)
    check("connected parts", [int(text.replace(",", "")) for text in found.groups()] == [len(parts), parts[0]])
    beats = networkx.DiGraph((a, b) for a, b, label in graph.edges(data="label") if label == "OUTPERFORMS")
    circles = sorted((len(c) for c in networkx.strongly_connected_components(beats) if len(c) > 1), reverse=True)
    found = re.search(r"^([\d,]+) circles? of outperforms\n((?: +\d+  .*\n?)+)", said, re.M)
    sizes = [int(line.split()[0]) for line in found[2].splitlines()] if found else []
    check("circles of outperforms", (int(found[1].replace(",", "")) if found else 0) == len(circles) and sizes == circles[:5])
    return len(parts), len(circles)


def check_paths(graph):
    picture = lambda label: label.lower().replace("_", "-")
    links = networkx.Graph()
    for a, b, label in graph.edges(data="label"):
        if label == "LISTED_IN":
            continue
        cost = PICTURE_COST[picture(label)]
        links.add_edge(a, b, cost=min(cost, links.edges[a, b]["cost"] if links.has_edge(a, b) else cost))
    things = sorted(node for node in graph if node.startswith(("entity/", "author/", "paper/")))
    step = max(1, len(things) // 14)
    pairs = list(itertools.combinations(things[::step][:8], 2))
    for a, b in pairs:
        done = run("path", FOLDER, a, b)
        near = a in links and b in links and networkx.has_path(links, a, b)
        check(f"a path from {a} to {b}: {done.stderr}", (done.returncode == 0) == near)
        if not near or done.returncode != 0:
            continue
        steps = re.findall(r"^  (?:-([a-z-]+)-> |<-([a-z-]+)- )", done.stdout, re.M)
        length = sum(PICTURE_COST[out or back] for out, back in steps)
        check(f"length of the path from {a} to {b}", length == networkx.dijkstra_path_length(links, a, b, "cost"))
    return len(pairs)


def check_view(name, view):
    """Betweenness and communities as the view's properties have them."""
    shares = networkx.betweenness_centrality(networkx.Graph(view))
    bad = [node for node, own in view.nodes(data="betweenness") if own is not None and abs(own - shares[node]) > 1e-6 * max(1, shares[node])]
    check(f"{name}: betweenness of {bad[:3]}", not bad)
    bearing = [node for node, own in view.nodes(data="community") if own is not None]
    part = collapsed(view, networkx.Graph, True).subgraph(bearing)
    if part.number_of_edges() == 0:
        return
    groups = collections.defaultdict(set)
    for node in bearing:
        groups[view.nodes[node]["community"]].add(node)
    own = modularity(part, groups.values())
    louvain, greedy = (modularity(part, groups) for groups in (louvain_communities(part, seed=1), greedy_modularity_communities(part, "weight")))
    print(f"   {name}: {len(view)} nodes, modularity {own:.3f}, NetworkX's Louvain {louvain:.3f}, greedy {greedy:.3f}")
    # What the view's other nodes are told by is not in `part`, so only a view that bears communities throughout is judged.
    if len(bearing) == len(view):
        check(f"{name}: modularity {own:.3f}", own >= max(louvain, greedy) - MARGIN)


def view_of(graph, *words):
    done = run("view", graph, *words, "--to", "node-link")
    if done.returncode != 0:
        return None
    found = json.loads(done.stdout)
    view = networkx.MultiDiGraph()
    for node in found["nodes"]:
        view.add_node(node["id"], **node)
    for edge in found.get("edges", found.get("links", [])):
        view.add_edge(edge["source"], edge["target"], weight=edge.get("weight", 1))
    return view


def small_graphs():
    yield "karate club", networkx.karate_club_graph()
    yield "caveman", networkx.connected_caveman_graph(6, 5)
    yield "barbell", networkx.barbell_graph(7, 3)
    yield "grid", networkx.convert_node_labels_to_integers(networkx.grid_2d_graph(6, 7))
    yield "partition", networkx.planted_partition_graph(4, 20, 0.5, 0.03, seed=3)


def written(graph, path):
    names = {node: f"entity/m{node}" for node in graph}
    with open(path, "w", encoding="utf-8") as out:
        for node in graph:
            out.write(json.dumps({"type": "node", "id": names[node], "labels": ["Method"], "properties": {"name": f"m{node}"}}) + "\n")
        for number, (a, b) in enumerate(graph.edges()):
            start, end = ({"id": names[node], "labels": ["Method"]} for node in (a, b))
            out.write(json.dumps({"type": "relationship", "id": str(number), "label": "OUTPERFORMS", "start": start, "end": end, "properties": {}}) + "\n")
    return path


def main():
    graph = read(pathlib.Path(FOLDER) / "graph.jsonl")
    ranked = any(own is not None for _, own in graph.nodes(data="pageRank"))
    worst = check_ranks(graph) if ranked else None
    parts, circles = check_parts(graph)
    pairs = check_paths(graph)
    rank = f"PageRank at most {worst:.0e} off" if ranked else "no PageRank"
    names = [node for node, kind in sorted(graph.degree(), key=lambda at: (-at[1], at[0])) if node.startswith("entity/")][:2]
    for words in [("--authors", "--top", "300"), ("--outperforms", "--only", "method", "--top", "300"), *(("--around", n, "--hops", "2", "--top", "200") for n in names)]:
        view = view_of(FOLDER, *words)
        if view is not None and len(view) > 1:
            check_view(" ".join(words), view)
    with tempfile.TemporaryDirectory() as folder:
        for name, small in small_graphs():
            check_view(name, view_of(written(small, pathlib.Path(folder) / "graph.jsonl"), "--outperforms", "--top", "100000"))
    what = f"{len(graph)} nodes and {graph.number_of_edges()} edges: {rank}, degrees, {parts} parts, {circles} circles, {pairs} paths; betweenness and communities of views"
    reader = f"NetworkX {networkx.__version__}, measures"
    print(f"FAILED: {reader} | {what}, {len(faults)} faults" if faults else f"OK: {reader} | {what}")
    sys.exit(1 if faults else 0)


main()
