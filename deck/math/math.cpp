// A recursive descent over TeX's tokens; the commands that build something are a table.
#include "deck/math/math.h"

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "deck/math/math_parser.h"

namespace drawplate {
namespace math {

/// The next token without stepping over it: "\name", one character of UTF-8, or "" at the end.
std::string_view Parser::peek() {
  skip_blanks();
  if (at_end()) return {};
  std::size_t length = 1;
  if (tex_[at_] == '\\') {
    while (at_ + length < tex_.size() && is_letter(tex_[at_ + length])) ++length;
    if (length == 1 && at_ + 1 < tex_.size()) length = 2;
    const bool starred =
        length > 2 && at_ + length < tex_.size() && tex_[at_ + length] == '*' && tex_.substr(at_ + 1, length - 1) == "operatorname";
    length += starred;
  }
  return tex_.substr(at_, character_end(tex_, at_ + length - 1) - at_);
}

std::string_view Parser::next() {
  const std::string_view token = peek();
  at_ += token.size();
  return token;
}

bool Parser::take(std::string_view token) {
  if (peek() != token) return false;
  at_ += token.size();
  return true;
}

bool Parser::at_row_end() {
  const std::string_view token = peek();
  return token.empty() || token == "}" || token == "&" || token == "\\\\" || token == "\\right" || token == "\\end" || token == "\\cr";
}

/// Atoms up to what ends them, which is not stepped over.
MathRow Parser::parse_row() {
  MathRow row;
  if (depth_ >= deepest || nodes_ >= most_nodes) {
    say(at_, depth_ >= deepest ? fmt::format("a formula nested deeper than {} levels", deepest) : "the formula is too long");
    give_up();
    return row;
  }
  ++depth_;
  MathSize size = MathSize::by_rule;
  while (!at_row_end() && nodes_ < most_nodes) {
    const std::string_view token = peek();
    if (token == "\\over" || token == "\\choose") {
      parse_infix(row, next());
      break;
    }
    if (token == "\\displaystyle" || token == "\\textstyle" || token == "\\scriptstyle") {
      size = token == "\\displaystyle" ? MathSize::display : token == "\\textstyle" ? MathSize::text : MathSize::script;
      next();
      continue;
    }
    auto atom = parse_atom();
    if (!atom) continue;
    parse_scripts(*atom);
    if (size != MathSize::by_rule) atom->size = size;
    ++nodes_;
    row.push_back(std::move(*atom));
  }
  if (nodes_ >= most_nodes && !at_end()) {
    say(at_, "the formula is too long");
    give_up();
  }
  --depth_;
  return row;
}

/// `a \over b`: all before and all after it.
void Parser::parse_infix(MathRow& row, std::string_view token) {
  MathNode node;
  node.kind = MathKind::fraction;
  node.line = token == "\\over";
  node.parts.push_back(std::move(row));
  node.parts.push_back(parse_row());
  row.clear();
  if (!node.line) {
    MathNode fence;
    fence.kind = MathKind::fenced;
    fence.open = "(";
    fence.close = ")";
    fence.parts.push_back({std::move(node)});
    node = std::move(fence);
  }
  row.push_back(std::move(node));
}

std::optional<MathNode> Parser::parse_atom() {
  const std::size_t begin = at_;
  const std::string_view token = next();
  if (token == "{") {
    MathNode group;
    group.kind = MathKind::group;
    group.parts.push_back(parse_row());
    if (!take("}")) say(begin, "a '{' is not closed");
    return group;
  }
  if (token == "^" || token == "_") {  // scripts of nothing
    at_ = begin;
    skip_blanks();
    MathNode empty;
    empty.kind = MathKind::group;
    empty.parts.emplace_back();
    return empty;
  }
  if (token == "~") {
    MathNode space;
    space.kind = MathKind::space;
    space.width = 4 / 18.0;
    return space;
  }
  if (token.size() > 1 && token[0] == '\\') return parse_command(token.substr(1), begin);
  if (token == "'") {  // primes after nothing
    return node_of({"prime", "′"});
  }
  if (is_digit(token[0])) {
    MathNode number = node_of(math_character(token));
    while (!at_end() && (is_digit(tex_[at_]) || (tex_[at_] == '.' && at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1]))))
      number.text += tex_[at_++];
    return number;
  }
  return node_of(math_character(token));
}

void Parser::parse_scripts(MathNode& base) {
  MathRow below, above;
  bool found = false;
  while (true) {
    const std::string_view token = peek();
    if (token == "\\limits" || token == "\\nolimits") {
      base.limits = token == "\\limits";
      next();
    } else if (token == "'") {
      next();
      above.push_back(node_of({"prime", "′"}));
      found = true;
    } else if (token == "^" || token == "_") {
      const std::size_t begin = at_;
      next();
      MathRow& to = token == "^" ? above : below;
      const bool twice = !to.empty() && !(token == "^" && to.back().text == "′");
      if (twice) say(begin, fmt::format("a second '{}' on one thing", token), "group them with braces");
      MathRow script = argument();
      to.insert(to.end(), std::make_move_iterator(script.begin()), std::make_move_iterator(script.end()));
      found = true;
    } else {
      break;
    }
  }
  if (!found) return;
  MathNode scripts;
  scripts.kind = MathKind::scripts;
  scripts.atom = base.atom;
  scripts.limits = base.limits || (base.kind == MathKind::accent && base.stretches && base.text.starts_with("⏞")) ||
                   (base.kind == MathKind::accent && base.text.starts_with("⏟"));
  scripts.parts.push_back({std::move(base)});
  scripts.parts.push_back(std::move(below));
  scripts.parts.push_back(std::move(above));
  base = std::move(scripts);
}

/// What a command takes: a group in braces, or one atom.
MathRow Parser::argument() {
  const std::size_t begin = at_;
  if (take("{")) {
    MathRow row = parse_row();
    if (!take("}")) say(begin, "a '{' is not closed");
    return row;
  }
  if (at_row_end()) {
    say(begin > 0 ? begin - 1 : 0, "something is missing here", "write it in braces: {…}");
    return {};
  }
  MathRow row;
  if (depth_ >= deepest) {
    say(begin, fmt::format("a formula nested deeper than {} levels", deepest));
    give_up();
    return row;
  }
  if (const std::string_view token = peek(); is_digit(token[0])) {  // one digit alone: \frac12 is a half
    next();
    row.push_back(node_of(math_character(token)));
    return row;
  }
  ++depth_;
  if (auto atom = parse_atom()) row.push_back(std::move(*atom));
  --depth_;
  return row;
}

/// The bytes between braces, as they stand.
std::string Parser::raw_argument() {
  const std::size_t begin = at_;
  if (!take("{")) {
    say(begin, "a '{' is missing here");
    return {};
  }
  int level = 1;
  const std::size_t from = at_;
  while (!at_end() && level > 0) {
    if (tex_[at_] == '{') ++level;
    if (tex_[at_] == '}') --level;
    ++at_;
  }
  if (level > 0) say(begin, "a '{' is not closed");
  return std::string(tex_.substr(from, at_ - from - (level == 0 ? 1 : 0)));
}

}  // namespace math

MathRow parse_math(std::string_view tex, std::vector<MathProblem>* problems) { return math::Parser(tex, problems, 0).parse(); }

}  // namespace drawplate
