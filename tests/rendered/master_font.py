#!/usr/bin/env python3
"""Changes the fonts of titles and of texts in a deck's slide master, through the XML alone, and looks whether the slides follow.

usage: master_font.py (--drawplate PROGRAM DECK.md | --pptx FILE.pptx)

LibreOffice draws the deck before and after. After the change every word of a title placeholder must stand on its page in the
titles' new face, every word of a body placeholder in the texts', and no word in either before. Words that name a face of their
own (code) are left out. Prints "passed" or what is wrong.
"""
import argparse
import html
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

FACES = {"title": "DejaVu Serif", "body": "DejaVu Sans Mono"}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise RuntimeError("%s\n%s" % (" ".join(command), done.stdout.strip()))
    return done.stdout


def with_faces(source, target):
    """The same package with other faces in the master's p:titleStyle and p:bodyStyle."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "ppt/slideMasters/slideMaster1.xml":
                text = data.decode()
                for kind, face in FACES.items():
                    style = re.search(r"<p:%sStyle>.*?</p:%sStyle>" % (kind, kind), text, re.S)
                    changed = re.sub(r'(<a:latin typeface=")[^"]*', r"\g<1>" + face, style.group(0))
                    text = text[: style.start()] + changed + text[style.end():]
                data = text.encode()
            new.writestr(name, data)


def words_in(shape):
    """Words of runs that inherit their face."""
    words = []
    for paragraph in shape.iter(A + "p"):
        text = ""
        for part in paragraph:
            own = part.find(A + "rPr")
            named = own is not None and own.find(A + "latin") is not None
            if part.tag in (A + "r", A + "br"):
                text += " " if named or part.tag == A + "br" else part.findtext(A + "t") or ""
        words += text.split()
    return words


def shapes_of(tree):
    """Shapes as LibreOffice takes them: of two forms the fallback."""
    for child in tree:
        if child.tag == P + "sp":
            yield child
        elif child.tag != P + "grpSp":
            for fallback in child.iter(FALLBACK):
                yield from shapes_of(fallback)


def placeholder_words(pptx):
    """By slide: the words of its title and those of its body placeholders."""
    slides = []
    with zipfile.ZipFile(pptx) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        for name in sorted(names, key=lambda n: int(re.search(r"\d+", n).group())):
            found = {"title": [], "body": []}
            root = ElementTree.fromstring(package.read(name))
            for shape in shapes_of(root.find("%scSld/%sspTree" % (P, P))):
                kind = shape.find("%snvSpPr/%snvPr/%sph" % (P, P, P))
                if kind is not None and kind.get("type") in found and kind.get("idx") != "14":  # 14 is the header
                    found[kind.get("type")] += words_in(shape)
            slides.append(found)
    return slides


def face_words(pptx, folder):
    """By page: face → its words, as LibreOffice draws them."""
    run(["soffice", "-env:UserInstallation=file://" + folder + "/office", "--headless", "--convert-to", "pdf", "--outdir", folder, pptx])
    pdf = os.path.join(folder, os.path.splitext(os.path.basename(pptx))[0] + ".pdf")
    described = run(["pdftohtml", "-xml", "-i", "-fontfullname", "-stdout", pdf])
    faces = dict(re.findall(r'<fontspec id="(\d+)" size="[^"]*" family="([^"]*)"', described))
    pages = []
    for page in re.findall(r"<page .*?</page>", described, re.S):
        words = {}
        for font, text in re.findall(r'<text [^>]*font="(\d+)"[^>]*>(.*?)</text>', page, re.S):
            plain = html.unescape(re.sub(r"<[^>]*>", "", text))
            words.setdefault(faces[font].split("+")[-1].replace(" ", "").split("-")[0], []).extend(plain.split())
        pages.append(words)
    return pages


def problems_of(slides, before, after):
    problems = []
    if len(slides) != len(after):
        problems.append("%d slides, but %d pages" % (len(slides), len(after)))
    for number, (slide, old, new) in enumerate(zip(slides, before, after), 1):
        if not slide["title"]:
            problems.append("slide %d has no title" % number)
        for kind, face in FACES.items():
            name = face.replace(" ", "")
            if old.get(name):
                problems.append("slide %d has %s before the change" % (number, face))
            drawn = "".join(new.get(name, []))
            lost = [word for word in slide[kind] if word not in drawn]
            # A title that no layout shows stands above the slide, where nothing is drawn.
            if lost and not (kind == "title" and len(lost) == len(slide[kind])):
                problems.append("slide %d: %s of the %s did not take %s" % (number, ", ".join(lost[:4]), kind, face))
    return problems


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
        with_faces(before, after)
        slides = placeholder_words(before)
        drawn = face_words(after, folder)
        problems = problems_of(slides, face_words(before, folder), drawn)
        for kind, face in FACES.items():
            if not any(page.get(face.replace(" ", "")) for page in drawn):
                problems.append("nothing took the %s's face" % kind)
        for problem in problems:
            print(problem)
        counts = tuple(sum(1 for slide in slides if slide[kind]) for kind in ("title", "body"))
        print("failed" if problems else "passed: %d titles and %d bodies" % counts)
        return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
