// The vocabulary of the YAML form as tables: each key once, with what it holds, what it is for and how it is read. The
// reader, its hints and the JSON Schema all walk these tables.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/suggest.h"
#include "deck/yaml/yaml_reading.h"

namespace drawplate {

/// What a key holds, as the schema says it.
enum class ValueKind : std::uint8_t {
  text,
  texts,
  word,
  boolean,
  count,
  number,
  length,
  color,
  accent,
  shape,
  direction,
  text_direction,
  line,
  head,
  edge_kind,
  side,
  routes,
  legend,
  page,
  pills,
  cells,
  style,
  class_names,
  nodes,
  flow,
  edges,
  classes,
  params,
  layout
};

/// What a node key may stand on: a node with `nodes` is a group.
enum class Applies : std::uint8_t { everywhere, node, group };

template <class Target>
struct KeyRule {
  std::string_view name;
  ValueKind kind;
  std::string_view doc;
  void (*set)(Reading&, const YamlEntry&, Target&);
  Applies applies = Applies::everywhere;
};

/// Reads the value into one member.
template <auto Member, class Target>
void set(Reading& reading, const YamlEntry& entry, Target& target) {
  read_value(reading, entry, target.*Member);
}

/// A node as its keys say it, before it is known to be a node or a group.
struct NodeDraft : Node {
  std::optional<Direction> direction;
  const YamlValue* nodes = nullptr;
  std::vector<std::pair<std::string_view, Span>> only_node, only_group;  ///< keys given that a group, or a node, has not
};

/// A line of the legend; `line` is given where it explains lines.
struct LegendDraft : LegendEntry {
  std::optional<LineKind> line_given;
};

struct EdgeDraft : Edge {
  std::optional<HeadKind> head_given, tail_given;
  std::string from_port, to_port;
};

/// The diagram's keys: what they hold is read once all are known, in the order that the meaning needs.
struct DiagramDraft {
  const YamlValue *params = nullptr, *classes = nullptr, *flow = nullptr, *nodes = nullptr, *edges = nullptr, *layout = nullptr,
                  *legend = nullptr;
  bool numbers = true;
  Span numbers_origin;
};

std::span<const KeyRule<DiagramDraft>> diagram_keys();
std::span<const KeyRule<NodeDraft>> node_keys();
std::span<const KeyRule<EdgeDraft>> edge_keys();
std::span<const KeyRule<Pill>> pill_keys();
std::span<const KeyRule<Cell>> cell_keys();
std::span<const KeyRule<Style>> style_keys();
std::span<const KeyRule<LegendDraft>> legend_keys();

template <class Target>
const KeyRule<Target>* find_rule(std::span<const KeyRule<Target>> rules, std::string_view name) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

template <class Target>
std::vector<std::string_view> names_of(std::span<const KeyRule<Target>> rules) {
  std::vector<std::string_view> names;
  for (const auto& rule : rules) names.push_back(rule.name);
  return names;
}

/// "unknown key 'x' in a node", with the nearest key, or the one other tools have under this name.
void report_unknown_key(Reading& reading, const YamlEntry& entry, std::string_view where, std::span<const std::string_view> known);

/// Applies one mapping's keys, its classes first, so that its own keys win.
template <class Target>
void apply_keys(Reading& reading, const YamlValue& mapping, std::span<const KeyRule<Target>> rules, Target& target, std::string_view where);

/// Applies the classes that `value` names; keys of a class that the target has not are meant for others.
template <class Target>
void apply_classes(Reading& reading, const YamlValue& value, std::span<const KeyRule<Target>> rules, Target& target);

/// The class called so; an error with the nearest where there is none.
const YamlValue* find_class(Reading& reading, const YamlValue& name);

template <class Target>
void apply_keys(Reading& reading, const YamlValue& mapping, std::span<const KeyRule<Target>> rules, Target& target,
                std::string_view where) {
  if (const YamlValue* const classes = mapping.find("class"); classes && find_rule(rules, "class"))
    apply_classes(reading, *classes, rules, target);
  for (const YamlEntry& entry : mapping.entries) {
    if (const KeyRule<Target>* const rule = find_rule(rules, entry.key)) {
      rule->set(reading, entry, target);
    } else {
      report_unknown_key(reading, entry, where, names_of(rules));
    }
  }
}

template <class Target>
void apply_classes(Reading& reading, const YamlValue& value, std::span<const KeyRule<Target>> rules, Target& target) {
  const std::vector<const YamlValue*> names = value.kind == YamlKind::sequence ? value.items : std::vector{&value};
  for (const YamlValue* const name : names) {
    const YamlValue* const bundle = find_class(reading, *name);
    if (!bundle) continue;
    if (bundle->entries.size() > reading.class_room) {
      if (std::exchange(reading.class_room, 0) > 0) reading.error(name->span, "the classes are used too often");
      return;
    }
    reading.class_room -= bundle->entries.size();
    Report already_said;  // where the class is defined
    Report* const report = std::exchange(reading.report, &already_said);
    for (const YamlEntry& entry : bundle->entries) {
      const KeyRule<Target>* const rule = find_rule(rules, entry.key);
      if (rule && rule->kind != ValueKind::class_names && rule->kind != ValueKind::nodes) rule->set(reading, entry, target);
    }
    reading.report = report;
  }
}

}  // namespace drawplate
