// The parser of formulas: a recursive descent over TeX's tokens. For math.cpp and math_structures.cpp alone.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/cursor.h"
#include "deck/math/math.h"
#include "deck/math/math_commands.h"
#include "deck/math/math_symbols.h"

namespace drawplate::math {

inline constexpr int deepest = 40;               ///< levels of a formula
inline constexpr std::size_t most_nodes = 5000;  ///< in one formula

inline MathNode node_of(const MathSymbol& symbol) {
  MathNode node;
  node.atom = symbol.atom;
  node.alphabet = symbol.alphabet;
  node.limits = symbol.limits;
  node.text = symbol.text;
  return node;
}

class Parser {
 public:
  Parser(std::string_view tex, std::vector<MathProblem>* problems, int depth) : tex_(tex), problems_(problems), depth_(depth) {}

  MathRow parse() {
    MathRow row;
    while (!at_end()) {
      MathRow more = parse_row();
      row.insert(row.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      if (at_end()) break;
      // What closes nothing: said, and stepped over.
      const std::size_t begin = at_;
      const std::string_view token = next();
      if (token == "&" || token == "\\\\") {
        say(begin, fmt::format("'{}' outside of rows and columns", token), "put \\begin{aligned} and \\end{aligned} around them");
      } else {
        say(begin, fmt::format("'{}' closes nothing", token));
      }
    }
    return row;
  }

 private:
  bool at_end() const { return at_ >= tex_.size(); }
  void say(std::size_t begin, std::string message, std::string hint = {}) {
    if (problems_ && problems_->size() < 20 && !given_up_)
      problems_->push_back({begin, std::max(at_, begin + 1), std::move(message), std::move(hint)});
  }
  /// Leaves the rest unread; what that leaves open is not worth a word.
  void give_up() {
    at_ = tex_.size();
    given_up_ = true;
  }
  void skip_blanks() {
    while (!at_end() && (is_space(tex_[at_]) || tex_[at_] == '%')) {
      if (tex_[at_] == '%') at_ = std::min(tex_.find('\n', at_), tex_.size());
      if (!at_end()) ++at_;
    }
  }
  std::string_view peek();
  std::string_view next();
  bool take(std::string_view token);
  bool at_row_end();
  MathRow parse_row();
  void parse_infix(MathRow& row, std::string_view token);
  std::optional<MathNode> parse_atom();
  std::optional<MathNode> parse_command(std::string_view name, std::size_t begin);
  std::optional<MathNode> parse_structure(std::string_view name, std::size_t begin);
  void parse_scripts(MathNode& base);
  MathRow argument();
  std::string raw_argument();
  MathNode fraction(std::string_view name);
  MathNode fenced(std::size_t begin);
  std::string delimiter();
  MathNode environment(std::size_t begin);
  MathNode in_alphabet(MathAlphabet alphabet);

  std::string_view tex_;
  std::vector<MathProblem>* problems_;
  int depth_;
  std::size_t at_ = 0, nodes_ = 0;
  bool given_up_ = false;
};

}  // namespace drawplate::math
