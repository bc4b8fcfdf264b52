#!/usr/bin/env python3
"""Checks that a program that sorts a page's text by its places still reads a flow's cards one after the other.

usage: reading_order.py --drawplate PROGRAM [--pages P,P] SAMPLE...

`pdftotext -raw` gives texts as they are written, which is the order of the flow; `pdftotext` alone sorts them. Title and
subtitle of every node and group must come in the same order in both. The last line is "N passed, N failed".
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

PAGES = ["4:5", "3:4", "16:9", "A4", "A3 landscape"]


def run(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, text=True).stdout


def squeezed(text):
    """Letters and digits alone: line ends, hyphens at them and unseen spaces differ."""
    return "".join(c for c in text if c.isalnum())


def texts_of(diagram):
    for part in diagram["nodes"] + diagram.get("groups", []):
        for key in ("title", "subtitle"):
            text = squeezed(part.get(key) or "")
            if text:
                yield text


def places(texts, page):
    """Where each text stands; equal texts take turns."""
    found, problems, next_from = [], [], {}
    for text in texts:
        at = page.find(text, next_from.get(text, 0))
        next_from[text] = at + 1
        if at < 0:
            problems.append("'%s' is not there" % text)
        found.append(at)
    return found, problems


def check(program, sample, page, folder):
    pdf, described = os.path.join(folder, "a.pdf"), os.path.join(folder, "a.json")
    run([program, sample, "--page", page, "-o", pdf, "-o", described, "--quiet"])
    texts = list(texts_of(json.load(open(described))))
    written, problems = places(texts, squeezed(run(["pdftotext", "-raw", pdf, "-"])))
    sorted_, more = places(texts, squeezed(run(["pdftotext", pdf, "-"])))
    problems += more
    in_flow = [i for _, i in sorted((at, i) for i, at in enumerate(written))]
    for a, b in zip(in_flow, in_flow[1:]):
        if sorted_[a] > sorted_[b]:
            problems.append("'%s' is read after '%s'" % (texts[a], texts[b]))
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate", required=True)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("samples", nargs="+")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for sample in options.samples:
            for page in options.pages.split(","):
                problems = check(options.drawplate, sample, page, folder)
                print("%-4s %s %s" % ("FAIL" if problems else "ok", os.path.basename(sample), page))
                for problem in problems[:8]:
                    print("       " + problem)
                passed, failed = passed + (not problems), failed + bool(problems)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
