#!/usr/bin/env python3
"""Times a talk of many slides: Markdown in, PDF and PPTX out, with the memory at its peak and the files' sizes.

usage: slides.py --build FOLDER [--slides N] [--rounds N] [--keep FOLDER]

The slides take turns: lists, a table, code, a quote, two columns, a small diagram. Prints the median of each output alone and
of both together.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

BODIES = [
    "- The first point of slide {n}\n- A second one that says a little more\n  - with a detail below\n- And a third\n",
    "A paragraph of **slide {n}** with some *words* in it, `code` too.\n\n1. first\n2. second\n3. third\n",
    "| Name | Kind | Size |\n|---|---|---:|\n| alpha {n} | letter | 1 |\n| beta | letter | 2 |\n| gamma | letter | 3 |\n",
    "```python\ndef answer_{n}(question):\n    # think\n    return {n} + len(question)\n```\n",
    "> What slide {n} says was said before.\n\n- once\n- and again\n",
    "```mermaid\nflowchart LR\n  a[Ask {n}] --> b[Look up] --> c[Answer]\n```\n",
]


def talk(count):
    parts = ["---\ntitle: A talk of many slides\nauthor: A. Author\n---\n"]
    for n in range(1, count + 1):
        notes = "\n<!-- Notes of slide %d. -->\n" % n if n % 4 == 0 else ""
        parts.append("# Slide %d of the talk\n\n%s%s" % (n, BODIES[n % len(BODIES)].format(n=n), notes))
    return parts[0] + "\n" + "\n---\n\n".join(parts[1:])


def timed(command):
    """Seconds of wall and processor time, and megabytes at the peak, of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError("%s: status %d" % (" ".join(command), status))
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--slides", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep")
    options = parser.parse_args()
    program = os.path.join(options.build, "drawplate")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        source = os.path.join(folder, "talk.md")
        with open(source, "w") as out:
            out.write(talk(options.slides))
        pdf, pptx = os.path.join(folder, "talk.pdf"), os.path.join(folder, "talk.pptx")
        for name, command in [
            ("check alone", [program, "check", source, "-q"]),
            ("PDF", [program, source, "-q", "-o", pdf]),
            ("PPTX", [program, source, "-q", "-o", pptx]),
            ("both", [program, source, "-q", "-o", pdf, "-o", pptx]),
        ]:
            runs = [timed(command) for _ in range(options.rounds)]
            wall, cpu = (statistics.median(run[i] for run in runs) for i in (0, 1))
            print("%-12s %6.2f s, %6.2f s of processor time, %4.0f MB at the peak" % (name, wall, cpu, max(run[2] for run in runs)))
        print("PDF %.2f MB, PPTX %.2f MB" % (os.path.getsize(pdf) / 1e6, os.path.getsize(pptx) / 1e6))
    return 0


if __name__ == "__main__":
    sys.exit(main())
