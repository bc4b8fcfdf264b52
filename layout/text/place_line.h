// From a fitted line to glyph runs in visual order: UAX 9 reordering, and shaping anew where a cut changed glyphs.
// It places a line at the origin and knows nothing of paragraphs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page/page.h"
#include "layout/text/line_break.h"
#include "layout/text/shape_text.h"

namespace drawplate {

class LinePlacer {
 public:
  LinePlacer(const StyledText& text, const ShapedText& shaped, Shaper& shaper, std::string_view lang)
      : text_(text), shaped_(shaped), shaper_(shaper), lang_(lang) {}

  /// The line with its baseline at y = 0 and its ink from x = 0.
  Line place(const FittedLine& fitted);
  /// True where the line was broken at a soft hyphen, which is seen then.
  bool ends_hyphenated(const FittedLine& fitted) const;

 private:
  /// A part of an item on one line, all of one level.
  struct Piece {
    std::size_t item = 0;
    std::uint32_t begin = 0, end = 0;
    std::uint8_t level = 0;
  };

  std::vector<Piece> visual_pieces(const FittedLine& line) const;
  GlyphRun run_of(const Piece& piece);
  ShapedGlyphs glyphs_of(const Piece& piece);
  void settle_soft_hyphens(GlyphRun& run, bool last_is_seen) const;
  static void append_glyphs(GlyphRun& run, const ShapedGlyphs& glyphs, const Piece& piece);

  const StyledText& text_;
  const ShapedText& shaped_;
  Shaper& shaper_;
  std::string lang_;
};

}  // namespace drawplate
