// Examples first, then usage; the options are listed from their table.
#include "cli/help.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/options.h"

namespace drawplate {
namespace {

constexpr std::string_view beginning = R"(drawplate draws diagrams from text: vector PDF, and PPTX with native shapes.

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

)";

constexpr std::string_view ending = R"(
Exit status: 0 written, 1 the input is at fault, 2 the command line is, 3 the world is (disk, fonts).
On any but 0 no output is written and earlier files stay as they were.
)";

}  // namespace

std::string help_text() { return fmt::format("{}Options\n{}{}", beginning, list_options(), ending); }

}  // namespace drawplate
