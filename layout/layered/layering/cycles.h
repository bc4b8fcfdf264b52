// Which edges run against the flow: the fewest that can be found cheaply, so that the main flow reads in the written order.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

enum class Run : std::uint8_t {
  forward,   ///< its source lies before its target
  backward,  ///< feedback: its source lies after its target
  level,     ///< between two nodes of one row: neither lies before the other
  free       ///< a self loop, or between a group and something inside it: no order follows from it
};

/// One entry for each edge. `row_of` as find_rows gives it; empty: every node stands alone.
/// Requires: a compound graph as in Flat.
/// Ensures: turning the backward edges and leaving out the level and free ones, the edges and "a group's top comes before and its
/// bottom after its members" together have no cycle. A graph without cycles has no backward edge.
std::vector<Run> find_feedback(const Flat& flat, const std::vector<int>& row_of = {});

}  // namespace drawplate::layered
