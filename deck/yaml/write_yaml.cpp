// Nodes and groups nest as they stand; each edge is one line under `edges`. Flow, classes and parameters are not found again.
#include "deck/yaml/write_yaml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "deck/model/vocabulary.h"
#include "deck/syntax/inline_markdown.h"

namespace drawplate {
namespace {

/// A double-quoted scalar.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

/// What the reader would take for a parameter is doubled.
std::string with_doubled_braces(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '{' ? 2 : 1, c);
  return out;
}

std::string written(const RichText& text) { return quoted(with_doubled_braces(to_inline_markdown(text.spans))); }
std::string written(std::string_view text) { return quoted(with_doubled_braces(text)); }

/// The last part of a whole id.
std::string_view own_part(std::string_view id, std::string_view outer) {
  return outer.empty() || !id.starts_with(outer) ? id : id.substr(outer.size() + 1);
}

/// Collects "key: value" for what is not its default.
class Keys {
 public:
  Keys& raw(std::string_view key, std::string_view value) {
    if (!value.empty()) parts_.push_back(fmt::format("{}: {}", key, value));
    return *this;
  }
  Keys& text(std::string_view key, const RichText& value) { return value.empty() ? *this : raw(key, written(value)); }
  Keys& string(std::string_view key, std::string_view value) { return value.empty() ? *this : raw(key, written(value)); }
  Keys& number(std::string_view key, double value, double usual) { return value == usual ? *this : raw(key, fmt::format("{}", value)); }
  template <class Enum>
  Keys& word(std::string_view key, Enum value, Enum usual, std::span<const std::string_view> names) {
    return value == usual ? *this : raw(key, word_for(value, names));
  }
  template <class Enum>
  Keys& word(std::string_view key, const std::optional<Enum>& value, std::span<const std::string_view> names) {
    return value ? raw(key, word_for(*value, names)) : *this;
  }
  template <class Number>
  Keys& maybe(std::string_view key, const std::optional<Number>& value) {
    return value ? raw(key, fmt::format("{}", *value)) : *this;
  }
  Keys& color(std::string_view key, const std::optional<Rgb>& value) { return value ? raw(key, quoted(to_hex(*value))) : *this; }
  Keys& style(const Style& style) {
    Keys keys;
    keys.color("fill", style.fill).color("stroke", style.stroke).color("text", style.text);
    keys.maybe("stroke_width", style.stroke_width).maybe("dashed", style.dashed).maybe("font_size", style.font_size);
    return raw("style", keys.parts_.empty() ? std::string() : keys.inline_map());
  }
  bool empty() const { return parts_.empty(); }
  /// {a: b, c: d}
  std::string inline_map() const { return fmt::format("{{{}}}", fmt::join(parts_, ", ")); }
  const std::vector<std::string>& lines() const { return parts_; }

 private:
  std::vector<std::string> parts_;
};

std::string inline_list(const std::vector<std::string>& items) {
  return items.empty() ? std::string() : fmt::format("[{}]", fmt::join(items, ", "));
}

std::string pills_of(const Node& node) {
  std::vector<std::string> items;
  for (const Pill& pill : node.pills)
    items.push_back(Keys().raw("text", written(pill.text)).word("accent", pill.accent, accent_names).inline_map());
  return inline_list(items);
}

std::string bullets_of(const Node& node) {
  std::vector<std::string> items;
  for (const RichText& bullet : node.bullets) items.push_back(written(bullet));
  return inline_list(items);
}

std::string cells_of(const Node& node) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < node.cells.size(); ++i) {
    const Cell& cell = node.cells[i];
    Keys keys;
    keys.raw("text", written(cell.text)).string("port", cell.port).number("row", cell.row, 0);
    keys.number("column", cell.column, static_cast<double>(i))
        .number("row_span", cell.row_span, 1)
        .number("column_span", cell.column_span, 1)
        .color("fill", cell.fill);
    items.push_back(keys.inline_map());
  }
  return inline_list(items);
}

std::string legend_of(const Diagram& diagram) {
  std::vector<std::string> items;
  for (const LegendEntry& entry : diagram.legend) {
    Keys keys;
    keys.raw("text", written(entry.text)).word("accent", entry.accent, accent_names);
    if (entry.is_line) keys.raw("line", word_for(entry.line, line_names));
    items.push_back(keys.style(entry.style).inline_map());
  }
  return inline_list(items);
}

Keys keys_of(const Node& node) {
  Keys keys;
  keys.raw("title", written(node.title)).text("subtitle", node.subtitle).maybe("number", node.number).string("icon", node.icon.name);
  keys.word("accent", node.accent, accent_names).word("shape", node.shape, NodeShape::card, shape_names).text("badge", node.badge);
  keys.raw("pills", pills_of(node)).text("footer", node.footer).raw("bullets", bullets_of(node)).raw("cells", cells_of(node));
  keys.maybe("width", node.width).string("link", node.link).string("alt", node.alt).number("step", node.step, 0).style(node.style);
  keys.string("lang", node.lang);
  return keys;
}

Keys keys_of(const Group& group) {
  Keys keys;
  keys.raw("title", written(group.title)).maybe("number", group.number).string("icon", group.icon.name);
  keys.word("accent", group.accent, accent_names).word("direction", group.direction, direction_names).text("footer", group.footer);
  keys.string("link", group.link).string("alt", group.alt).number("step", group.step, 0).style(group.style);
  return keys;
}

