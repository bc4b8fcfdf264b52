// Finds the formulas in a piece of Markdown, $…$ and $$…$$ by pandoc's rules, and hides them from the Markdown library, to
// which their backslashes, stars and underscores would mean something else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

struct HiddenFormula {
  std::size_t begin = 0, end = 0;  ///< in the text, dollars included
  bool display = false;            ///< between $$
};

/// Replaces each byte of each formula by one that stands in no text (formula_byte), and says where they are, in order.
/// A dollar opens a formula where no blank follows it and closes it where none stands before it and no digit after it; code
/// hides dollars, and a formula is not longer than its paragraph.
std::vector<HiddenFormula> hide_formulas(std::string& text);

/// The formula's TeX in the text as written, without its dollars and blanks, and without Slidev's lines to emphasise one by one
/// ("$$ {1|3|all}").
std::string_view tex_of(const HiddenFormula& formula, std::string_view original);

inline constexpr char formula_byte = '\x02';

}  // namespace drawplate
