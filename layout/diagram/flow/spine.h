// Recognising a flow: rows of cards or panels that follow one another, and the edges that run back. It looks at the graph alone,
// so a flow written as nodes and edges, in whatever language, is the same flow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "deck/model/diagram.h"

namespace drawplate {

/// A row holds one thing, or several side by side that the flow branches into and merges from.
struct SpineRow {
  std::vector<EdgeEnd> items;
};

struct Spine {
  std::vector<SpineRow> rows;
  std::vector<std::uint32_t> forward;   ///< edges from a row to the next, by index
  std::vector<std::uint32_t> feedback;  ///< edges back to an earlier row
};

/// Nothing where the diagram is no flow: other shapes of graph go to the general engine.
///
/// Ensures: every node stands in exactly one row, alone or as a member of a panel; forward edges join neighbouring rows
/// completely; feedback edges run from a later row to an earlier one.
std::optional<Spine> find_spine(const Diagram& diagram);

/// The row an item stands in.
std::size_t row_of(const Spine& spine, const EdgeEnd& item);
/// Members of a panel, in the source's order.
std::vector<const Node*> members_of(const Diagram& diagram, std::uint32_t group);

}  // namespace drawplate
