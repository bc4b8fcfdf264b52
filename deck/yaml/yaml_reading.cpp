// Reading one value: its type, its range, its word. Every message says what the key wants.
#include "deck/yaml/yaml_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/limits.h"
#include "base/suggest.h"
#include "deck/model/page_size.h"
#include "deck/model/vocabulary.h"
#include "deck/syntax/inline_markdown.h"
#include "deck/yaml/yaml_keys.h"

namespace drawplate {
namespace {

Diagnostic& wrong(Reading& reading, const YamlEntry& entry, std::string_view wanted) {
  return reading.error(entry.value->span, fmt::format("'{}' must be {}, not {}", entry.key, wanted, describe(*entry.value)));
}

/// A word of a closed set; `what` names the set: "accent".
template <class Enum, class To>
void read_choice(Reading& reading, const YamlEntry& entry, std::string_view what, std::span<const std::string_view> names, To& to) {
  if (entry.value->kind != YamlKind::scalar && entry.value->text.empty()) {
    wrong(reading, entry, fmt::format("{}", one_of(names.first(std::min<std::size_t>(names.size(), 8)))));
    return;
  }
  // "none" and "null" are words here: a plain `null` is one in no set, and is said to be unknown.
  const std::string word = entry.value->kind == YamlKind::scalar ? read_string(reading, entry.key, *entry.value) : entry.value->text;
  if (const std::optional<Enum> found = find_word<Enum>(word, names)) {
    to = *found;
    return;
  }
  const std::string hint = did_you_mean(word, names);
  reading.error(entry.value->span, fmt::format("unknown {} '{}'", what, word))
      .help(hint.empty() && names.size() <= 8 ? fmt::format("known are {}", one_of(names)) : hint);
}

/// True, with the number in `to`, where the value is one within the limits.
bool read_number(Reading& reading, const YamlEntry& entry, Limits limits, double& to) {
  double number = 0;
  if (!to_number(*entry.value, number)) {
    wrong(reading, entry, fmt::format("a number from {} to {}", limits.least, limits.most));
    return false;
  }
  if (number < limits.least || number > limits.most) {
    reading.error(entry.value->span, fmt::format("'{}' must be from {} to {}", entry.key, limits.least, limits.most));
    return false;
  }
  to = number;
  return true;
}

bool read_count(Reading& reading, const YamlEntry& entry, int& to) {
  double number = 0;
  if (!read_number(reading, entry, {0, static_cast<double>(max_node_items)}, number)) return false;
  if (number != static_cast<int>(number)) {
    reading.error(entry.value->span, fmt::format("'{}' must be a whole number", entry.key));
    return false;
  }
  to = static_cast<int>(number);
  return true;
}

/// The values of a list, or the one value that stands for a list of one.
std::vector<const YamlValue*> items_of(Reading& reading, const YamlEntry& entry) {
  if (entry.value->kind == YamlKind::null) return {};
  if (entry.value->kind != YamlKind::sequence) return {entry.value};
  if (entry.value->items.size() <= max_node_items) return entry.value->items;
  reading.error(entry.value->span, fmt::format("'{}' has more than {} items", entry.key, max_node_items));
  return {};
}

RichText read_rich(Reading& reading, std::string_view key, const YamlValue& value) {
  return {parse_inline_markdown(read_string(reading, key, value)), value.span};
}

}  // namespace

bool expect_mapping(Reading& reading, std::string_view key, const YamlValue& value) {
  if (value.kind == YamlKind::mapping) return true;
  reading.error(value.span, fmt::format("'{}' must be a mapping, not {}", key, describe(value)));
  return false;
}

std::string read_string(Reading& reading, std::string_view key, const YamlValue& value) {
  if (value.kind == YamlKind::null) return {};
  if (value.kind == YamlKind::scalar && value.text.size() > longest_text) {
    reading.error(value.span, fmt::format("'{}' has more than {} bytes", key, longest_text));
    return {};
  }
  if (value.kind == YamlKind::scalar) {
    const auto place_of = [&](std::size_t begin, std::size_t end) { return span_within(value, begin, end); };
    std::string text = substitute(value.text, reading.parameters, place_of, *reading.report);
    if (text.size() <= longest_text) return text;
    reading.error(value.span, fmt::format("'{}' has more than {} bytes with its parameters", key, longest_text));
    return {};
  }
  // Unquoted, `{name}` is a mapping to YAML.
  const bool looks_like_name =
      value.kind == YamlKind::mapping && value.entries.size() == 1 && value.entries[0].value->kind == YamlKind::null;
  reading.error(value.span, fmt::format("'{}' must be a text, not {}", key, describe(value)))
      .help(looks_like_name ? "put quotes around a text that begins with '{'" : "");
  return {};
}

void read_value(Reading& reading, const YamlEntry& entry, std::string& to) { to = read_string(reading, entry.key, *entry.value); }

void read_value(Reading& reading, const YamlEntry& entry, RichText& to) { to = read_rich(reading, entry.key, *entry.value); }

void read_value(Reading& reading, const YamlEntry& entry, Icon& to) {
  to = {read_string(reading, entry.key, *entry.value), entry.value->span};
}

void read_value(Reading& reading, const YamlEntry& entry, bool& to) {
  if (!to_bool(*entry.value, to)) wrong(reading, entry, "true or false");
}

void read_value(Reading& reading, const YamlEntry& entry, std::optional<bool>& to) {
  bool flag = false;
  if (to_bool(*entry.value, flag)) {
    to = flag;
  } else {
    wrong(reading, entry, "true or false");
  }
}

void read_value(Reading& reading, const YamlEntry& entry, int& to) { read_count(reading, entry, to); }

void read_value(Reading& reading, const YamlEntry& entry, double& to) { read_number(reading, entry, {0, 1000}, to); }

void read_value(Reading& reading, const YamlEntry& entry, std::optional<int>& to) {
  int number = 0;
  if (read_count(reading, entry, number)) to = number;
}

void read_value(Reading& reading, const YamlEntry& entry, std::optional<Pt>& to) {
  const std::optional<Pt> length = entry.value->kind == YamlKind::scalar ? parse_length(entry.value->text) : std::nullopt;
  constexpr Limits limits{0, 14'400};
  if (!length) {
    wrong(reading, entry, "a length").help("a number of points, or one with its unit: 120, 40mm, 1.5in");
  } else if (*length < limits.least || *length > limits.most) {
    reading.error(entry.value->span, fmt::format("'{}' must be from {} to {} points", entry.key, limits.least, limits.most));
  } else {
    to = *length;
  }
}

void read_value(Reading& reading, const YamlEntry& entry, std::optional<Rgb>& to) {
  const std::optional<Rgb> color = entry.value->kind == YamlKind::scalar ? parse_hex_color(entry.value->text) : std::nullopt;
  if (color) {
    to = color;
  } else {
    reading.error(entry.value->span, fmt::format("'{}' must be a colour", entry.key)).help("write it in quotes, as \"#1F3157\"");
  }
}

void read_value(Reading& reading, const YamlEntry& entry, std::optional<Accent>& to) {
  read_choice<Accent>(reading, entry, "accent", accent_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Direction>& to) {
  read_choice<Direction>(reading, entry, "direction", direction_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<TextDirection>& to) {
  read_choice<TextDirection>(reading, entry, "way for text to run", text_direction_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Side>& to) {
  read_choice<Side>(reading, entry, "side", side_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<HeadKind>& to) {
  read_choice<HeadKind>(reading, entry, "arrowhead", head_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<LineKind>& to) {
  read_choice<LineKind>(reading, entry, "kind of line", line_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, std::optional<RouteKind>& to) {
  read_choice<RouteKind>(reading, entry, "way of lines", route_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, NodeShape& to) {
  read_choice<NodeShape>(reading, entry, "shape", shape_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, LineKind& to) {
  read_choice<LineKind>(reading, entry, "kind of line", line_names, to);
}
void read_value(Reading& reading, const YamlEntry& entry, EdgeKind& to) {
  read_choice<EdgeKind>(reading, entry, "kind of edge", edge_kind_names, to);
}

void read_value(Reading& reading, const YamlEntry& entry, std::vector<RichText>& to) {
  to.clear();
  for (const YamlValue* const item : items_of(reading, entry)) to.push_back(read_rich(reading, entry.key, *item));
}

void read_value(Reading& reading, const YamlEntry& entry, std::vector<Pill>& to) {
  to.clear();
  for (const YamlValue* const item : items_of(reading, entry)) {
    Pill& pill = to.emplace_back();
    if (item->kind == YamlKind::mapping) {
      apply_keys(reading, *item, pill_keys(), pill, "a pill");
      if (!item->find("text")) reading.error(item->span, "a pill needs a 'text'");
    } else {
      pill.text = read_rich(reading, entry.key, *item);
    }
  }
}

void read_value(Reading& reading, const YamlEntry& entry, std::vector<Cell>& to) {
  to.clear();
  for (const YamlValue* const item : items_of(reading, entry)) {
    Cell& cell = to.emplace_back();
    cell.column = static_cast<int>(to.size()) - 1;
    if (item->kind == YamlKind::mapping) {
      apply_keys(reading, *item, cell_keys(), cell, "a cell");
      cell.row_span = std::max(1, cell.row_span);
      cell.column_span = std::max(1, cell.column_span);
    } else {
      cell.text = read_rich(reading, entry.key, *item);
    }
  }
}

void read_value(Reading& reading, const YamlEntry& entry, Style& to) {
  if (expect_mapping(reading, entry.key, *entry.value)) apply_keys(reading, *entry.value, style_keys(), to, "a style");
}

}  // namespace drawplate
