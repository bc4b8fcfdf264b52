// The last piece of a line into a group that has a flow of its own: from the group's border round what stands in it.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/model/graph.h"

namespace drawplate::layered {

struct LegProblem {
  Rect box;                                    ///< the group
  Point start;                                 ///< on the box's border
  Rect target;                                 ///< what the line ends at, inside the box
  OutlineKind outline = OutlineKind::box;      ///< of the target
  std::vector<Rect> blocks;                    ///< never entered
  std::vector<Rect> shy;                       ///< entered at a price: titles, labels, foreign groups
  std::vector<std::pair<Point, Point>> lines;  ///< crossed at a price, never run along if avoidable
};

/// Requires: the start on the box's border, the target inside the box, no more than `leg_limit` blocks.
/// Ensures: an axis-parallel way from the start to the target's outline, ending squarely, that enters no block if there is
/// such a way; else a way with one or two corners.
std::vector<Point> route_leg(const LegProblem& problem);

inline constexpr std::size_t leg_limit = 60;

}  // namespace drawplate::layered
