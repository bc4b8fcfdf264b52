// What an input may hold at most, in every reader: whatever one of them writes, the others read. Past a limit is an error with
// its place. Limits of one format's own parts stand with that format.
#pragma once

#include <cstddef>

namespace drawplate {

/// Larger inputs are refused before they are read.
inline constexpr std::size_t max_input_bytes = 16u << 20;
/// Deeper nesting is an error in every reader.
inline constexpr int max_nesting = 128;
/// What one diagram may hold: nodes, groups as many again, and edges.
inline constexpr std::size_t max_diagram_nodes = 50'000, max_diagram_edges = 100'000;
/// Of one node: cells, pills, bullets.
inline constexpr std::size_t max_node_items = 4096;
/// Longer ids, names and link targets are refused: everything that is copied from place to place stays small.
inline constexpr std::size_t max_name_bytes = 1000, max_link_bytes = 4000;
/// An id with those of the groups around it.
inline constexpr std::size_t max_whole_id_bytes = 4 * max_name_bytes;
/// Values of a YAML file, aliases counted as often as they stand for something. A diagram as large as may be has room for eight a
/// node or edge: its id, its mapping, and three keys with a value each.
inline constexpr std::size_t max_yaml_values = 8 * (max_diagram_nodes + max_diagram_edges);
/// Levels of a YAML file: groups nested as deep as may be take two each, their own mapping and that of their nodes; six hold the
/// rest, from the file's mapping to a pill's.
inline constexpr int max_yaml_nesting = 2 * max_nesting + 6;

}  // namespace drawplate
