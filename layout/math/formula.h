// TeX's trees set as formulas: glyphs and rules on a baseline, after The TeXbook's appendix G and the MATH table's constants.
#pragma once

#include <optional>
#include <string>

#include "deck/math/math.h"
#include "layout/text/text_block.h"

namespace drawplate {

struct FormulaStyle {
  Pt size = 20;
  Color color;
  std::string family = "Noto Sans Math";  ///< of a face with a MATH table
  TextStyle text{};                       ///< of words in formulas
  bool display = false;                   ///< on a line of its own
  std::string lang = "en";
};

/// The formula with its baseline's left end at the origin. Nothing where no face has mathematics.
std::optional<Formula> set_formula(const std::string& tex, const FormulaStyle& style, FontCatalog& fonts, Report& report);

}  // namespace drawplate
