// Commands with arguments of their own: fractions, fences, environments, alphabets, accents. See math_parser.h.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/suggest.h"
#include "deck/math/math_parser.h"

namespace drawplate::math {

MathNode Parser::fraction(std::string_view name) {
  MathNode node;
  node.kind = MathKind::fraction;
  node.atom = MathClass::inner;
  node.size = name.starts_with('d') ? MathSize::display : name.starts_with('t') ? MathSize::text : MathSize::by_rule;
  node.line = name.find("binom") == std::string_view::npos;
  node.parts.push_back(argument());
  node.parts.push_back(argument());
  if (node.line) return node;
  MathNode fence;
  fence.kind = MathKind::fenced;
  fence.open = "(";
  fence.close = ")";
  fence.parts.push_back({std::move(node)});
  return fence;
}

std::string Parser::delimiter() {
  const std::size_t begin = at_;
  const std::string_view token = next();
  if (const auto found = find_math_delimiter(token)) return std::string(*found);
  say(begin, fmt::format("'{}' is no delimiter", token), "those that are: ( ) [ ] \\{ \\} | \\langle \\rangle and . for none");
  return {};
}

MathNode Parser::fenced(std::size_t begin) {
  MathNode node;
  node.kind = MathKind::fenced;
  node.atom = MathClass::inner;
  node.open = delimiter();
  node.parts.push_back(parse_row());
  if (take("\\right")) {
    node.close = delimiter();
  } else {
    say(begin, "'\\left' without '\\right'", "write '\\right.' where nothing shall stand there");
  }
  return node;
}

/// The columns that `array` names: {lcr}; bars are left out.
std::vector<MathColumn> columns_of(std::string_view letters) {
  std::vector<MathColumn> columns;
  for (const char c : letters) {
    if (c == 'l' || c == 'c' || c == 'r')
      columns.push_back(c == 'l' ? MathColumn::left : c == 'c' ? MathColumn::center : MathColumn::right);
  }
  return columns;
}

MathNode Parser::environment(std::size_t begin) {
  MathNode node;
  node.kind = MathKind::matrix;
  const std::string name = raw_argument();
  const Environment* const known = find_named(environments, name);
  if (!known) {
    std::vector<std::string_view> names;
    for (const Environment& each : environments) names.push_back(each.name);
    say(begin, fmt::format("unknown environment '{}'", name), did_you_mean(name, names));
  }
  const Environment& kind = known ? *known : environments[0];
  node.open = kind.open;
  node.close = kind.close;
  if (kind.columns == Environment::Columns::given) node.alignment = columns_of(raw_argument());
  std::vector<std::vector<MathRow>> rows(1);
  rows.back().push_back(parse_row());
  while (!at_end()) {
    if (take("&")) {
      rows.back().push_back(parse_row());
    } else if (take("\\\\") || take("\\cr")) {
      rows.emplace_back().push_back(parse_row());
    } else {
      break;
    }
  }
  if (!take("\\end")) {
    say(begin, fmt::format("'\\begin{{{}}}' without '\\end{{{}}}'", name, name));
  } else if (const std::size_t end = at_; raw_argument() != name) {
    say(end, fmt::format("this ends something else than '{}'", name));
  }
  if (rows.size() > 1 && rows.back().size() == 1 && rows.back().front().empty()) rows.pop_back();
  std::size_t columns = node.alignment.size();
  for (const auto& row : rows) columns = std::max(columns, row.size());
  columns = std::min<std::size_t>(columns, 100);
  node.columns = static_cast<int>(columns);
  while (node.alignment.size() < columns) {
    const bool odd = node.alignment.size() % 2 == 1;
    node.alignment.push_back(kind.columns == Environment::Columns::cases   ? MathColumn::left
                             : kind.columns == Environment::Columns::pairs ? odd ? MathColumn::left : MathColumn::right
                                                                           : MathColumn::center);
  }
  for (auto& row : rows) {
    row.resize(columns);
    for (MathRow& cell : row) node.parts.push_back(std::move(cell));
  }
  return node;
}

void set_alphabet(MathRow& row, MathAlphabet alphabet, int depth) {
  if (depth > 2 * deepest) return;
  for (MathNode& node : row) {
    const bool letter = node.kind == MathKind::symbol && (node.alphabet == MathAlphabet::italic ||
                                                          (node.atom == MathClass::ordinary && node.alphabet == MathAlphabet::upright));
    if (letter) node.alphabet = alphabet;
    for (MathRow& part : node.parts) set_alphabet(part, alphabet, depth + 1);
  }
}

MathNode Parser::in_alphabet(MathAlphabet alphabet) {
  MathNode group;
  group.kind = MathKind::group;
  group.parts.push_back(argument());
  set_alphabet(group.parts.front(), alphabet, 0);
  return group;
}

/// Commands with arguments of their own.
std::optional<MathNode> Parser::parse_structure(std::string_view name, std::size_t begin) {
  MathNode node;
  if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac" || name == "binom" || name == "dbinom" || name == "tbinom")
    return fraction(name);
  if (name == "left") return fenced(begin);
  if (name == "begin") return environment(begin);
  if (const AlphabetName* const alphabet = find_named(alphabets, name)) return in_alphabet(alphabet->alphabet);
  if (name == "sqrt") {
    node.kind = MathKind::root;
    MathRow index;
    if (take("[")) {
      const std::size_t close = std::min(tex_.find(']', at_), tex_.size());
      index = Parser(tex_.substr(at_, close - at_), nullptr, depth_ + 1).parse();
      at_ = std::min(close + 1, tex_.size());
    }
    node.parts.push_back(argument());
    node.parts.push_back(std::move(index));
    return node;
  }
  if (name == "text" || name == "textrm" || name == "textbf" || name == "textit" || name == "mbox" || name == "texttt" ||
      name == "textsf") {
    node.kind = MathKind::text;
    node.alphabet = name == "textbf"   ? MathAlphabet::bold
                    : name == "textit" ? MathAlphabet::italic
                    : name == "texttt" ? MathAlphabet::monospace
                                       : MathAlphabet::upright;
    node.text = raw_argument();
    return node;
  }
  if (name == "operatorname" || name == "operatorname*") {
    node = node_of({"", "", MathClass::large_operator});
    node.limits = name.ends_with('*');
    node.text = raw_argument();
    return node;
  }
  if (name == "overset" || name == "stackrel" || name == "underset") {
    node.kind = MathKind::scripts;
    node.atom = MathClass::relation;
    node.limits = true;
    MathRow mark = argument();
    node.parts.push_back(argument());
    node.parts.push_back(name == "underset" ? mark : MathRow());
    node.parts.push_back(name == "underset" ? MathRow() : mark);
    return node;
  }
  if (const Accent* const accent = find_named(accents, name)) {
    node.kind = MathKind::accent;
    node.text = accent->text;
    node.stretches = accent->stretches;
    node.under = accent->under;
    node.parts.push_back(argument());
    return node;
  }
  return std::nullopt;
}

std::optional<MathNode> Parser::parse_command(std::string_view name, std::size_t begin) {
  if (const MathSymbol* const symbol = find_math_symbol(name)) return node_of(*symbol);
  if (const Space* const space = find_named(spaces, name)) {
    MathNode node;
    node.kind = MathKind::space;
    node.width = space->width;
    return node;
  }
  if (auto node = parse_structure(name, begin)) return node;
  if (name == "not") {
    auto negated = argument();
    if (negated.empty()) return std::nullopt;
    negated.front().text += "̸";  // combining long solidus
    return std::move(negated.front());
  }
  if (std::find(std::begin(sizes_of_delimiters), std::end(sizes_of_delimiters), name) != std::end(sizes_of_delimiters)) {
    const MathClass atom = name.ends_with('l') ? MathClass::open : name.ends_with('r') ? MathClass::close : MathClass::ordinary;
    MathNode node = node_of({"", "", atom});
    node.text = delimiter();
    return node;
  }
  if (name == "label" || name == "tag" || name == "vspace" || name == "hspace" || name == "phantom" || name == "color" || name == "tag*") {
    raw_argument();
    return std::nullopt;
  }
  if (std::find(std::begin(silent_commands), std::end(silent_commands), name) != std::end(silent_commands)) return std::nullopt;
  std::vector<std::string_view> names;
  for (const MathSymbol& symbol : math_symbols()) names.push_back(symbol.name);
  for (const std::string_view command :
       {"frac", "sqrt", "text", "left", "right", "begin", "end", "mathbb", "mathbf", "mathcal", "overline", "binom"})
    names.push_back(command);
  say(begin, fmt::format("unknown command '\\{}' in a formula", name), did_you_mean(name, names));
  MathNode node;
  node.text = "\\" + std::string(name);
  return node;
}

}  // namespace drawplate::math
