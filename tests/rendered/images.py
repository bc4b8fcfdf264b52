#!/usr/bin/env python3
"""Looks whether images of every kind show the right colours at the right places, in the PDF and in the PPTX.

usage: images.py --drawplate PROGRAM

Every image shows the same four fields: red and green above, blue and yellow below. The JPEG files lie beside this program: one
for each of EXIF's eight orientations, CMYK, grey and progressive. The PNG files are made here: 16 bits, interlaced, palettes,
grey, alpha. Each stands on a slide as an image and on one as a background. Files that are cut off, empty or claim a huge size
must be refused by name, with no output and no crash. The last line is "N passed, N failed".
"""
import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

COLORS = [(208, 32, 32), (32, 160, 64), (32, 64, 208), (240, 208, 32)]
WIDTH, HEIGHT = 48, 32
TOLERANCE, CMYK_TOLERANCE = 40, 72  # inks come back other than they went, and not the same from every program
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "images")
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]  # Adam7


def field(x, y):
    return 2 * (y >= HEIGHT // 2) + (x >= WIDTH // 2)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(color_type, depth, pixel, interlaced=False, extra=b"", size=(WIDTH, HEIGHT)):
    """`pixel` gives the bytes of a place; depths below 8 are left to `pack`."""
    rows = []
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        for y in range(y0, HEIGHT, dy):
            if x0 < WIDTH:
                rows.append(b"\0" + pack(b"".join(pixel(x, y) for x in range(x0, WIDTH, dx)), depth))
    header = struct.pack(">IIBBBBB", size[0], size[1], depth, color_type, 0, 0, int(interlaced))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b"")


def pack(row, depth):
    if depth >= 8:
        return row
    share = 8 // depth
    row += b"\0" * (-len(row) % share)
    return bytes(sum(row[i + k] << (8 - depth * (k + 1)) for k in range(share)) for i in range(0, len(row), share))


def rgb(x, y):
    return bytes(COLORS[field(x, y)])


def wide(x, y):
    return b"".join(struct.pack(">H", c * 257) for c in rgb(x, y))


def made_pngs():
    palette = chunk(b"PLTE", b"".join(bytes(c) for c in COLORS + [(0, 0, 0)]))
    see_through = chunk(b"tRNS", bytes([255, 255, 255, 255, 0]))
    return {
        "rgb.png": png(2, 8, rgb),
        "sixteen.png": png(2, 16, wide),
        "interlaced.png": png(2, 8, rgb, True),
        "sixteen-interlaced.png": png(2, 16, wide, True),
        "alpha.png": png(6, 8, lambda x, y: rgb(x, y) + b"\xff"),
        "sixteen-alpha.png": png(6, 16, lambda x, y: wide(x, y) + b"\xff\xff", True),
        "palette.png": png(3, 8, lambda x, y: bytes([field(x, y)]), extra=palette),
        "palette-two-bits.png": png(3, 2, lambda x, y: bytes([field(x, y)]), True, extra=chunk(b"PLTE", b"".join(bytes(c) for c in COLORS))),
        "palette-alpha.png": png(3, 4, lambda x, y: bytes([field(x, y)]), extra=palette + see_through),
    }


def refused(good):
    """Name → bytes of files that no output can show."""
    bomb = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    jpeg = open(os.path.join(FOLDER, "turned-1.jpg"), "rb").read()
    frame = jpeg.index(b"\xff\xc0")
    return {
        "cut.png": good["rgb.png"][:60],
        "cut.jpg": jpeg[: frame + 6],
        "half.jpg": jpeg[:-40],
        "empty.png": b"",
        "text.png": b"no picture at all",
        "bomb.png": b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bomb) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b""),
        "bomb.jpg": jpeg[: frame + 5] + struct.pack(">HH", 65500, 65500) + jpeg[frame + 9:],
    }


