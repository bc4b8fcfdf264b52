// What a DOT file says: nodes, edges and subgraphs with their attributes, defaults already applied. No shapes or colours
// are understood here; that is dot_diagram's business.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"

namespace drawplate {

/// The attributes that are used; all others are counted and set aside.
enum class DotKey : std::uint8_t {
  arrowhead,
  arrowtail,
  bgcolor,
  cluster,
  color,
  compound,
  constraint,
  dir,
  distortion,
  fillcolor,
  fontcolor,
  headlabel,
  headport,
  href,
  image,
  label,
  lhead,
  ltail,
  minlen,
  pencolor,
  penwidth,
  peripheries,
  rank,
  rankdir,
  shape,
  sides,
  skew,
  splines,
  style,
  taillabel,
  tailport,
  tooltip,
  url,
  weight,
  xlabel,
  count_
};
inline constexpr std::size_t dot_key_count = static_cast<std::size_t>(DotKey::count_);

/// Nothing for an attribute that is not used. Names are compared with their case, as in Graphviz.
std::optional<DotKey> find_dot_key(std::string_view name);

/// Every attribute that is used.
std::span<const std::string_view> dot_key_names();

struct DotValue {
  std::string text;
  bool html = false;
  Span span;
};

/// Indices into DotGraph::values, one more than the index; 0 where an attribute is not set. Copying is cheap.
using DotAttributes = std::array<std::uint32_t, dot_key_count>;

struct DotNode {
  std::string id;
  DotAttributes attributes{};
  std::uint32_t order = 0;
  Span span;
};

struct DotPort {
  std::string name, compass;
};

struct DotEdge {
  std::uint32_t tail = 0, head = 0;  ///< indices of nodes
  DotPort tail_port, head_port;
  DotAttributes attributes{};
  Span span;
};

struct DotSubgraph {
  std::string name;          ///< empty where it has none
  std::uint32_t parent = 0;  ///< the root is its own
  DotAttributes attributes{};
  DotAttributes own{};               ///< only what is set in it, not what it inherits
  std::vector<std::uint32_t> nodes;  ///< mentioned in it, but not in its children; may hold one twice
  std::vector<std::uint32_t> children;
  std::uint32_t order = 0;
  Span span;
};

struct DotGraph {
  std::string name;
  bool directed = true, strict = false;
  std::vector<DotNode> nodes;
  std::vector<DotEdge> edges;
  std::vector<DotSubgraph> subgraphs;  ///< the first is the root; parents come before children
  std::vector<DotValue> values;
  std::size_t unknown_attributes = 0;

  /// Nothing where the attribute is not set.
  const DotValue* find(const DotAttributes& attributes, DotKey key) const {
    const std::uint32_t index = attributes[static_cast<std::size_t>(key)];
    return index == 0 ? nullptr : &values[index - 1];
  }
  std::string_view text(const DotAttributes& attributes, DotKey key) const {
    const DotValue* value = find(attributes, key);
    return value ? std::string_view(value->text) : std::string_view();
  }
};

}  // namespace drawplate
