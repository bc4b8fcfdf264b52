// Nodes with their brackets and properties, and the links between them.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "deck/mermaid/mermaid_parser.h"
#include "deck/mermaid/mermaid_shapes.h"
#include "deck/model/diagram_parts.h"
#include "deck/syntax/html_text.h"
#include "deck/syntax/input.h"

namespace drawplate {
namespace {

/// The lexical rules for an id: Mermaid stops one before "-->", "-.", "->", "==", ":::" and brackets.
bool is_id_char(const Cursor& cursor) {
  const char c = cursor.peek(), next = cursor.peek(1);
  if (is_letter(c) || is_digit(c) || !is_ascii(c)) return true;
  switch (c) {
    case '-':
      return next != '>' && next != '-' && next != '.';
    case '=':
      return next != '=';
    case ':':
      return next != ':' || cursor.peek(2) != ':';
    default:
      return c != '\0' && std::string_view("!#$%&'*+.`?\\_/,").find(c) != std::string_view::npos;
  }
}

bool begins_line(const Cursor& cursor) {
  return cursor.starts_with("--") || cursor.starts_with("-.") || cursor.starts_with("==") || cursor.starts_with("->");
}

MermaidText setting_text(const MermaidSetting& setting) { return {MermaidText::Kind::quoted, {setting.value, setting.span}}; }

}  // namespace

std::string_view MermaidParser::read_id() {
  const std::size_t begin = cursor_.pos();
  if (cursor_.peek() == '&') return {};
  while (!cursor_.at_end() && is_id_char(cursor_)) cursor_.advance();
  return cursor_.slice(begin, cursor_.pos());
}

/// After an id: does a node's or a link's syntax, or the statement's end, follow?
bool MermaidParser::is_known_statement_after_id() {
  const std::size_t here = cursor_.pos();
  const bool bracket = std::string_view("[({>").find(cursor_.peek()) != std::string_view::npos && !cursor_.at_end();
  if (bracket || cursor_.starts_with(":::") || cursor_.starts_with("@{")) return true;
  cursor_.skip_blanks();
  if (at_statement_end() || cursor_.peek() == '&' || begins_line(cursor_)) return true;
  Report ignored;
  const bool is_link = read_mermaid_link(cursor_, ignored).has_value();
  cursor_.seek(here);
  return is_link;
}

void MermaidParser::read_vertex_statement() {
  const std::size_t begin = cursor_.pos();
  const std::string_view first = read_id();
  const bool known = !first.empty() && is_known_statement_after_id();
  cursor_.seek(begin);
  if (!known) return unknown_statement(begin);
  std::vector<std::string> from, to;
  if (!read_vertices(from)) return;
  while (const auto link = read_mermaid_link(cursor_, report_)) {
    cursor_.skip_space();
    const std::size_t target = cursor_.pos();
    to.clear();
    if (!read_vertices(to) && to.empty()) {
      if (cursor_.pos() == target) report_.error(link->span, "this link leads nowhere").help("name the node it ends at");
      return end_statement();
    }
    link_vertices(from, to, *link);
    from = to;
  }
  cursor_.skip_blanks();
  if (cursor_.starts_with("->")) {
    report_.error(cursor_.span_here(2), "'->' is no link of Mermaid's").help("did you mean '-->'?");
    return cursor_.skip_line();
  }
  if (begins_line(cursor_)) {
    report_.error(cursor_.span_here(2), "this link has no end").help("write '-->', or '-- text -->'");
    return cursor_.skip_line();
  }
  end_statement();
}

/// "a & b[B] & c". False, having reported, where one of them is broken.
bool MermaidParser::read_vertices(std::vector<std::string>& ids) {
  for (;;) {
    if (!read_vertex(ids)) return false;
    const std::size_t here = cursor_.pos();
    cursor_.skip_space();
    if (cursor_.peek() != '&') {
      cursor_.seek(here);
      return true;
    }
    cursor_.advance();
    cursor_.skip_space();
  }
}

bool MermaidParser::read_vertex(std::vector<std::string>& ids) {
  const std::size_t begin = cursor_.pos();
  const std::string_view id = read_id();
  if (id.empty()) return false;
  const Span origin = cursor_.span(begin, cursor_.pos());
  if (id.size() > max_name_bytes) {
    report_.error(origin, fmt::format("an id is longer than {} bytes", max_name_bytes));
    cursor_.skip_line();
    return false;
  }
  if (cursor_.starts_with("@{") && graph_.find_edge(id) != nullptr) {
    read_properties(id, origin);
    return !ids.empty();
  }
  if (ids.size() < max_diagram_nodes) ids.emplace_back(id);
  graph_.touch(id, origin);
  bool more = true;
  while (more) {
    const std::size_t here = cursor_.pos();
    if (!read_bracket(id, origin) || !read_class_mark(id) || !read_properties(id, origin)) return false;
    more = cursor_.pos() != here;
  }
  return true;
}

/// True also where no bracket begins. False, having reported and gone to the line end, where it does not close.
bool MermaidParser::read_bracket(std::string_view id, Span origin) {
  const auto brackets = mermaid_brackets();
  const std::size_t begin = cursor_.pos();
  for (std::size_t i = 0; i < brackets.size(); ++i) {
    const std::string_view open = brackets[i].open;
    if (!cursor_.starts_with(open)) continue;
    std::vector<std::string_view> closers;
    for (std::size_t j = i; j < brackets.size() && brackets[j].open == open; ++j) closers.push_back(brackets[j].close);
    cursor_.advance(open.size());
    std::size_t found = 0;
    if (const auto text = read_mermaid_text(cursor_, open[0], closers, found)) {
      MermaidVertex* vertex = graph_.touch(id, origin);
      if (!vertex) return true;
      vertex->shape = brackets[i + found].shape;
      set_label(*vertex, *text);
      return true;
    }
    cursor_.seek(begin);
  }
  if (cursor_.at_end() || std::string_view("[({>").find(cursor_.peek()) == std::string_view::npos) return true;
  report_.error(cursor_.span_here(), fmt::format("the label of '{}' has no end", id))
      .help("close the bracket, and quote labels that hold brackets");
  cursor_.skip_line();
  return false;
}

bool MermaidParser::read_class_mark(std::string_view id) {
  if (!cursor_.take(":::")) return true;
  const std::size_t begin = cursor_.pos();
  const std::string_view name = read_id();
  if (name.empty()) {
    report_.error(cursor_.span(begin - 3, begin), "':::' needs the name of a class");
    cursor_.skip_line();
    return false;
  }
  graph_.looks(id).classes.emplace_back(name.substr(0, max_name_bytes));
  return true;
}

bool MermaidParser::read_properties(std::string_view id, Span origin) {
  if (!cursor_.starts_with("@{")) return true;
  const Span open = cursor_.span_here(2);
  cursor_.advance(2);
  std::vector<MermaidSetting> properties;
  if (!read_flat_mapping(cursor_, properties)) {
    report_.error(open, fmt::format("the properties of '{}' have no end", id)).help("close them with '}'");
    return false;
  }
  apply_properties(id, origin, properties);
  return true;
}

void MermaidParser::apply_properties(std::string_view id, Span origin, const std::vector<MermaidSetting>& properties) {
  if (graph_.find_edge(id) != nullptr) return;  // animation and curve: nothing a page could show
  MermaidVertex* vertex = graph_.touch(id, origin);
  if (!vertex) return;
  for (const MermaidSetting& property : properties) apply_property(*vertex, property);
}

void MermaidParser::apply_property(MermaidVertex& vertex, const MermaidSetting& property) {
  constexpr std::string_view set_aside[] = {"pos", "h", "w", "constraint", "assigned", "ticket", "priority"};
  if (property.key == "label") {
    if (!property.value.empty()) set_label(vertex, setting_text(property));
  } else if (property.key == "shape") {
    if (const auto shape = find_mermaid_shape(property.value)) {
      vertex.shape = shape;
    } else {
      report_.warning(property.span, fmt::format("unknown shape '{}'", property.value))
          .help(did_you_mean(property.value, mermaid_shape_names()));
    }
  } else if (property.key == "icon") {
    apply_icon(vertex, property);
  } else if (property.key == "form") {
    vertex.shape = property.value == "circle" ? NodeShape::circle : property.value == "rounded" ? NodeShape::round : NodeShape::card;
  } else if (property.key == "img") {
    if (!vertex.label) vertex.label = RichText{};
    vertex.icon = icon_of_picture(property.value, property.span, report_);
  } else if (std::ranges::find(set_aside, property.key) == std::end(set_aside)) {
    constexpr std::string_view known[] = {"shape", "label", "icon", "form", "img", "pos", "h", "w", "constraint"};
    report_.warning(property.span, fmt::format("unknown property '{}'", property.key)).help(did_you_mean(property.key, known));
  }
}

void MermaidParser::apply_icon(MermaidVertex& vertex, const MermaidSetting& property) {
  std::string_view name = property.value;
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos || !name.starts_with("fa")) {
    vertex.icon = {std::string(name), property.span};
    return;
  }
  name.remove_prefix(colon + 1);
  if (name.starts_with("fa-")) name.remove_prefix(3);
  vertex.icon = {fmt::format("fa:{}", name), property.span};
}

