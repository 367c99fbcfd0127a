"""usage: read_networkx.py FILE.gexf OUT.json: what networkx holds after reading a GEXF file, as one JSON document."""

import json
import sys

import networkx as nx


def attributes(data, own):
    return {key: {"long": str(value)} if type(value) is int else value for key, value in data.items() if key not in own}


def color(data):
    found = data.get("viz", {}).get("color")
    return [found["r"], found["g"], found["b"], found["a"]] if found else None


graph = nx.read_gexf(sys.argv[1])
nodes = []
for node, data in graph.nodes(data=True):
    viz = data.get("viz", {})
    position = viz.get("position")
    nodes.append({
        "id": node, "label": data.get("label"), "color": color(data), "size": viz.get("size"),
        "position": [position["x"], position["y"]] if position else None,
        "start": data.get("start"), "end": data.get("end"),
        "attributes": attributes(data, {"label", "viz", "start", "end"}),
    })
edges = []
for source, target, data in graph.edges(data=True):
    edges.append({
        "id": data.get("id"), "label": data.get("label"), "source": source, "target": target, "weight": data.get("weight"),
        "color": color(data), "start": data.get("start"), "end": data.get("end"),
        "attributes": attributes(data, {"id", "label", "weight", "viz", "start", "end"}),
    })
with open(sys.argv[2], "w", encoding="utf-8") as out:
    json.dump({"type": type(graph).__name__, "nodes": nodes, "edges": edges}, out)
