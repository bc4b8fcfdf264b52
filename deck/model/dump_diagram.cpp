// Each part of the model has one function here that names all of its fields.
#include "deck/model/dump_diagram.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "deck/model/vocabulary.h"

namespace drawplate {
namespace {

std::string quoted(std::string_view text) { return dump_quoted(text); }

/// Neighbours of one style as one: readers need not agree on where they cut a text.
std::vector<TextSpan> joined(const std::vector<TextSpan>& spans) {
  std::vector<TextSpan> result;
  for (const TextSpan& span : spans) {
    TextSpan as_last = span;
    if (!result.empty()) as_last.text = result.back().text;
    if (!result.empty() && as_last == result.back()) {
      result.back().text += span.text;
    } else if (!span.text.empty()) {
      result.push_back(span);
    }
  }
  return result;
}

/// The texts in order, each with its style in front: "plain" b"bold" c"code".
std::string dumped(const RichText& text) {
  std::string out;
  for (const TextSpan& span : joined(text.spans)) {
    if (span.bold) out += 'b';
    if (span.italic) out += 'i';
    if (span.code) out += 'c';
    if (span.strike) out += 's';
    if (span.underline) out += 'u';
    if (span.superscript) out += '^';
    if (span.subscript) out += '_';
    if (span.keyboard) out += 'k';
    if (span.highlighted) out += 'h';
    if (!span.math.empty()) out += '$';
    out += quoted(span.text);
    if (!span.link.empty()) out += fmt::format("({})", span.link);
  }
  return out.empty() ? "\"\"" : out;
}

/// Collects ` key=value` for what is not its default.
class Fields {
 public:
  Fields& add(std::string_view key, std::string_view value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out_), " {}={}", key, value);
    return *this;
  }
  Fields& text(std::string_view key, const RichText& value) { return value.empty() ? *this : add(key, dumped(value)); }
  Fields& string(std::string_view key, std::string_view value) { return value.empty() ? *this : add(key, quoted(value)); }
  Fields& number(std::string_view key, double value, double usual) { return value == usual ? *this : add(key, fmt::format("{}", value)); }
  template <class Enum>
  Fields& word(std::string_view key, Enum value, Enum usual, std::span<const std::string_view> names) {
    return value == usual ? *this : add(key, word_for(value, names));
  }
  template <class Enum>
  Fields& word(std::string_view key, const std::optional<Enum>& value, std::span<const std::string_view> names) {
    return value ? add(key, word_for(*value, names)) : *this;
  }
  template <class Number>
  Fields& maybe(std::string_view key, const std::optional<Number>& value) {
    return value ? add(key, fmt::format("{}", *value)) : *this;
  }
  Fields& color(std::string_view key, const std::optional<Rgb>& value) { return value ? add(key, to_hex(*value)) : *this; }
  Fields& style(const Style& style) {
    color("fill", style.fill).color("stroke", style.stroke).color("color", style.text);
    return maybe("stroke_width", style.stroke_width).maybe("dashed", style.dashed).maybe("font_size", style.font_size);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string dumped(const Pill& pill) {
  return pill.accent ? fmt::format("{}:{}", dumped(pill.text), word_for(*pill.accent, accent_names)) : dumped(pill.text);
}

std::string dumped(const Cell& cell) {
  std::string out = fmt::format("{}@{},{}", dumped(cell.text), cell.row, cell.column);
  if (cell.row_span != 1 || cell.column_span != 1) out += fmt::format("+{}x{}", cell.row_span, cell.column_span);
  if (!cell.port.empty()) out += ":" + cell.port;
  if (cell.fill) out += " fill=" + to_hex(*cell.fill);
  return out;
}

std::string dumped(const LegendEntry& entry) {
  std::string out = dumped(entry.text);
  if (entry.accent) out += fmt::format(":{}", word_for(*entry.accent, accent_names));
  if (entry.is_line) out += fmt::format(" line={}", word_for(entry.line, line_names));
  Fields fields;
  return out + fields.style(entry.style).take();
}

template <class Item>
std::string dumped(const std::vector<Item>& items) {
  std::string out;
  for (const Item& item : items) out += (out.empty() ? "[" : ", ") + dumped(item);
  return items.empty() ? "" : out + "]";
}

std::string dumped(const Node& node) {
  Fields fields;
  fields.maybe("number", node.number).text("title", node.title).text("subtitle", node.subtitle).text("footer", node.footer);
  fields.text("badge", node.badge).add("bullets", dumped(node.bullets)).add("pills", dumped(node.pills)).add("cells", dumped(node.cells));
  fields.string("icon", node.icon.name).word("accent", node.accent, accent_names).word("shape", node.shape, NodeShape::card, shape_names);
  fields.style(node.style).maybe("width", node.width).string("link", node.link).string("alt", node.alt).number("step", node.step, 0);
  fields.string("lang", node.lang);
  return fmt::format("node {}{}\n", quoted(node.id), fields.take());
}

std::string dumped(const Group& group) {
  Fields fields;
  fields.maybe("number", group.number).text("title", group.title).text("footer", group.footer).string("icon", group.icon.name);
  fields.word("accent", group.accent, accent_names).word("direction", group.direction, direction_names).style(group.style);
  fields.string("link", group.link).string("alt", group.alt).number("step", group.step, 0);
  return fmt::format("group {}{}\n", quoted(group.id), fields.take());
}

std::string end_of(const Diagram& diagram, const EdgeEnd& end) {
  const std::string& id = end.is_group ? diagram.groups[end.index].id : diagram.nodes[end.index].id;
  return end.port.empty() ? quoted(id) : fmt::format("{}:{}", quoted(id), end.port);
}

std::string dumped(const Diagram& diagram, const Edge& edge) {
  Fields fields;
  fields.text("label", edge.label).text("head_label", edge.head_label).text("tail_label", edge.tail_label);
  fields.word("line", edge.line, LineKind::solid, line_names).word("head", edge.head, HeadKind::arrow, head_names);
  fields.word("tail", edge.tail, HeadKind::none, head_names).word("kind", edge.kind, EdgeKind::normal, edge_kind_names);
  fields.word("accent", edge.accent, accent_names).style(edge.style);
  fields.word("from_side", edge.from_side, side_names).word("to_side", edge.to_side, side_names);
  fields.number("min_length", edge.min_length, 1).number("weight", edge.weight, 1).string("link", edge.link).number("step", edge.step, 0);
  return fmt::format("edge {} -> {}{}\n", end_of(diagram, edge.from), end_of(diagram, edge.to), fields.take());
}

/// A node or a group on its way out, in source order.
struct Member {
  std::uint32_t order = 0;
  bool is_group = false;
  std::uint32_t index = 0;
};

/// Members by the group around them; the last list holds those outside every group.
std::vector<std::vector<Member>> members_by_group(const Diagram& diagram) {
  std::vector<std::vector<Member>> members(diagram.groups.size() + 1);
  const auto list_of = [&](const std::optional<GroupId>& group) -> auto& { return group ? members[index_of(*group)] : members.back(); };
  for (std::uint32_t i = 0; i < diagram.groups.size(); ++i) list_of(diagram.groups[i].parent).push_back({diagram.groups[i].order, true, i});
  for (std::uint32_t i = 0; i < diagram.nodes.size(); ++i) list_of(diagram.nodes[i].group).push_back({diagram.nodes[i].order, false, i});
  for (auto& list : members) std::stable_sort(list.begin(), list.end(), [](const Member& a, const Member& b) { return a.order < b.order; });
  return members;
}

void dump_members(const Diagram& diagram, const std::vector<std::vector<Member>>& members, std::size_t list, int depth, std::string& out) {
  for (const Member& member : members[list]) {
    out.append(static_cast<std::size_t>(2 * depth), ' ');
    out += member.is_group ? dumped(diagram.groups[member.index]) : dumped(diagram.nodes[member.index]);
    if (member.is_group) dump_members(diagram, members, member.index, depth + 1, out);
  }
}

std::string dumped(const Diagram& diagram) {
  Fields fields;
  fields.text("title", diagram.title).text("subtitle", diagram.subtitle).string("description", diagram.description);
  fields.string("page", diagram.page).string("theme", diagram.theme).string("lang", diagram.lang);
  fields.word("dir", diagram.text_direction, text_direction_names);
  fields.word("direction", diagram.direction, direction_names).add("heading", diagram.heading ? "true" : "");
  fields.word("routes", diagram.routes, route_names).add("legend", dumped(diagram.legend));
  std::string out = "diagram" + fields.take() + "\n";
  const auto members = members_by_group(diagram);
  dump_members(diagram, members, diagram.groups.size(), 0, out);
  for (const Edge& edge : diagram.edges) out += dumped(diagram, edge);
  for (const LayoutWish& wish : diagram.wishes) {
    out += word_for(wish.kind, wish_names);
    for (const EdgeEnd& end : wish.members) out += " " + end_of(diagram, end);
    out += "\n";
  }
  return out;
}

}  // namespace

std::string dump_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out + '"';
}

std::string dump_text(const RichText& text) { return dumped(text); }

std::string dump_diagram(const AnyDiagram& diagram) {
  return std::visit([](const auto& of_its_sort) { return dumped(of_its_sort); }, diagram);
}

}  // namespace drawplate
