#!/usr/bin/env python3
"""Times drawplate beside Graphviz dot on graphs of growing size: clustered, 1.4 edges a node, the same file for both.

usage: scale.py --build FOLDER [--nodes N,...] [--seconds LIMIT]

`layout alone` is the graph layout (boxes of fixed sizes in, places out; `drawplate_layout_corpus --time`), `drawplate` a whole
process that writes JSON, then one that writes PDF and PPTX, `dot` a whole process that writes its plain form. Figures are
processor time, which a busy machine changes little: the least of seven rounds (one where a round takes longer than two
seconds). "-": no answer within the limit.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time


def graph(count):
    """Clusters of about ten nodes, each a small tree with shortcuts; edges between neighbouring clusters."""
    chance = random.Random(count)
    groups = [list(range(first, min(count, first + 10))) for first in range(0, count, 10)]
    edges = []
    for group in groups:
        edges += [(group[chance.randrange(i)], group[i]) for i in range(1, len(group))]
    for i in range(1, len(groups)):
        edges.append((chance.choice(groups[chance.randrange(max(0, i - 4), i)]), groups[i][0]))
    while len(edges) < 1.4 * count:
        i = chance.randrange(len(groups))
        a, b = chance.choice(groups[i]), chance.choice(groups[min(len(groups) - 1, i + chance.randrange(2))])
        if a < b:
            edges.append((a, b))
    return groups, edges


def dot_text(groups, edges):
    out = ["digraph {", "node [shape=box]"]
    for i, group in enumerate(groups):
        out.append('subgraph cluster_%d { label="Group %d"; %s }' % (i, i, "; ".join('n%d [label="Node %d"]' % (n, n) for n in group)))
    return "\n".join(out + ["n%d -> n%d" % e for e in edges] + ["}"]) + "\n"


def sized_text(groups, edges):
    out = ["direction down"] + ["group -1 60 18 -" for _ in groups]
    out += ["node 90 36 %d box" % i for i, group in enumerate(groups) for _ in group]
    return "\n".join(out + ["edge n%d n%d 0 0 1" % e for e in edges]) + "\n"


def timed(command, seconds, stdin=""):
    """Processor seconds and peak megabytes, or nothing."""
    with tempfile.TemporaryFile("w+") as text:
        text.write(stdin)
        text.seek(0)
        process = subprocess.Popen(command, stdin=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + seconds
        pid = 0
        while pid == 0:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid == 0 and time.monotonic() > end:
                process.kill()
                os.wait4(process.pid, 0)
                return None
            time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, seconds, stdin=""):
    found = None
    for _ in range(7):
        run = timed(command, seconds, stdin)
        if run is None:
            return found
        found = run if found is None or run[0] < found[0] else found
        if run[0] > 2:
            break
    return found


def shown(seconds):
    if seconds is None:
        return "-"
    return "%.1f ms" % (seconds * 1000) if seconds < 1 else "%.2f s" % seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--nodes", default="10,100,1000,5000,10000")
    parser.add_argument("--seconds", type=float, default=120)
    options = parser.parse_args()
    tool, alone = os.path.join(options.build, "drawplate"), os.path.join(options.build, "drawplate_layout_corpus")
    print("| nodes | edges | layout alone | drawplate, to JSON | memory | to PDF and PPTX | memory | dot | memory |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        place = lambda name: os.path.join(folder, name)
        for count in map(int, options.nodes.split(",")):
            groups, edges = graph(count)
            with open(place("g.gv"), "w") as file:
                file.write(dot_text(groups, edges))
            times = max(1, 2000 // count)
            inner = best([alone, "--time", str(times)], options.seconds, sized_text(groups, edges))
            runs = [[tool, place("g.gv"), "-q", "-o", place("g.json")], [tool, place("g.gv"), "-q", "-o", place("g.pdf"), "-o", place("g.pptx")],
                    ["dot", "-Tplain", place("g.gv"), "-o", place("g.txt")]]
            cells = [str(count), str(len(edges)), shown(inner and inner[0] / times)]
            for command in runs:
                run = best(command, options.seconds)
                cells += [shown(run and run[0]), "%.0f MB" % run[1] if run else "-"]
            print("| " + " | ".join(cells) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
