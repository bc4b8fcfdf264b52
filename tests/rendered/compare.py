#!/usr/bin/env python3
"""Compares what a reader of the PDF sees with what a reader of the PPTX sees, word by word.

usage: compare.py --drawplate PROGRAM [--jobs N] [--pages P,P] [--modes M,M] [--tolerance PT] SAMPLE...

Each sample is written in both formats for every page size and each way to bring fonts (--pptx-fonts). LibreOffice turns the
PPTX into a PDF, and pdftotext gives the words of both with their boxes. Every word of one must stand within the tolerance in
the other: that holds only where every line breaks at the same word. The largest deviation of each sample and page is printed;
the last line is "N passed, N failed".

LibreOffice sets a fifth of a line's height between East Asian and other letters, which neither PowerPoint nor we do and no
PPTX can forbid. Presentations with such letters go through its own flat form, where that one property is turned off. That form
rounds sizes of type to tenths, so each size goes there under a number of its own.
"""
import argparse
import bisect
import concurrent.futures
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

PAGES = ["4:5", "3:4", "16:9", "A4", "A3 landscape"]
MODES = ["embed", "office"]
FIRST_SIZE = 500  # pt; sizes in presentations on their way into the flat form are numbered from here
JOINED = 9.0  # words with less room between them belong to one line of one text
CHARACTER = re.compile(r'<char quad="[^"]*" x="([-\d.]+)" y="([-\d.]+)"')
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S)


def run(command, **options):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError("%s\n%s" % (" ".join(command), done.stdout.strip()))
    return done.stdout


def key_of(text):
    """What a word is compared by: readers turn the letters of some scripts round in other ways than the two programs draw them."""
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        text = "".join(c for c in text if c.isalpha())  # LibreOffice's fonts say digits for some ligatures
    return "".join(sorted(text))


def baselines_of(pdf):
    """(x, y) of every character's origin: pdftotext's boxes are as high as fonts say, and those say what they like."""
    return sorted((float(x), float(y)) for x, y in CHARACTER.findall(run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf])))


def words_of(pdf):
    """(text, x0, x1, y of the baseline) of every word, in reading order by place."""
    found, origins = [], baselines_of(pdf)
    xs = [x for x, _ in origins]
    for x0, y0, x1, y1, text in WORD.findall(run(["pdftotext", "-bbox", pdf, "-"])):
        key = key_of(html.unescape(text))
        if key.strip():  # not the unseen rules between columns, nor marks of direction
            x0, y0, x1, y1 = float(x0), float(y0), float(x1), float(y1)
            near = origins[bisect.bisect_left(xs, x0 - 1) : bisect.bisect_right(xs, x1 + 1)]
            middle = y0 + 0.72 * (y1 - y0)
            baseline = min((y for _, y in near if y0 < y < y1), key=lambda y: abs(y - middle), default=middle)
            found.append((key, x0, x1, baseline))
    return sorted(found, key=lambda word: (word[3], word[1]))


