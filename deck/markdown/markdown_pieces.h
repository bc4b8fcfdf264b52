// A deck's text cut into pieces, line by line: what is Markdown, and what stands between it — slide dividers, the front
// matter of deck and slides, fenced divs (:::), slots (::right::) and footnotes. It knows what hides such lines (code
// fences, comments, formulas) and nothing else of Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

enum class PieceKind : std::uint8_t {
  text,          ///< Markdown
  divider,       ///< a thematic break: ends a slide
  front_matter,  ///< the YAML between two lines of ---
  title_block,   ///< pandoc's lines of "% ", at the file's begin
  open_div,      ///< `name` is what follows the colons, or HTML's "<div …>"
  close_div,
  slot,      ///< `name` is the slot's
  footnote,  ///< `name` is the footnote's; the piece begins with its text
};

struct Piece {
  PieceKind kind = PieceKind::text;
  std::uint32_t begin = 0, end = 0;  ///< whole lines in the source, with their line ends; of front matter without its fences
  std::string name;
};

/// Requires: `text` is smaller than 4 GB.
std::vector<Piece> cut_into_pieces(std::string_view text);

/// Begins of all lines; the first is 0.
std::vector<std::uint32_t> line_begins(std::string_view text);

}  // namespace drawplate
