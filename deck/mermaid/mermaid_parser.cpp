// The header, the loop over statements, and where a statement ends.
#include "deck/mermaid/mermaid_parser.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>

#include "base/suggest.h"
#include "deck/mermaid/mermaid_kinds.h"

namespace drawplate {
namespace {

struct DirectionWord {
  std::string_view word;
  Direction direction;
};
constexpr DirectionWord direction_words[] = {
    {"TB", Direction::down}, {"TD", Direction::down}, {"v", Direction::down},  {"LR", Direction::right}, {">", Direction::right},
    {"BT", Direction::up},   {"^", Direction::up},    {"RL", Direction::left}, {"<", Direction::left},   {"BR", Direction::down},
};

constexpr std::string_view headers[] = {"flowchart-elk", "flowchart-v2", "flowchart", "graph"};
/// A text with more is no flowchart, and is not read to its end.
constexpr std::size_t most_errors = 1000;
constexpr std::string_view direction_hint = "write TB, TD, BT, LR or RL";

bool ends_word(char c) { return c == '\0' || is_space(c) || c == ';'; }

}  // namespace

std::optional<Direction> parse_mermaid_direction(std::string_view word) {
  for (const DirectionWord& known : direction_words) {
    if (equals_ignoring_case(known.word, word)) return known.direction;
  }
  return std::nullopt;
}

const MermaidParser::Statement MermaidParser::statements[] = {
    {"subgraph", &MermaidParser::read_subgraph},
    {"end", &MermaidParser::read_end},
    {"direction", &MermaidParser::read_direction},
    {"classDef", &MermaidParser::read_class_def},
    {"class", &MermaidParser::read_class},
    {"style", &MermaidParser::read_style},
    {"linkStyle", &MermaidParser::read_link_style},
    {"click", &MermaidParser::read_click},
    {"accTitle", &MermaidParser::read_accessible_title},
    {"accDescr", &MermaidParser::read_accessible_description},
};

bool MermaidParser::read(MermaidHead& head) {
  head_ = &head;
  cursor_.take("\xEF\xBB\xBF");
  read_front_matter(cursor_, head.settings);
  while (skip_insignificant()) {
  }
  if (!read_header()) return false;
  for (;;) {
    while (skip_insignificant()) {
    }
    if (cursor_.at_end() || report_.error_count() > most_errors) break;
    const std::size_t before = cursor_.pos();
    read_statement();
    if (cursor_.pos() == before) cursor_.advance();
  }
  while (graph_.depth() > 0) {
    report_.error(graph_.innermost_group()->origin, "this subgraph has no end").help("write 'end' in a line of its own");
    graph_.close_group();
  }
  return true;
}

bool MermaidParser::read_header() {
  const std::size_t begin = cursor_.pos();
  for (const std::string_view header : headers) {
    const std::size_t end = begin + header.size();
    if (!cursor_.starts_with(header) ||
        !(ends_word(cursor_.at(end)) || std::string_view("<>^").find(cursor_.at(end)) != std::string_view::npos))
      continue;
    cursor_.seek(end);
    read_header_direction();
    return true;
  }
  while (!ends_word(cursor_.peek()) && cursor_.pos() - begin < 60) cursor_.advance();
  const PlacedText word = cursor_.placed(begin, cursor_.pos());
  if (const auto other = undrawn_mermaid_kind(word.text)) {
    report_.error(word.span, fmt::format("this is {}; of Mermaid's diagrams only flowcharts are read", *other))
        .help("a flowchart begins with 'flowchart' or 'graph'");
    return false;
  }
  const std::string nearest = did_you_mean(word.text, headers);
  report_.error(word.span, word.text.empty() ? "the flowchart is empty" : "a Mermaid flowchart begins with 'flowchart' or 'graph'")
      .help(nearest.empty() ? "begin with 'flowchart TD' or 'flowchart LR'" : nearest);
  return false;
}

void MermaidParser::read_header_direction() {
  cursor_.skip_blanks();
  const std::size_t begin = cursor_.pos();
  while (!ends_word(cursor_.peek())) cursor_.advance();
  if (cursor_.pos() == begin) return;
  head_->direction = parse_mermaid_direction(cursor_.slice(begin, cursor_.pos()));
  if (head_->direction) return;
  report_.warning(cursor_.span(begin, cursor_.pos()), fmt::format("'{}' is not a direction", cursor_.slice(begin, cursor_.pos())))
      .help(std::string(direction_hint));
}

/// Steps over blanks, line ends, ';', comments and directives; true where something was stepped over.
bool MermaidParser::skip_insignificant() {
  const std::size_t before = cursor_.pos();
  cursor_.skip_space();
  if (cursor_.starts_with("%%{") && directives_end_) {
    directives_end_ = read_directive(cursor_, head_->settings);
  } else if (cursor_.starts_with("%%")) {
    cursor_.skip_line();
  } else {
    cursor_.take(';');
  }
  return cursor_.pos() != before;
}

void MermaidParser::read_statement() {
  for (const Statement& statement : statements) {
    const char after = cursor_.peek(statement.keyword.size());
    const bool accessible = statement.keyword.starts_with("acc");
    if (!cursor_.starts_with(statement.keyword) || !(ends_word(after) || (accessible && (after == ':' || after == '{')))) continue;
    const std::size_t begin = cursor_.pos();
    cursor_.advance(statement.keyword.size());
    if (statement.keyword == "end" && !at_statement_end()) {  // "end --> a": an id
      cursor_.seek(begin);
      break;
    }
    (this->*statement.read)();
    return;
  }
  read_vertex_statement();
}

bool MermaidParser::at_statement_end() {
  cursor_.skip_blanks();
  return cursor_.at_end() || cursor_.peek() == '\n' || cursor_.peek() == ';' || cursor_.starts_with("%%");
}

/// Warns of what stands between here and the statement's end, and steps over it.
void MermaidParser::end_statement() {
  if (at_statement_end()) return;
  const std::size_t begin = cursor_.pos();
  cursor_.skip_line();
  const PlacedText rest = cursor_.placed(begin, cursor_.pos()).trimmed();
  report_.warning(rest.span, "this is not understood and left out").help("statements end with their line or with ';'");
}

void MermaidParser::unknown_statement(std::size_t begin) {
  cursor_.seek(begin);
  cursor_.skip_line();
  const PlacedText line = cursor_.placed(begin, cursor_.pos()).trimmed();
  std::array<std::string_view, std::size(statements)> known;
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = statements[i].keyword;
  const std::string_view first = line.text.substr(0, line.text.find_first_of(" \t;"));
  report_.warning(line.span, "this statement is not understood and left out").help(did_you_mean(first, known));
}

/// Up to the ';' or the line end, which are not stepped over.
PlacedText MermaidParser::rest_of_statement() {
  const std::size_t begin = cursor_.pos();
  while (!cursor_.at_end() && cursor_.peek() != '\n' && cursor_.peek() != ';') cursor_.advance();
  return cursor_.placed(begin, cursor_.pos()).trimmed();
}

PlacedText MermaidParser::next_word() {
  cursor_.skip_blanks();
  const std::size_t begin = cursor_.pos();
  while (!ends_word(cursor_.peek())) cursor_.advance();
  return cursor_.placed(begin, cursor_.pos());
}

}  // namespace drawplate
