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
/// Longer ids, names and link targets are refused: everything that is copied from place to place stays small.
inline constexpr std::size_t max_name_bytes = 1000, max_link_bytes = 4000;

}  // namespace drawplate
