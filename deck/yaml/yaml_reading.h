// What the parts of the YAML reader share: where they are, the texts' parameters, and one way of reading each type of value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/diagram.h"
#include "deck/model/id_index.h"
#include "deck/syntax/arguments.h"
#include "deck/syntax/yaml_tree.h"

namespace drawplate {

inline constexpr std::size_t longest_text = 20'000;  ///< bytes of one text: more is no text for a diagram

struct Reading {
  const SourceSet& sources;
  Report* report;  ///< never null; another one while a class is applied again
  Diagram& diagram;
  Parameters parameters = {};
  const YamlValue* classes = nullptr;
  IdIndex ids = {};
  std::map<std::string, int, std::less<>> edge_ids = {};  ///< how many edges have the same ends
  std::uint32_t next_order = 0;
  std::size_t class_room = 1'000'000;  ///< keys that classes may still set, so that large bundles cost no more than their use
  bool full = false;                   ///< too many nodes or edges: said once, the rest is left out

  Diagnostic& error(Span span, std::string message) { return report->error(span, std::move(message)); }
};

/// A whole number that may be left out of a diagram, and what it may be.
struct Limits {
  double least, most;
};

/// A text with parameters in their places; an error and "" where the value is no text.
std::string read_string(Reading& reading, std::string_view key, const YamlValue& value);

// Each reads one value of a key into a member, and says what is wrong with it.
void read_value(Reading& reading, const YamlEntry& entry, std::string& to);
void read_value(Reading& reading, const YamlEntry& entry, RichText& to);
void read_value(Reading& reading, const YamlEntry& entry, Icon& to);
void read_value(Reading& reading, const YamlEntry& entry, bool& to);
void read_value(Reading& reading, const YamlEntry& entry, int& to);     ///< 0 to 1000
void read_value(Reading& reading, const YamlEntry& entry, double& to);  ///< 0 to 1000
void read_value(Reading& reading, const YamlEntry& entry, std::optional<bool>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<int>& to);  ///< 0 to 1000
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Pt>& to);   ///< a length: 120, 120pt, 4cm
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Rgb>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Accent>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Direction>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<TextDirection>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<Side>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<HeadKind>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<LineKind>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::optional<RouteKind>& to);
void read_value(Reading& reading, const YamlEntry& entry, NodeShape& to);
void read_value(Reading& reading, const YamlEntry& entry, LineKind& to);
void read_value(Reading& reading, const YamlEntry& entry, EdgeKind& to);
void read_value(Reading& reading, const YamlEntry& entry, std::vector<RichText>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::vector<Pill>& to);
void read_value(Reading& reading, const YamlEntry& entry, std::vector<Cell>& to);
void read_value(Reading& reading, const YamlEntry& entry, Style& to);

/// True for a mapping; else an error that says what the key wants.
bool expect_mapping(Reading& reading, std::string_view key, const YamlValue& value);

}  // namespace drawplate