def run(command, status=0):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    if done.returncode != status:
        raise RuntimeError("%s: status %d\n%s" % (" ".join(command), done.returncode, done.stderr.decode()))
    return done.stderr.decode()


def pages(pdf, folder):
    """Each page as (width, height, bytes of RGB)."""
    stem = os.path.join(folder, "page")
    run(["pdftoppm", "-r", "36", pdf, stem])
    found = []
    for name in sorted(os.listdir(folder)):
        if name.startswith("page") and name.endswith(".ppm"):
            _, size, _, data = open(os.path.join(folder, name), "rb").read().split(b"\n", 3)
            width, height = map(int, size.split())
            found.append((width, height, data))
            os.unlink(os.path.join(folder, name))
    return found


def fields_of(page):
    """The four colours: around the middle of the page the image's corners lie."""
    width, height, data = page
    out = []
    for dy in (-1, 1):
        for dx in (-1, 1):
            x, y = width // 2 + dx * width // 8, height // 2 + dy * height // 8
            out.append(tuple(data[3 * (y * width + x): 3 * (y * width + x) + 3]))
    return out


def grey(color):
    return (sum(c * w for c, w in zip(color, (0.299, 0.587, 0.114))),) * 3


def is_right(seen, name):
    wanted = [grey(c) for c in COLORS] if name.startswith("gray") else COLORS
    tolerance = CMYK_TOLERANCE if name.startswith("cmyk") else TOLERANCE
    return all(abs(a - b) <= tolerance for s, w in zip(seen, wanted) for a, b in zip(s, w))


def check_shown(program, names, folder):
    slides = []
    for name in names:
        slides += ["![%s](%s){width=100%%}" % (name, name), "![bg](%s)" % name]
    deck = os.path.join(folder, "deck.md")
    with open(deck, "w") as out:
        out.write("\n\n---\n\n".join(slides) + "\n")
    pdf, pptx, office = os.path.join(folder, "deck.pdf"), os.path.join(folder, "deck.pptx"), os.path.join(folder, "office")
    run([program, deck, "--page", "4:3", "-o", pdf, "-o", pptx, "-q"])
    run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "pdf", "--outdir", office, pptx])
    failures = []
    for form, file in (("PDF", pdf), ("PPTX", os.path.join(office, "deck.pdf"))):
        drawn = pages(file, folder)
        if len(drawn) != 2 * len(names):
            failures.append("the %s has %d pages" % (form, len(drawn)))
        for i, page in enumerate(drawn):
            seen = fields_of(page)
            if not is_right(seen, names[i // 2]):
                failures.append("%s in the %s, %s: %s" % (names[i // 2], form, "behind" if i % 2 else "on the slide", seen))
    return failures, 4 * len(names)


def check_refused(program, files, folder):
    failures = []
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)
        deck, pdf = os.path.join(folder, "bad.md"), os.path.join(folder, "bad.pdf")
        with open(deck, "w") as out:
            out.write("# T\n\n![x](%s)\n" % name)
        said = run([program, deck, "-o", pdf, "-q"], status=1)
        if "bad.md:3:1: error: cannot read '%s': " % name not in said:
            failures.append("%s is refused with '%s'" % (name, said.strip()))
        if os.path.exists(pdf):
            failures.append("%s: there is an output" % name)
    return failures, len(files)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawplate", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        good = made_pngs()
        for name, data in good.items():
            with open(os.path.join(folder, name), "wb") as out:
                out.write(data)
        names = sorted(good) + sorted(name for name in os.listdir(FOLDER) if name.endswith(".jpg"))
        for name in os.listdir(FOLDER):
            shutil.copy(os.path.join(FOLDER, name), folder)
        failures, count = check_shown(options.drawplate, names, folder)
        more, refusals = check_refused(options.drawplate, refused(good), folder)
        failures += more
    for failure in failures:
        print("FAIL " + failure)
    print("%d passed, %d failed" % (max(0, count + refusals - len(failures)), len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
