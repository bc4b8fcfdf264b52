// TeX's names of symbols, and what each stands for.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "deck/math/math.h"

namespace drawplate {

struct MathSymbol {
  std::string_view name;  ///< without its backslash
  std::string_view text;  ///< UTF-8
  MathClass atom = MathClass::ordinary;
  MathAlphabet alphabet = MathAlphabet::upright;
  bool limits = false;  ///< in display, scripts stand under and over it
};

const MathSymbol* find_math_symbol(std::string_view name);
/// The class and look of a character that stands for itself: "+", "(", "x", "α".
MathSymbol math_character(std::string_view character);
/// "(" , "\{", "\langle" … as delimiters that grow: the character, "" for "."; nothing for what is no delimiter.
std::optional<std::string_view> find_math_delimiter(std::string_view token);
/// The names, for "did you mean".
std::span<const MathSymbol> math_symbols();

}  // namespace drawplate
