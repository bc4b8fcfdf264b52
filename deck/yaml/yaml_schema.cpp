// Walks the key tables; what a kind of value looks like in JSON is said once, in `definitions`.
#include "deck/yaml/yaml_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "deck/model/page_size.h"
#include "deck/model/vocabulary.h"
#include "deck/yaml/yaml_keys.h"

namespace drawplate {
namespace {

struct Definition {
  ValueKind kind;
  std::string_view name, schema;  ///< empty for what is built from a table
};

using enum ValueKind;

/// In the order of $defs. A number or a truth value is a text too: YAML's reader takes it as it is written.
constexpr Definition definitions[] = {
    {text, "text", R"({"type": ["string", "number", "boolean", "null"], "description": "A text with inline Markdown and {parameters}."})"},
    {texts, "texts", R"({"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]})"},
    {word, "word", R"({"type": ["string", "number", "boolean", "null"]})"},
    {boolean, "boolean", R"({"type": "boolean"})"},
    {count, "count", R"({"type": "integer", "minimum": 0, "maximum": 4096})"},
    {number, "number", R"({"type": "number", "minimum": 0, "maximum": 1000})"},
    {length, "length", R"({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^[0-9.]+ ?(mm|cm|in|pt|px)?$"}]})"},
    {color, "color", R"({"type": "string", "pattern": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"})"},
    {page, "page", ""},
    {accent, "accent", ""},
    {shape, "shape", ""},
    {direction, "direction", ""},
    {text_direction, "text_direction", ""},
    {line, "line", ""},
    {head, "head", ""},
    {edge_kind, "edge_kind", ""},
    {side, "side", ""},
    {routes, "routes", ""},
    {legend, "legend", R"({"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"$ref": "#/$defs/legend_entry"}}]})"},
    {class_names, "class_names", R"({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})"},
    {pills, "pills", R"({"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/pill"}]}})"},
    {cells, "cells", R"({"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/cell"}]}})"},
    {style, "style", ""},
    {nodes, "nodes",
     R"({"anyOf": [{"$ref": "#/$defs/node_map"}, {"type": "array", "items": {"$ref": "#/$defs/item"}}, {"type": "null"}]})"},
    {flow, "flow", R"({"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/item"}, {"$ref": "#/$defs/parallel"}]}})"},
    {edges, "edges",
     R"({"anyOf": [{"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/edge_line"}, {"$ref": "#/$defs/long_edge"}]}}, {"$ref": "#/$defs/edge_line"}, {"type": "null"}]})"},
    {classes, "classes", R"({"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/class"}})"},
    {params, "params", R"({"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/word"}})"},
    {layout, "layout", ""},
};

/// Parts that no key holds by itself.
constexpr std::pair<std::string_view, std::string_view> parts[] = {
    {"node_value", R"({"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/node"}]})"},
    {"node_map", R"({"type": "object", "additionalProperties": {"$ref": "#/$defs/node_value"}})"},
    {"item",
     R"({"anyOf": [{"$ref": "#/$defs/text"}, {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"$ref": "#/$defs/node_value"}}]})"},
    {"parallel",
     R"({"type": "object", "properties": {"parallel": {"$ref": "#/$defs/nodes"}}, "required": ["parallel"], "additionalProperties": false})"},
    {"edge_line", R"({"type": "object", "additionalProperties": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/edge"}]}})"},
    {"ends", R"({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})"},
    {"ids", R"({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}})"},
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string enumeration(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + quoted(name);
  return fmt::format(R"({{"enum": [{}]}})", out);
}

std::string_view name_of(ValueKind kind) {
  for (const Definition& definition : definitions) {
    if (definition.kind == kind) return definition.name;
  }
  return "text";
}

std::string property(std::string_view name, std::string_view ref, std::string_view doc) {
  const std::string description = doc.empty() ? std::string() : fmt::format(R"(, "description": {})", quoted(doc));
  return fmt::format("        {}: {{\"$ref\": \"#/$defs/{}\"{}}}", quoted(name), ref, description);
}

template <class Target>
void add_properties(std::vector<std::string>& properties, std::span<const KeyRule<Target>> rules) {
  for (const auto& rule : rules) {
    std::string line = property(rule.name, name_of(rule.kind), rule.doc);
    if (std::find(properties.begin(), properties.end(), line) == properties.end()) properties.push_back(std::move(line));
  }
}

std::string object(const std::vector<std::string>& properties, std::string_view more = "") {
  std::string out;
  for (const std::string& line : properties) out += (out.empty() ? "" : ",\n") + line;
  return fmt::format(
      "{{\n      \"type\": \"object\",\n      \"properties\": {{\n{}\n      }},\n{}      \"additionalProperties\": false\n    }}", out,
      more);
}

template <class Target>
std::string object_of(std::span<const KeyRule<Target>> rules) {
  std::vector<std::string> properties;
  add_properties(properties, rules);
  return object(properties);
}

std::string long_edge() {
  std::vector<std::string> properties = {property("from", "ends", "Where it begins."), property("to", "ends", "Where it ends.")};
  add_properties(properties, edge_keys());
  return object(properties, "      \"required\": [\"from\", \"to\"],\n");
}

/// Node keys, and the edge keys that no node has under the same name.
std::string class_object() {
  std::vector<std::string> properties;
  for (const auto& rule : node_keys()) {
    if (rule.kind != class_names && rule.kind != nodes) properties.push_back(property(rule.name, name_of(rule.kind), rule.doc));
  }
  for (const auto& rule : edge_keys()) {
    if (rule.kind != class_names && !find_rule(node_keys(), rule.name))
      properties.push_back(property(rule.name, name_of(rule.kind), rule.doc));
  }
  return object(properties);
}

std::string layout_object() {
  std::vector<std::string> properties;
  for (const std::string_view name : wish_names) properties.push_back(property(name, "ids", ""));
  return object(properties);
}

std::string built(ValueKind kind) {
  switch (kind) {
    case accent:
      return enumeration(accent_names);
    case shape:
      return enumeration(shape_names);
    case direction:
      return enumeration(direction_names);
    case text_direction:
      return enumeration(text_direction_names);
    case line:
      return enumeration(line_names);
    case head:
      return enumeration(head_names);
    case edge_kind:
      return enumeration(edge_kind_names);
    case side:
      return enumeration(side_names);
    case routes:
      return enumeration(route_names);
    case page:
      return fmt::format(R"({{"anyOf": [{}, {{"type": "string"}}]}})", enumeration(page_size_names()));
    case style:
      return object_of(style_keys());
    default:
      return layout_object();
  }
}

}  // namespace

std::string yaml_schema() {
  std::string out =
      "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"A drawplate diagram\",\n  \"$defs\": {\n";
  const auto define = [&](std::string_view name, const std::string& schema) { out += fmt::format("    {}: {},\n", quoted(name), schema); };
  for (const Definition& definition : definitions) {
    define(definition.name, definition.schema.empty() ? built(definition.kind) : std::string(definition.schema));
  }
  for (const auto& [name, schema] : parts) define(name, std::string(schema));
  define("pill", object_of(pill_keys()));
  define("cell", object_of(cell_keys()));
  define("legend_entry", object_of(legend_keys()));
  define("node", object_of(node_keys()));
  define("edge", object_of(edge_keys()));
  define("long_edge", long_edge());
  define("class", class_object());
  out += "    \"diagram\": " + object_of(diagram_keys()) + "\n  },\n  \"$ref\": \"#/$defs/diagram\"\n}\n";
  return out;
}

}  // namespace drawplate