def with_phrases(words):
    """Words as they are, but those of a line that holds more than Latin as one: what pdftotext takes for a word there depends
    on how a program orders and cuts its glyphs."""
    mixed = [w for w in words if any(ord(c) > 0x24F for c in w[0])]
    near = lambda a, b: abs(a[3] - b[3]) < 4 and max(a[1], b[1]) - min(a[2], b[2]) < JOINED
    phrases, left = [], sorted(words, key=lambda w: w[1])
    while left:
        phrase, grown = [left.pop(0)], True
        while grown:
            grown = [w for w in left if any(near(w, p) for p in phrase)]
            phrase += grown
            left = [w for w in left if w not in grown]
        if any(w in mixed for w in phrase):
            ys = sorted(w[3] for w in phrase)
            phrases.append((key_of("".join(w[0] for w in phrase)), min(w[1] for w in phrase), max(w[2] for w in phrase), ys[len(ys) // 2]))
        else:
            phrases += phrase
    return phrases


def has_east_asian(pdf):
    return any("\u2e80" <= c <= "\ud7ff" or "\uf900" <= c <= "\uffef" for c in run(["pdftotext", pdf, "-"]))


def deviation(a, b):
    return max(abs(a[1] - b[1]), abs(a[2] - b[2]), abs(a[3] - b[3]))


def compare(ours, theirs, tolerance):
    """Pairs equal words, nearest first. Returns the largest deviation, its word, and what has no partner."""
    pairs = sorted((deviation(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a[0] == b[0])
    partner_of, taken = {}, set()
    worst, word = 0.0, ""
    problems = []
    for apart, i, j in pairs:
        if i in partner_of or j in taken:
            continue
        partner_of[i] = j
        taken.add(j)
        if apart > worst:
            worst, word = apart, ours[i][0]
        if apart > tolerance:
            problems.append("'%s' is %.2f pt away" % (ours[i][0], apart))
    problems += ["'%s' at %.0f, %.0f only in the PDF" % (w[0], w[1], w[3]) for i, w in enumerate(ours) if i not in partner_of]
    problems += ["'%s' at %.0f, %.0f only in the PPTX" % (w[0], w[1], w[3]) for j, w in enumerate(theirs) if j not in taken]
    return worst, word, problems


def name_of(sample, page, mode):
    stem = os.path.splitext(os.path.basename(sample))[0].replace(".", "-")
    return "%s@%s-%s" % (stem, page.replace(":", "x").replace(" ", "-"), mode)


def draw(program, sample, page, mode, folder):
    stem = os.path.join(folder, name_of(sample, page, mode))
    run([program, sample, "--page", page, "--pptx-fonts", mode, "-o", stem + ".pdf", "-o", stem + ".pptx", "--quiet"])
    return stem


def number_sizes(pptx, numbered):
    """A copy in which the k-th size of type is FIRST_SIZE + k pt. Returns the sizes in pt."""
    sizes = []

    def number(found):
        if found[1] not in sizes:
            sizes.append(found[1])
        return 'sz="%d"' % (100 * (FIRST_SIZE + sizes.index(found[1])))

    with zipfile.ZipFile(pptx) as source, zipfile.ZipFile(numbered, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                part = re.sub(r'\bsz="(\d+)"', number, part.decode()).encode()
            target.writestr(name, part)
    return [int(size) / 100 for size in sizes]


def mend_flat_form(path, sizes):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    exact = lambda found: '%s"%gpt"' % (found[1], sizes[int(found[2]) - FIRST_SIZE])
    text = re.sub(r'(font-size(?:-asian|-complex)?=)"(5\d\d)(?:\.0\d*)?pt"', exact, text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"'))


def convert(stems, folder, number):
    """One LibreOffice turns many files; each at a time needs a profile of its own."""
    out = os.path.join(folder, "office")
    numbered = os.path.join(folder, "numbered-%d" % number)
    os.makedirs(numbered)
    profile = "-env:UserInstallation=file://%s/profile-%d" % (folder, number)

    def office(form, names):
        run(["soffice", profile, "--headless", "--convert-to", form, "--outdir", out] + names, timeout=900)

    east_asian = [stem for stem in stems if has_east_asian(stem + ".pdf")]
    copies = {stem: os.path.join(numbered, os.path.basename(stem) + ".pptx") for stem in east_asian}
    flat = {stem: os.path.join(out, os.path.basename(stem) + ".fodp") for stem in east_asian}
    sizes = {stem: number_sizes(stem + ".pptx", copies[stem]) for stem in east_asian}
    if east_asian:
        office("fodp", list(copies.values()))
    for stem in east_asian:
        mend_flat_form(flat[stem], sizes[stem])
    office("pdf", [flat.get(stem, stem + ".pptx") for stem in stems])
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate", required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--modes", default=",".join(MODES))
    parser.add_argument("--tolerance", type=float, default=2.0)
    parser.add_argument("--keep", help="folder for the files, kept afterwards")
    parser.add_argument("samples", nargs="+")
    options = parser.parse_args()
    cases = [(s, p, m) for s in options.samples for p in options.pages.split(",") for m in options.modes.split(",")]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.abspath(options.keep or scratch)
        os.makedirs(folder, exist_ok=True)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            stems = list(pool.map(lambda case: draw(options.drawplate, *case, folder), cases))
            shares = [stems[k :: options.jobs] for k in range(options.jobs)]
            list(pool.map(lambda k: shares[k] and convert(shares[k], folder, k), range(options.jobs)))
        for (sample, page, mode), stem in zip(cases, stems):
            office = os.path.join(folder, "office", os.path.basename(stem) + ".pdf")
            ours, theirs = with_phrases(words_of(stem + ".pdf")), with_phrases(words_of(office))
            worst, word, problems = compare(ours, theirs, options.tolerance)
            if not ours:
                problems.append("the PDF has no words")
            print("%-4s %-28s %-13s %-6s %3d words, largest deviation %.2f pt ('%s')" % (
                "ok" if not problems else "FAIL", os.path.basename(sample), page, mode, len(ours), worst, word))
            for problem in problems[:8]:
                print("       " + problem)
            passed, failed = passed + (not problems), failed + bool(problems)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
