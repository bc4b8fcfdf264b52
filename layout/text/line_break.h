// Where a text may be broken (UAX 14, with rules for identifiers and operators), and which of these places are taken:
// greedy filling, or the balanced fit of titles. It works on widths alone and knows nothing of glyphs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "layout/text/paragraph_style.h"

namespace drawplate {

struct ShapedText;
struct HardLine;

/// How good a place is, best first. From `inside_word` on a place is used only where a word is too long for a line.
enum class BreakKind : std::uint8_t {
  before_operator,  ///< before `+ / & -> →` that stands alone
  plain,            ///< at a space, or between ideographs
  hyphen,           ///< after the hyphen of a compound
  after_operator,   ///< after such an operator, or after a leading number "3."
  inside_word,      ///< after "/" and the like, after a hyphen of an identifier
  never             ///< others may break here ("C+|+"), we do not
};

struct BreakChance {
  std::uint32_t content_end = 0;  ///< where the line's text ends,
  std::uint32_t at = 0;           ///< and where the next begins, behind the space
  BreakKind kind = BreakKind::plain;
  bool is_ours = false;  ///< UAX 14 has no break here, so that greedy filling elsewhere will not make it
};

/// Where lines of Japanese should end: wherever its rules allow, or between phrases, as titles do.
enum class BreakAt : std::uint8_t { anywhere, phrases };

/// All places of a text in order, but for "\n".
std::vector<BreakChance> find_breaks(std::string_view text, std::string_view lang, BreakAt at_best = BreakAt::anywhere);

/// One line: [begin, content_end) is shown, [content_end, end) is the space eaten at its end.
struct FittedLine {
  std::uint32_t begin = 0, content_end = 0, end = 0;
  bool soft = false;  ///< another line of the same hard line follows
  Pt width = 0;
  Pt overflow = 0;  ///< where soft: greedy filling breaks here only in a frame narrower than this
};

/// Breaks one hard line. Widths are those of `text`; `chances` are of the whole text.
std::vector<FittedLine> fit_greedy(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width);
/// As few lines as greedy filling, with the least sum of squares of the room that lines but the last leave (Knuth and Plass,
/// "Breaking Paragraphs into Lines", without stretching), weighed against bad places to break.
std::vector<FittedLine> fit_optimal(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width);
/// As few lines as greedy filling, then the shortest longest line, weighed against bad places to break.
std::vector<FittedLine> fit_balanced(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width);

/// A frame in which greedy filling breaks where `lines` do. Where there is none, the lines that prevent it become hard.
Pt choose_frame(std::vector<FittedLine>& lines, Pt max_width);

}  // namespace drawplate
