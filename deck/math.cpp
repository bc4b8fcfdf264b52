// See math.h. A recursive descent over TeX's tokens; the commands that build something are a table.
#include "deck/math.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "deck/cursor.h"
#include "deck/math_symbols.h"
#include "deck/suggest.h"

namespace drawplate {
namespace {

constexpr int deepest = 40;               ///< levels of a formula
constexpr std::size_t most_nodes = 5000;  ///< in one formula

struct Environment {
  std::string_view name, open, close;
  enum class Columns : std::uint8_t { centered, pairs, cases, given } columns = Columns::centered;
};
constexpr Environment environments[] = {{"matrix", "", ""},
                                        {"smallmatrix", "", ""},
                                        {"pmatrix", "(", ")"},
                                        {"bmatrix", "[", "]"},
                                        {"Bmatrix", "{", "}"},
                                        {"vmatrix", "|", "|"},
                                        {"Vmatrix", "‖", "‖"},
                                        {"array", "", "", Environment::Columns::given},
                                        {"cases", "{", "", Environment::Columns::cases},
                                        {"aligned", "", "", Environment::Columns::pairs},
                                        {"align", "", "", Environment::Columns::pairs},
                                        {"align*", "", "", Environment::Columns::pairs},
                                        {"split", "", "", Environment::Columns::pairs},
                                        {"gathered", "", ""},
                                        {"gather", "", ""},
                                        {"gather*", "", ""},
                                        {"equation", "", ""},
                                        {"equation*", "", ""}};

struct Space {
  std::string_view name;
  double width;
};
constexpr Space spaces[] = {
    {",", 3 / 18.0}, {":", 4 / 18.0}, {">", 4 / 18.0},  {";", 5 / 18.0},         {"!", -3 / 18.0},       {" ", 4 / 18.0},
    {"quad", 1},     {"qquad", 2},    {"enspace", 0.5}, {"thinspace", 3 / 18.0}, {"medspace", 4 / 18.0}, {"thickspace", 5 / 18.0}};

struct Accent {
  std::string_view name, text;
  bool stretches = false, under = false;
};
constexpr Accent accents[] = {{"hat", "̂"},
                              {"widehat", "̂", true},
                              {"tilde", "̃"},
                              {"widetilde", "̃", true},
                              {"bar", "̄"},
                              {"overline", "‾", true},
                              {"underline", "_", true, true},
                              {"vec", "⃗"},
                              {"overrightarrow", "⃗", true},
                              {"dot", "̇"},
                              {"ddot", "̈"},
                              {"check", "̌"},
                              {"breve", "̆"},
                              {"acute", "́"},
                              {"grave", "̀"},
                              {"mathring", "̊"},
                              {"overbrace", "⏞", true},
                              {"underbrace", "⏟", true, true}};

struct AlphabetName {
  std::string_view name;
  MathAlphabet alphabet;
};
constexpr AlphabetName alphabets[] = {
    {"mathrm", MathAlphabet::upright},   {"mathbf", MathAlphabet::bold},          {"boldsymbol", MathAlphabet::bold_italic},
    {"bm", MathAlphabet::bold_italic},   {"mathbb", MathAlphabet::double_struck}, {"mathcal", MathAlphabet::script},
    {"mathscr", MathAlphabet::script},   {"mathfrak", MathAlphabet::fraktur},     {"mathsf", MathAlphabet::sans},
    {"mathtt", MathAlphabet::monospace}, {"mathit", MathAlphabet::italic},        {"mathnormal", MathAlphabet::italic},
    {"Bbb", MathAlphabet::double_struck}};

template <class Entry, std::size_t N>
const Entry* find_named(const Entry (&entries)[N], std::string_view name) {
  const auto found = std::find_if(std::begin(entries), std::end(entries), [&](const Entry& entry) { return entry.name == name; });
  return found == std::end(entries) ? nullptr : &*found;
}

MathNode node_of(const MathSymbol& symbol) {
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
    if (problems_ && problems_->size() < 20 && !given_up_) problems_->push_back({begin, std::max(at_, begin + 1), std::move(message), std::move(hint)});
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
  while (at_ + length < tex_.size() && (static_cast<unsigned char>(tex_[at_ + length]) & 0xC0) == 0x80) ++length;
  return tex_.substr(at_, length);
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

constexpr std::string_view sizes_of_delimiters[] = {"big",   "Big",   "bigg",  "Bigg",  "bigl",   "bigr", "Bigl", "Bigr",
                                                    "biggl", "biggr", "Biggl", "Biggr", "middle", "bigm", "Bigm"};
/// Commands that say something about lines and numbers, of which a slide has none.
constexpr std::string_view silent_commands[] = {"nonumber", "notag", "displaylimits", "limits",    "nolimits", "hline",     "bf",
                                                "rm",       "it",    "left.",         "mathstrut", "strut",    "allowbreak"};

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

}  // namespace

MathRow parse_math(std::string_view tex, std::vector<MathProblem>* problems) { return Parser(tex, problems, 0).parse(); }

}  // namespace drawplate
