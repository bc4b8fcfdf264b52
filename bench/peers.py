#!/usr/bin/env python3
"""Draws files with drawplate, and graphs of the same boxes with Graphviz dot, ELK and dagre; judges all drawings alike.

usage: peers.py --drawplate PROGRAM --judge PROGRAM --npm FOLDER [--page PAGE] [--rows NAME,...] FILE...

The judge reads a drawing as JSON (schema layout-1) and prints its metrics with --json. FOLDER is where `npm install elkjs
@dagrejs/dagre` was run. Boxes, labels and titles have the sizes that drawplate measured; gaps between boxes are 40 and 50,
to lines 16, where text has 14 pt. Files that drawplate cannot read, and drawings without any node, are left out.
Prints a table in Markdown: median, mean and 90th percentile (the 10th where more is better) of each metric.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

MORE_IS_BETTER = {"straight", "orthogonal", "ends_square", "flow", "flow_acyclic", "aligned", "centred", "symmetry", "fit", "fit_font", "page_fill",
                  "ink", "min_gap", "gap_p10"}
HERE = os.path.dirname(os.path.abspath(__file__))
INCH = 72.0


def graph_of(layout):
    scale = layout["font_size"] / 14
    box = lambda b: {"w": b["w"], "h": b["h"]} if b and b["w"] > 0 else None
    groups = [{"id": g["id"], "parent": g["parent"], "title": box(g.get("label"))} for g in layout["groups"]]
    labels = lambda e: (e.get("labels") or ([e["label"]] if e.get("label") else [])) or [None]
    return {
        "name": layout["name"], "direction": layout["direction"], "font_size": layout["font_size"],
        "node_gap": 40 * scale, "layer_gap": 50 * scale, "edge_gap": 16 * scale,
        "nodes": [{k: n[k] for k in ("id", "w", "h", "group", "shape")} for n in layout["nodes"]],
        "groups": groups,
        "edges": [{"id": "e%d" % i, "from": e["from"], "to": e["to"], "label": box(labels(e)[0])} for i, e in enumerate(layout["edges"])],
    }


def sized_label(box):
    return '<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="%d" height="%d"><tr><td></td></tr></table>>' % (
        round(box["w"]), round(box["h"]))


def dot_source(graph):
    index = {n["id"]: i for i, n in enumerate(graph["nodes"])}
    clusters = {g["id"]: "cluster_%d" % i for i, g in enumerate(graph["groups"])}
    member, parents = {}, {g["id"]: g["parent"] for g in graph["groups"]}
    for n in graph["nodes"]:
        at = n["group"]
        while at is not None:
            member.setdefault(at, n["id"])
            at = parents[at]
    out = ["digraph {", "rankdir=%s; compound=true; nodesep=%g; ranksep=%g; node [shape=box fixedsize=true label=\"\"];" % (
        graph["direction"], graph["node_gap"] / INCH, graph["layer_gap"] / INCH)]

    def write(parent):
        for n in graph["nodes"]:
            if n["group"] == parent:
                out.append("n%d [width=%g height=%g];" % (index[n["id"]], n["w"] / INCH, n["h"] / INCH))
        for g in graph["groups"]:
            if g["parent"] != parent or g["id"] not in member:
                continue
            out.append("subgraph %s { label=%s;" % (clusters[g["id"]], sized_label(g["title"]) if g["title"] else '""'))
            write(g["id"])
            out.append("}")

    write(None)
    for e in graph["edges"]:
        ends, more = [], ["id=%s" % e["id"]]
        for end, key in ((e["from"], "ltail"), (e["to"], "lhead")):
            if end in clusters:
                more.append("%s=%s" % (key, clusters[end]))
                end = member.get(end)
            ends.append(end)
        if None in ends:
            continue
        if e["label"]:
            more.append("label=" + sized_label(e["label"]))
        out.append("n%d -> n%d [%s];" % (index[ends[0]], index[ends[1]], " ".join(more)))
    return "\n".join(out + ["}"])


def with_dot(graph, seconds):
    done = subprocess.run(["dot", "-Tjson"], input=dot_source(graph), capture_output=True, text=True, timeout=seconds)
    drawn = json.loads(done.stdout)
    height = float(drawn["bb"].split(",")[3])
    centre = lambda pos, w, h: {"x": pos[0] - w / 2, "y": height - pos[1] - h / 2, "w": w, "h": h}
    numbers = lambda text: [float(x) for x in text.split(",")]
    objects = {o["name"]: o for o in drawn.get("objects", [])}
    nodes = [dict(id=n["id"], group=n["group"], shape="box", **centre(numbers(objects["n%d" % i]["pos"]), n["w"], n["h"])) for i, n in enumerate(graph["nodes"])]
    groups = []
    for i, g in enumerate(graph["groups"]):
        found = objects.get("cluster_%d" % i)
        if not found or "bb" not in found:
            continue
        a, b, c, d = numbers(found["bb"])
        groups.append({"id": g["id"], "parent": g["parent"], "x": a, "y": height - d, "w": c - a, "h": d - b,
                       **({"label": centre(numbers(found["lp"]), g["title"]["w"], g["title"]["h"])} if g["title"] and "lp" in found else {})})
    kept = {g["id"] for g in groups}
    ends = {e["id"]: (e["from"], e["to"]) for e in graph["edges"]}
    edges = []
    for e in drawn.get("edges", []):
        points, tip, tail = [], None, None
        for word in e.get("pos", "").split():
            if word.startswith("e,"):
                tip = numbers(word[2:])
            elif word.startswith("s,"):
                tail = numbers(word[2:])
            else:
                points.append(numbers(word))
        if tip and points:  # the spline ends where the arrow head begins
            points += [points[-1], tip, tip]
        points = [[x, height - y] for x, y in points]
        source = next(x for x in graph["edges"] if x["id"] == e["id"])
        edges.append({"id": e["id"], "from": ends[e["id"]][0], "to": ends[e["id"]][1], "curve": "bezier", "points": points,
                      **({"label": centre(numbers(e["lp"]), source["label"]["w"], source["label"]["h"])} if source["label"] and "lp" in e else {})})
    return {"schema": "layout-1", "direction": graph["direction"], "font_size": graph["font_size"], "nodes": nodes,
            "groups": [g for g in groups if g["id"] in kept], "edges": edges}


def with_node(engine, graphs, npm, seconds):
    """Small graphs in one process, each large one in its own with a limit."""
    out = [None] * len(graphs)
    small = [i for i, g in enumerate(graphs) if len(g["nodes"]) + len(g["edges"]) <= 150]
    for batch in [small] + [[i] for i in range(len(graphs)) if i not in set(small)]:
        text = "\n".join(json.dumps(graphs[i]) for i in batch)
        try:
            done = subprocess.run(["node", os.path.join(HERE, "peers.mjs"), engine], input=text, capture_output=True, text=True, cwd=npm,
                                  timeout=seconds * (1 if len(batch) == 1 else 60))
        except subprocess.TimeoutExpired:
            continue
        for i, line in zip(batch, done.stdout.splitlines()):
            out[i] = json.loads(line).get("layout")
    return out


def judged(judge, layout, folder):
    layout.pop("page", None)
    place = os.path.join(folder, "drawing.json")
    with open(place, "w") as file:
        json.dump(layout, file)
    done = subprocess.run([judge, "--json", place], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode in (0, 1) else None


def flat(metrics):
    found = {}

    def walk(value):
        for name, inner in value.items():
            if isinstance(inner, dict):
                walk(inner)
            elif isinstance(inner, (int, float)) and not isinstance(inner, bool):
                found[name] = float(inner)

    walk(metrics[0] if isinstance(metrics, list) else metrics)
    return found


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate", required=True)
    parser.add_argument("--judge", required=True)
    parser.add_argument("--npm", required=True)
    parser.add_argument("--page", default="16:9")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--engines", default="dot,elk,elk-ns,dagre")
    parser.add_argument("--most-nodes", type=int, default=200)
    parser.add_argument("--keep", help="write each metric of each drawing here, as JSON")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    scores = {name: {} for name in ["drawplate"] + options.engines.split(",")}
    with tempfile.TemporaryDirectory() as folder:
        place, names, graphs = os.path.join(folder, "own.json"), [], []
        for name in options.files:
            done = subprocess.run([options.drawplate, name, "--page", options.page, "-q", "-o", place], capture_output=True)
            if done.returncode != 0:
                continue
            with open(place) as file:
                layout = json.load(file)
            if not 1 < len(layout["nodes"]) <= options.most_nodes or not layout["edges"]:
                continue
            names.append(name)
            graphs.append(graph_of(layout))
            scores["drawplate"][name] = judged(options.judge, layout, folder)
        for engine in options.engines.split(","):
            if engine == "dot":
                drawings = []
                for graph in graphs:
                    try:
                        drawings.append(with_dot(graph, options.seconds))
                    except (subprocess.TimeoutExpired, ValueError, KeyError):
                        drawings.append(None)
            else:
                drawings = with_node(engine, graphs, options.npm, options.seconds)
            for name, drawing in zip(names, drawings):
                if drawing:
                    scores[engine][name] = judged(options.judge, drawing, folder)
    if options.keep:
        with open(options.keep, "w") as file:
            json.dump(scores, file)
    report(scores, names)


def report(scores, names):
    common = [n for n in names if all(by_file.get(n) for by_file in scores.values())]
    values = {engine: [flat(by_file[n]) for n in common] for engine, by_file in scores.items()}
    print("%d files, of which all engines drew %d\n" % (len(names), len(common)))
    metrics = list(values["drawplate"][0]) if common else []
    print("| metric | " + " | ".join(values) + " |\n|---|" + "---|" * len(values))
    for metric in metrics:
        share = 0.1 if metric in MORE_IS_BETTER else 0.9
        cells = []
        for engine in values:
            column = [v[metric] for v in values[engine] if metric in v]
            cells.append("%.3g · %.3g · %.3g" % (statistics.median(column), statistics.mean(column), percentile(column, share)) if column else "")
        print("| %s | %s |" % (metric, " | ".join(cells)))


if __name__ == "__main__":
    sys.exit(main())
