// How a paragraph is to look: what every step of the text pipeline is told.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "deck/theme/theme.h"
#include "layout/page/page.h"

namespace drawplate {

enum class Breaking : std::uint8_t {
  balanced,  ///< as few lines as fit, of lengths as even as can be: titles and labels
  greedy,    ///< each line as full as it goes: what word processors do
  optimal    ///< as few lines, and the least sum of squares of what they leave blank: paragraphs
};

/// Sets a formula at a size, with its baseline's left end at the origin; nothing where it cannot be set.
using SetFormula = std::function<std::optional<Formula>(const TextSpan& span, Pt size, Color color)>;

struct ParagraphStyle {
  TextStyle text;
  TextStyle code;  ///< for `code` spans: family, weight; its size is a factor
  Color color;
  Color link_color;
  Align align = Align::left;
  Breaking breaking = Breaking::balanced;
  std::string lang = "en";
  std::optional<TextDirection> direction;  ///< nothing: see base_direction
  FallbackFamilies fallbacks;
  std::optional<Color> mark_color{}, key_color{};  ///< behind highlighted text and keys
  std::vector<Color> span_colors{};                ///< by span, in place of `color`; or empty
  bool keep_spaces = false;                        ///< of code: every space counts
  SetFormula set_formula{};                        ///< of spans that are formulas; without it they show as text
};

}  // namespace drawplate
