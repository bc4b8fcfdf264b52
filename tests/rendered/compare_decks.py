#!/usr/bin/env python3
"""Compares every slide of a deck's PDF with the same slide of its PPTX as LibreOffice draws it, word by word.

usage: compare_decks.py --drawplate PROGRAM [--tolerance PT] DECK.md...

Every word of one must stand within the tolerance in the other: that holds only where every line breaks at the same word.
Formulas are Office Math, in whose place LibreOffice shows outlines: their words are looked for in the PDF only. The last line
is "N passed, N failed".
"""
import argparse
import html
import os
import re
import subprocess
import sys
import tempfile

from compare import WORD, convert, run

RAISED = 1.0  # LibreOffice sets raised and lowered text smaller than Office does: what stands on its line is off by so much more


def pages_of(pdf):
    """By page: (text, x0, x1, y of the middle, y of the top, height) of every word, in reading order by place."""
    pages = []
    # What pdftotext says of pages without words would come between those of others.
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    for page in re.findall(r"<page .*?</page>", done.stdout, re.S):
        found = []
        for x0, y0, x1, y1, text in WORD.findall(page):
            if text.strip():  # not the unseen rules between columns
                found.append((html.unescape(text), float(x0), float(x1), (float(y0) + float(y1)) / 2, float(y0), float(y1) - float(y0)))
        pages.append(sorted(found, key=lambda word: (word[3], word[1])))
    return pages


def is_formula(text):
    return any(0x1D400 <= ord(c) <= 0x1D7FF or 0x2200 <= ord(c) <= 0x22FF for c in text)


def may_be_of_formula(text):
    """Numbers, signs and the stops that follow a formula."""
    return is_formula(text) or re.fullmatch(r"[-0-9=+−±()\[\]{}|.,;:]+", text) is not None


def deviation(a, b):
    """Two programs give one face two depths, and large text shows it: the tops count where they agree better."""
    return max(abs(a[1] - b[1]), abs(a[2] - b[2]), min(abs(a[3] - b[3]), abs(a[4] - b[4])))


def is_beside_raised(word, words):
    """Whether it is, or shares its line with, a word much smaller than the line's others."""
    line = [w[5] for w in words if abs(w[3] - word[3]) < 0.6 * word[5]]
    return min(line) < 0.85 * max(line)


def compare(ours, theirs, tolerance):
    """Pairs equal words, nearest first. Returns the largest deviation, its word, and what is wrong."""
    pairs = sorted((deviation(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a[0] == b[0])
    partner_of, taken, problems = set(), set(), []
    worst, word = 0.0, ""
    for apart, i, j in pairs:
        if i in partner_of or j in taken:
            continue
        partner_of.add(i)
        taken.add(j)
        if apart > worst:
            worst, word = apart, ours[i][0]
        if apart > tolerance + (RAISED if is_beside_raised(ours[i], ours) else 0):
            problems.append("'%s' is %.2f pt away" % (ours[i][0], apart))
    has_formulas = any(is_formula(w[0]) for w in ours)
    alone = [("PDF", w) for i, w in enumerate(ours) if i not in partner_of]
    alone += [("PPTX", w) for j, w in enumerate(theirs) if j not in taken]
    for where, w in alone:
        if not (has_formulas and may_be_of_formula(w[0])):
            problems.append("'%s' at %.0f, %.0f only in the %s" % (w[0], w[1], w[3], where))
    return worst, word, problems


def compare_pages(ours, theirs, tolerance):
    worst, word = 0.0, ""
    problems = [] if len(ours) == len(theirs) else ["%d pages in the PDF, %d in the PPTX" % (len(ours), len(theirs))]
    if not any(ours):
        problems.append("the PDF has no words")
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        apart, at, found = compare(a, b, tolerance)
        if apart > worst:
            worst, word = apart, at
        problems += ["slide %d: %s" % (number, p) for p in found]
    return worst, word, problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate", required=True)
    parser.add_argument("--tolerance", type=float, default=2.0)
    parser.add_argument("decks", nargs="+")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        stems = [os.path.join(folder, os.path.splitext(os.path.basename(deck))[0]) for deck in options.decks]
        for deck, stem in zip(options.decks, stems):
            run([options.drawplate, deck, "-o", stem + ".pdf", "-o", stem + ".pptx", "--quiet"])
        office = convert(stems, folder, 0)
        for deck, stem in zip(options.decks, stems):
            ours, theirs = pages_of(stem + ".pdf"), pages_of(os.path.join(office, os.path.basename(stem) + ".pdf"))
            worst, word, problems = compare_pages(ours, theirs, options.tolerance)
            print("%-4s %-20s %3d slides, %4d words, largest deviation %.2f pt ('%s')" % (
                "FAIL" if problems else "ok", os.path.basename(deck), len(ours), sum(map(len, ours)), worst, word))
            for problem in problems[:12]:
                print("       " + problem)
            passed, failed = passed + (not problems), failed + bool(problems)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
