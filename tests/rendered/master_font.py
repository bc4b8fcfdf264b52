#!/usr/bin/env python3
"""Changes the title font in a deck's slide master, through the XML alone, and looks whether the slides' titles follow.

usage: master_font.py (--drawplate PROGRAM DECK.md | --pptx FILE.pptx)

LibreOffice draws the deck before and after. After the change the new face must be there, every title must be set in it, and
nothing else. Prints "passed" or what is wrong.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

FACE = "DejaVu Serif"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise RuntimeError("%s\n%s" % (" ".join(command), done.stdout.strip()))
    return done.stdout


def with_title_font(source, target, face):
    """The same package with another face in the master's p:titleStyle."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "ppt/slideMasters/slideMaster1.xml":
                text = data.decode()
                style = re.search(r"<p:titleStyle>.*?</p:titleStyle>", text, re.S)
                changed = re.sub(r'(<a:latin typeface=")[^"]*', r"\g<1>" + face, style.group(0))
                data = (text[: style.start()] + changed + text[style.end():]).encode()
            new.writestr(name, data)


def titles_of(pptx):
    titles = []
    with zipfile.ZipFile(pptx) as package:
        for name in package.namelist():
            if not re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                continue
            root = ElementTree.fromstring(package.read(name))
            for shape in root.iter(P + "sp"):
                kind = shape.find("%snvSpPr/%snvPr/%sph" % (P, P, P))
                on_slide = kind is not None and kind.get("type") == "title"
                if on_slide:
                    titles.append("".join(text.text or "" for text in shape.iter(A + "t")))
    return titles


def fonts_of(pptx, folder):
    run(["soffice", "-env:UserInstallation=file://" + folder + "/office", "--headless", "--convert-to", "pdf", "--outdir", folder, pptx])
    pdf = os.path.join(folder, os.path.splitext(os.path.basename(pptx))[0] + ".pdf")
    lines = run(["pdffonts", pdf]).splitlines()[2:]
    return {line.split()[0].split("+")[-1] for line in lines}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate")
    parser.add_argument("--pptx")
    parser.add_argument("deck", nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = options.pptx or os.path.join(folder, "before.pptx")
        if not options.pptx:
            run([options.drawplate, options.deck, "-o", before, "-q"])
        after = os.path.join(folder, "after.pptx")
        with_title_font(before, after, FACE)
        titles = titles_of(after)
        wanted = FACE.replace(" ", "")
        problems = []
        if not titles:
            problems.append("no slide has a title placeholder")
        problems += ["slide %d has no title" % (i + 1) for i, title in enumerate(titles) if not title.strip()]
        if any(font.startswith(wanted) for font in fonts_of(before, folder)):
            problems.append("%s is there before the change" % FACE)
        if not any(font.startswith(wanted) for font in fonts_of(after, folder)):
            problems.append("the titles did not take %s from the master" % FACE)
        for problem in problems:
            print(problem)
        print("failed" if problems else "passed: %d titles" % len(titles))
        return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
