// What --help says: it teaches by examples first, then lists every option.
#pragma once

#include <string_view>

namespace drawplate {

inline constexpr std::string_view help_text = R"(drawplate draws diagrams from text: vector PDF, and PPTX with native shapes.

Examples
  drawplate flow.yaml -o flow.pdf                  one PDF page
  drawplate flow.yaml -o flow.pptx -o flow.pdf     one layout, both formats
  drawplate flow.yaml -o wide.pptx --page 16:9     laid out anew for a wide page
  drawplate flow.yaml -o flow.pdf --theme drafting
  drawplate flow.yaml -o flow.pdf --set 'customer=ACME'
  drawplate flow.yaml -o 'out/{id}.pptx' --each customers.csv
  cat flow.yaml | drawplate - --from yaml -o flow.pdf
  drawplate check flow.yaml                        say what is wrong, write nothing

A first diagram
  title: Sign-up
  flow:
    - ask: {title: Ask for an address, icon: mail}
    - send: {title: Send a link}
    - done: {title: Open the account, icon: check}

Usage
  drawplate IN -o OUT [-o OUT2]... [options]
  drawplate check IN [options]         every diagnostic; nothing is written
  drawplate handout IN -o OUT.pdf      slides to print, several on a sheet; posters in tiles
  drawplate convert IN -o OUT.yaml     any input in drawplate's own form
  drawplate schema                     the JSON Schema of the YAML form, for editors
  drawplate icons [WORD]               names of the icons, or those that contain WORD
  drawplate themes                     names of the themes
  drawplate fonts [IN]                 the faces each theme finds on this system, or those IN is set in

IN is a .yaml, .yml or .json file, .mmd, .dot or .md; "-" is standard input.
OUT's suffix picks the format: .pdf, .pptx, .json (where everything is), .page (the same, for reading).

Options
  -o, --output FILE        write FILE; may be given several times
  --page PAGE              4:5, 3:4, 16:9, 16:10, 4:3, 1:1, A0 to A6, Letter, Legal, Tabloid,
                           "A4 landscape", "210mm x 297mm", or fit; wins over the document's page
  --theme NAME|FILE        a theme's name, or a .yaml file that overrides one
  --set NAME=VALUE         the value of {NAME} in texts; may be given several times
  --each FILE.csv          one drawing for each row: its columns are names of values, in -o too
  --params FILE            values from a YAML file of names; --set wins over it
  --from FORM              yaml, mermaid, dot or markdown, where the suffix does not say
  --steps                  PDF: a page for each step in which a slide is built up
  --notes                  PDF and handouts: the speaker's notes beside the slides
  --lines                  handouts: ruled lines beside the slides
  --per-page 1|2|3|4|6|9   handouts: slides on a sheet (default: 3)
  --paper PAPER            handouts and notes: A4 (default), Letter, "A4 landscape", any page above
  --poster SIZE            handouts: the first page this large, over tiles with crop marks
  --tile PAPER             posters: the paper of a tile (default: A4)
  --keep-colors yes|no     no: ignore colours that the document sets itself
  --pptx-fonts MODE        embed: fonts go into the PPTX (default); named: names alone; office: text is set in faces
                           that measure as Office's own, which the PPTX names
  --connectors live|exact  PPTX: live connectors stay glued (default); exact ones have round corners
  --allow-outside          files that the document names may lie outside its folder
  --strict                 warnings are errors
  --diagnostics text|json  how problems are told on standard error
  -q, --quiet              tell errors only
  -v, --verbose            tell what was set aside, too
  --help, --version, --licenses

Exit status: 0 written, 1 the input is at fault, 2 the command line is, 3 the world is (disk, fonts).
On any but 0 no output is written and earlier files stay as they were.
)";

}  // namespace drawplate