Keys keys_of(const Edge& edge) {
  Keys keys;
  keys.text("label", edge.label).text("head_label", edge.head_label).text("tail_label", edge.tail_label);
  keys.word("line", edge.line, LineKind::solid, line_names).word("kind", edge.kind, EdgeKind::normal, edge_kind_names);
  keys.word("accent", edge.accent, accent_names).word("head", edge.head, HeadKind::arrow, head_names);
  keys.word("tail", edge.tail, HeadKind::none, head_names).word("from_side", edge.from_side, side_names);
  keys.word("to_side", edge.to_side, side_names).string("from_port", edge.from.port).string("to_port", edge.to.port);
  keys.number("min_length", edge.min_length, 1).number("weight", edge.weight, 1);
  keys.string("link", edge.link).number("step", edge.step, 0).style(edge.style);
  return keys;
}

class Writer {
 public:
  explicit Writer(const Diagram& diagram) : diagram_(diagram) {}

  std::string write() {
    Keys keys;
    keys.text("title", diagram_.title).text("subtitle", diagram_.subtitle).string("description", diagram_.description);
    keys.string("page", diagram_.page).string("theme", diagram_.theme).string("lang", diagram_.lang);
    keys.word("dir", diagram_.text_direction, text_direction_names);
    keys.word("direction", diagram_.direction, direction_names).raw("heading", diagram_.heading ? "true" : "");
    keys.word("routes", diagram_.routes, route_names).raw("legend", legend_of(diagram_));
    for (const std::string& line : keys.lines()) out_ += line + "\n";
    out_ += "nodes:\n";
    sort_members();
    write_members(diagram_.groups.size(), "", 1);
    if (!diagram_.edges.empty()) out_ += "edges:\n";
    for (const Edge& edge : diagram_.edges) write_edge(edge);
    write_wishes();
    return std::move(out_);
  }

 private:
  struct Member {
    std::uint32_t order = 0;
    bool is_group = false;
    std::uint32_t index = 0;
  };

  void sort_members();
  void write_members(std::size_t list, std::string_view outer, std::size_t depth);
  void write_edge(const Edge& edge);
  void write_wishes();
  std::string_view id_of(const EdgeEnd& end) const { return end.is_group ? diagram_.groups[end.index].id : diagram_.nodes[end.index].id; }

  const Diagram& diagram_;
  std::string out_;
  std::vector<std::vector<Member>> members_;  // by group; those outside every group last
};

void Writer::sort_members() {
  members_.resize(diagram_.groups.size() + 1);
  const auto list_of = [&](const std::optional<GroupId>& group) -> auto& { return group ? members_[index_of(*group)] : members_.back(); };
  for (std::uint32_t i = 0; i < diagram_.groups.size(); ++i)
    list_of(diagram_.groups[i].parent).push_back({diagram_.groups[i].order, true, i});
  for (std::uint32_t i = 0; i < diagram_.nodes.size(); ++i) list_of(diagram_.nodes[i].group).push_back({diagram_.nodes[i].order, false, i});
  for (auto& list : members_)
    std::stable_sort(list.begin(), list.end(), [](const Member& a, const Member& b) { return a.order < b.order; });
}

void Writer::write_members(std::size_t list, std::string_view outer, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  for (const Member& member : members_[list]) {
    if (!member.is_group) {
      const Node& node = diagram_.nodes[member.index];
      out_ += fmt::format("{}{}: {}\n", indent, quoted(own_part(node.id, outer)), keys_of(node).inline_map());
      continue;
    }
    const Group& group = diagram_.groups[member.index];
    out_ += fmt::format("{}{}:\n", indent, quoted(own_part(group.id, outer)));
    const Keys keys = keys_of(group);
    for (const std::string& line : keys.lines()) out_ += fmt::format("{}  {}\n", indent, line);
    out_ += fmt::format("{}  nodes:\n", indent);
    write_members(member.index, group.id, depth + 2);
  }
}

void Writer::write_edge(const Edge& edge) {
  const Keys keys = keys_of(edge);
  const std::string_view from = id_of(edge.from), to = id_of(edge.to);
  const auto is_plain = [](std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    });
  };
  if (is_plain(from) && is_plain(to)) {
    out_ += fmt::format("  - {} -> {}{}\n", from, to, keys.empty() ? "" : ": " + keys.inline_map());
    return;
  }
  // An edge line's id stands in quotes of its own; the sort that the id does not hold.
  const auto in_line = [](std::string_view id) {
    const char quote = id.find('"') == std::string_view::npos ? '"' : '\'';
    return fmt::format("{}{}{}", quote, id, quote);
  };
  out_ += fmt::format("  - {}{}\n", quoted(in_line(from) + " -> " + in_line(to)), keys.empty() ? "" : ": " + keys.inline_map());
}

void Writer::write_wishes() {
  if (diagram_.wishes.empty()) return;
  out_ += "layout:\n";
  for (std::size_t kind = 0; kind < wish_names.size(); ++kind) {
    std::vector<std::string> lists;
    for (const LayoutWish& wish : diagram_.wishes) {
      if (static_cast<std::size_t>(wish.kind) != kind) continue;
      std::vector<std::string> ids;
      for (const EdgeEnd& end : wish.members) ids.push_back(quoted(fmt::format("\"{}\"", id_of(end))));
      lists.push_back(inline_list(ids));
    }
    if (!lists.empty()) out_ += fmt::format("  {}: {}\n", wish_names[kind], inline_list(lists));
  }
}

}  // namespace

std::string write_yaml(const Diagram& diagram) { return Writer(diagram).write(); }

}  // namespace drawplate
