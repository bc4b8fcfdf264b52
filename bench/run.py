#!/usr/bin/env python3
"""Times whole runs of drawplate beside the bare program of bench/floor.cpp, turn by turn, and prints their ratio.

usage: run.py --build FOLDER [--rounds N] [--sample FILE] [--require RATIO]

Both find Inter through fontconfig, shape the same words and write a PDF and a zip; drawplate also reads the YAML, lays it
out and fills both files. `floor (files)` opens the font files by path instead, which leaves fontconfig's start out.
With --require the exit status is 1 where the ratio of medians to `floor` is larger.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

FACES = ["Inter:400", "Inter:500", "Inter:600"]


def texts_of(page_json):
    """Every text that the sample draws, as the page's JSON names them."""
    found = []

    def walk(value, key=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, key)
        elif isinstance(value, str) and value and key in ("title", "subtitle", "text", "footer", "pills"):
            found.append(" ".join(value.split()))

    walk(page_json)
    return found


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def font_file(face):
    family, weight = face.split(":")
    fc_weight = {"400": "80", "500": "100", "600": "180"}[weight]
    return subprocess.run(["fc-match", "-f", "%{file}", "%s:weight=%s" % (family, fc_weight)], check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--sample", default="samples/hybrid-cache.yaml")
    parser.add_argument("--require", type=float)
    options = parser.parse_args()
    tool, floor = os.path.join(options.build, "drawplate"), os.path.join(options.build, "drawplate_floor")
    with tempfile.TemporaryDirectory() as folder:
        place = lambda name: os.path.join(folder, name)
        subprocess.run([tool, options.sample, "--quiet", "-o", place("page.json")], check=True)
        with open(place("page.json")) as page, open(place("words.txt"), "w") as words:
            texts = texts_of(json.load(page))
            words.write("\n".join(texts) + "\n")
        bare = [floor, place("words.txt"), place("f.pdf"), place("f.zip")]
        runs = {
            "drawplate, PDF and PPTX": [tool, options.sample, "--quiet", "-o", place("x.pdf"), "-o", place("x.pptx")],
            "the same, PPTX fonts named": [tool, options.sample, "--quiet", "--pptx-fonts", "named", "-o", place("x.pdf"), "-o", place("x.pptx")],
            "floor": bare + FACES,
            "floor (files)": bare + [font_file(face) for face in FACES],
            "drawplate check": [tool, "check", options.sample, "--quiet"],
        }
        times = {name: [] for name in runs}
        for _ in range(options.rounds + 3):
            for name, command in runs.items():
                times[name].append(timed(command))
    print("%d texts, %d rounds, the programs in turn; milliseconds" % (len(texts), options.rounds))
    print("%-26s %8s %8s %8s" % ("", "median", "least", "cpu"))
    median = {}
    for name, samples in times.items():
        walls = [wall for wall, _ in samples[3:]]  # the first rounds warm the caches
        median[name] = statistics.median(walls)
        print("%-26s %8.1f %8.1f %8.1f" % (name, median[name], min(walls), statistics.median(cpu for _, cpu in samples[3:])))
    whole = median["drawplate, PDF and PPTX"]
    ratio = whole / median["floor"]
    print("ratio to floor: %.2f; to floor (files): %.2f" % (ratio, whole / median["floor (files)"]))
    return 1 if options.require and ratio > options.require else 0


if __name__ == "__main__":
    sys.exit(main())
