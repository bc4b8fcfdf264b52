// The statements that begin with a keyword.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "deck/mermaid/mermaid_parser.h"
#include "deck/model/link.h"
#include "deck/syntax/html_text.h"
#include "deck/syntax/input.h"
#include "deck/syntax/mermaid_css.h"

namespace drawplate {
namespace {

/// "a,b, c" → each, without blanks.
template <class Visit>
void for_each_name(PlacedText list, Visit visit) {
  std::size_t at = 0;
  while (at <= list.text.size()) {
    const std::size_t end = std::min(list.text.find(',', at), list.text.size());
    const PlacedText name = list.part(at, end).trimmed();
    if (!name.text.empty()) visit(name);
    at = end + 1;
  }
}

std::size_t last_blank(std::string_view text) { return text.find_last_of(" \t"); }

}  // namespace

void MermaidParser::read_subgraph() {
  const std::size_t begin = cursor_.pos() - std::string_view("subgraph").size();
  MermaidSubgraph group;
  cursor_.skip_blanks();
  if (!at_statement_end()) read_subgraph_name(group);
  group.origin = cursor_.span(begin, cursor_.pos());
  end_statement();
  if (graph_.depth() >= static_cast<std::size_t>(max_nesting)) {
    report_.error(group.origin, fmt::format("subgraphs are nested deeper than {}", max_nesting));
    cursor_.seek(cursor_.pos() + cursor_.rest().size());
    return;
  }
  graph_.open_group(std::move(group));
}

/// `id [title]`, `id["title"]`, `"title"`, `several words`, `word`.
void MermaidParser::read_subgraph_name(MermaidSubgraph& group) {
  const std::size_t begin = cursor_.pos();
  std::optional<MermaidText> title = read_mermaid_string(cursor_);
  if (!title) {
    while (!cursor_.at_end() && std::string_view("\n;[(").find(cursor_.peek()) == std::string_view::npos) cursor_.advance();
    title = MermaidText{MermaidText::Kind::plain, cursor_.placed(begin, cursor_.pos()).trimmed()};
  }
  cursor_.skip_blanks();
  const char open = cursor_.peek();
  const std::string name(trimmed(title->text.text).substr(0, max_name_bytes));
  if (open == '[' || open == '(') {
    const std::string_view closers[] = {open == '[' ? "]" : ")"};
    const std::size_t bracket = cursor_.pos();
    std::size_t found = 0;
    cursor_.advance();
    if (const auto bracketed = read_mermaid_text(cursor_, open, closers, found)) {
      group.id = name;
      title = bracketed;
    } else {
      report_.error(cursor_.span(bracket, bracket + 1), "the subgraph's title has no end").help("close the bracket");
      cursor_.skip_line();
    }
  } else if (name.find_first_of(" \t\n") == std::string::npos) {
    group.id = name;
  }
  MermaidLabel label = read_mermaid_label(*title, arguments_, report_);
  group.title = std::move(label.text);
}

void MermaidParser::read_end() {
  const std::size_t end = cursor_.pos();
  end_statement();
  if (!graph_.close_group()) report_.warning(cursor_.span(end - 3, end), "this 'end' ends nothing");
}

void MermaidParser::read_direction() {
  const PlacedText word = next_word();
  const auto direction = parse_mermaid_direction(word.text);
  if (!direction) {
    report_.warning(word.span, fmt::format("'{}' is not a direction", word.text)).help("write TB, TD, BT, LR or RL");
  } else if (MermaidSubgraph* group = graph_.innermost_group()) {
    group->direction = direction;
  } else if (!head_->direction) {
    head_->direction = direction;
  } else if (head_->direction != direction) {
    report_.warning(word.span, "the flowchart's direction is the one in its first line").help("change it there");
  }
  end_statement();
}

void MermaidParser::read_class_def() {
  const PlacedText names = next_word();
  const PlacedText css = rest_of_statement();
  Style style;
  apply_css(css, style, report_);
  for_each_name(names, [&](PlacedText name) { merge_style(style, graph_.class_style(name.text)); });
}

void MermaidParser::read_class() {
  const PlacedText rest = rest_of_statement();
  const std::size_t blank = last_blank(rest.text);
  if (blank == std::string_view::npos) {
    report_.warning(rest.span, "'class' needs nodes and a class").help("write 'class a,b name'");
    return;
  }
  const std::string name(rest.text.substr(blank + 1, max_name_bytes));
  for_each_name(rest.part(0, blank), [&](PlacedText id) { graph_.looks(id.text).classes.push_back(name); });
}

void MermaidParser::read_style() {
  const PlacedText ids = next_word();
  const PlacedText css = rest_of_statement();
  Style style;
  apply_css(css, style, report_);
  for_each_name(ids, [&](PlacedText id) {
    merge_style(style, graph_.looks(id.text).style);
    if (!graph_.is_group(id.text) && !graph_.find_edge(id.text)) graph_.touch(id.text, id.span);
  });
}

void MermaidParser::read_link_style() {
  const PlacedText numbers = next_word();
  PlacedText css = rest_of_statement();
  if (css.text.starts_with("interpolate")) {  // the curve: the theme's own
    const std::size_t word = std::min(css.text.find_first_not_of(" \t", 11), css.text.size());
    const std::size_t end = std::min(css.text.find_first_of(" \t", word), css.text.size());
    css = css.part(end, css.text.size()).trimmed();
  }
  Style style;
  apply_css(css, style, report_);
  if (numbers.text == "default") return merge_style(style, graph_.default_link_style());
  for_each_name(numbers, [&](PlacedText number) {
    std::size_t index = 0;
    const char* end = number.text.data() + number.text.size();
    const auto [stop, error] = std::from_chars(number.text.data(), end, index);
    if (error == std::errc() && stop == end && index < graph_.edges().size()) {
      merge_style(style, graph_.edges()[index].style);
    } else {
      report_.warning(number.span, fmt::format("there is no link {}", number.text))
          .help(graph_.edges().empty() ? "links are counted from 0"
                                       : fmt::format("links are counted from 0 to {}", graph_.edges().size() - 1));
    }
  });
}

/// click id ["href"] "target" ["tooltip"] [_blank], click id callback ["tooltip"], click id call f(…) ["tooltip"]
void MermaidParser::read_click() {
  const PlacedText ids = next_word();
  cursor_.skip_blanks();
  const bool href = cursor_.take("href ");
  cursor_.skip_blanks();
  std::vector<PlacedText> strings;
  const std::size_t begin = cursor_.pos();
  const bool link = href || cursor_.peek() == '"';
  while (!cursor_.at_end() && cursor_.peek() != '\n' && cursor_.peek() != ';') {
    if (const auto string = read_mermaid_string(cursor_)) {
      strings.push_back(string->text);
    } else {
      cursor_.advance();
    }
  }
  const std::size_t tooltip = link ? 1 : 0;
  for_each_name(ids, [&](PlacedText id) {
    if (!graph_.is_known(id.text)) {
      report_.warning(id.span, fmt::format("there is no node '{}'", id.text.substr(0, max_name_bytes)));
      return;
    }
    MermaidLooks& looks = graph_.looks(id.text);
    if (strings.size() > tooltip) {
      const PlacedText tip = strings[tooltip].part(0, std::min(strings[tooltip].text.size(), max_link_bytes));
      looks.tooltip = read_html_text(tip.text, tip.span, {}).plain();
    }
    if (!link || strings.empty()) return;
    if (is_safe_link(strings[0].text) && strings[0].text.size() <= max_link_bytes) {
      looks.link = strings[0].text;
    } else {
      report_.warning(strings[0].span, "this link is left out").help("links begin with http:, https: or mailto:, or have no scheme");
    }
  });
  if (!link && !warned_of_callback_) {
    report_.warning(cursor_.span(begin, cursor_.pos()), "a page cannot call a function; this is left out").help("give a link instead");
    warned_of_callback_ = true;
  }
}

void MermaidParser::read_accessible_title() {
  cursor_.skip_blanks();
  cursor_.take(':');
  cursor_.skip_blanks();
  const std::size_t begin = cursor_.pos();
  cursor_.skip_line();
  head_->accessible_title = trimmed(cursor_.slice(begin, cursor_.pos()));
}

void MermaidParser::read_accessible_description() {
  cursor_.skip_blanks();
  const bool braces = cursor_.peek() == '{';
  cursor_.advance();
  const std::size_t begin = cursor_.pos();
  while (!cursor_.at_end() && cursor_.peek() != (braces ? '}' : '\n')) cursor_.advance();
  head_->accessible_description = read_html_text(cursor_.slice(begin, cursor_.pos()), cursor_.span(begin, cursor_.pos()), {}).plain();
  if (braces) cursor_.take('}');
}

}  // namespace drawplate
