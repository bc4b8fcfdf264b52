// Styled spans of the author to one string with style ranges: white space is collapsed, hard lines are found, faces are
// chosen per style. It knows nothing of scripts, glyphs or widths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/text/paragraph_style.h"

namespace drawplate {

/// U+00AD: a place where a word may be broken, and a hyphen only where it is.
inline constexpr std::string_view soft_hyphen = "\xC2\xAD";

/// Everything that one stretch of text has in common.
struct RunStyle {
  FaceId face{};
  std::string family;
  int weight = 400;
  bool italic = false;
  Pt size = 0, letter_spacing = 0;
  Color color;
  bool underline = false, strike = false, code = false;
  bool tabular_figures = false;
  std::string link;
  std::optional<Color> highlight{};
  double baseline_shift = 0;         ///< of the size of the text around it, above 0 raised
  Pt raised = 0;                     ///< the same in points
  std::optional<Formula> formula{};  ///< in place of the text, which is one object character
};

struct StyleRange {
  std::uint32_t begin = 0, end = 0;  ///< bytes of StyledText::text
  std::uint32_t style = 0;           ///< into StyledText::styles
};

/// Bytes of StyledText::text without the "\n" that ends them.
struct HardLine {
  std::uint32_t begin = 0, end = 0;
};

struct StyledText {
  std::string text;                ///< spaces collapsed to one, none beside a "\n"
  std::vector<RunStyle> styles;    ///< one a span of the author
  std::vector<StyleRange> ranges;  ///< cover `text` in order
  std::vector<HardLine> lines;     ///< one at least
};

/// Fails where the system has no font at all.
Result<StyledText> collect_text(const RichText& text, const ParagraphStyle& style, FontCatalog& fonts);

}  // namespace drawplate