void MermaidParser::set_label(MermaidVertex& vertex, const MermaidText& text) {
  MermaidLabel label = read_mermaid_label(text, arguments_, report_);
  vertex.label = std::move(label.text);
  if (!label.icon.empty()) vertex.icon = std::move(label.icon);
}

void MermaidParser::link_vertices(const std::vector<std::string>& from, const std::vector<std::string>& to, const MermaidLink& link) {
  MermaidEdge edge;
  edge.line = link.line;
  edge.tail = link.tail;
  edge.head = link.head;
  edge.length = link.length;
  edge.origin = link.span;
  const std::size_t copies = from.size() * to.size();
  label_bytes_ += link.text ? link.text->text.text.size() * copies : 0;
  if (label_bytes_ > max_input_bytes) {
    report_.error(link.span, "the labels of all links together are too long");
  } else if (link.text) {
    MermaidLabel label = read_mermaid_label(*link.text, arguments_, report_);
    edge.label = std::move(label.text);
    if (!label.icon.empty()) report_.warning(label.icon.origin, "icons in the labels of links are not drawn");
  }
  for (const std::string& tail : from) {
    for (const std::string& head : to) {
      edge.id = &tail == &from.front() && &head == &to.front() ? link.id : "";
      edge.from = tail;
      edge.to = head;
      if (!graph_.add_edge(edge)) return;
    }
  }
}

}  // namespace drawplate
