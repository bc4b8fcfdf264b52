// Formulas: a subset of TeX's mathematics as a tree. It knows nothing of fonts and places; layout sets the tree, and PPTX
// writes it as Office Math.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

/// TeX's classes of atoms (The TeXbook, chapter 17): they decide the space between neighbours.
enum class MathClass : std::uint8_t { ordinary, large_operator, binary, relation, open, close, punctuation, inner };

/// The alphabet a letter is of; TeX's letters are italic unless said otherwise, its digits upright.
enum class MathAlphabet : std::uint8_t { italic, upright, bold, bold_italic, double_struck, script, fraktur, sans, monospace };

enum class MathKind : std::uint8_t {
  symbol,    ///< `text` is one character, or a word set as one: "sin"
  text,      ///< `text` is words in the surrounding text's face: \text{…}
  space,     ///< `width` in em
  fraction,  ///< parts: above, below; `line` false: without the line, as \binom
  root,      ///< parts: what is under it, its index (may be empty)
  scripts,   ///< parts: base, below, above (each but the base may be empty); `limits`: under and over the base
  fenced,    ///< parts: what is between `open` and `close`, which grow with it; either may be empty
  matrix,    ///< parts: the cells, row by row, `columns` to a row; `open` and `close` around it
  accent,    ///< parts: what it stands over (or under, where `under`); `text` is the mark; `stretches`: as wide as that
  group,     ///< parts: a row in braces, set as one ordinary atom
};

struct MathNode;
using MathRow = std::vector<MathNode>;

enum class MathColumn : std::uint8_t { left, center, right };
/// The size a part is set in where TeX's rules are overruled: \displaystyle, \dfrac, \tfrac.
enum class MathSize : std::uint8_t { by_rule, display, text, script };

struct MathNode {
  MathKind kind = MathKind::symbol;
  MathClass atom = MathClass::ordinary;
  MathAlphabet alphabet = MathAlphabet::upright;
  MathSize size = MathSize::by_rule;
  std::string text{};           ///< UTF-8
  std::string open{}, close{};  ///< of fenced and matrix: the delimiter, or empty
  double width = 0;             ///< of a space, in em
  bool line = true, limits = false, under = false, stretches = false;
  int columns = 0;
  std::vector<MathColumn> alignment{};  ///< of a matrix's columns
  std::vector<MathRow> parts{};
};

struct MathProblem {
  std::size_t begin = 0, end = 0;  ///< bytes in the TeX
  std::string message, hint;
};

/// Never fails: what is not understood is shown as it is written, and said in `problems`. Nesting is capped.
MathRow parse_math(std::string_view tex, std::vector<MathProblem>* problems = nullptr);

}  // namespace drawplate
