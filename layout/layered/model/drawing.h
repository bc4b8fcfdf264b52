// What the graph layout makes: places of nodes, groups and titles, and lines with their labels.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "layout/layered/model/graph.h"

namespace drawplate {

struct DrawnEdge {
  std::vector<Point> points;  ///< axis-parallel, from the source's outline to the target's, corners sharp
  Rect label;                 ///< zero size where the edge has none
  Side from_side = Side::bottom, to_side = Side::top;
  friend bool operator==(const DrawnEdge&, const DrawnEdge&) = default;
};

/// Coordinates start at (0, 0) and reach to `bounds`. Everything is indexed as in the graph.
struct Drawing {
  std::vector<Rect> nodes, groups, titles;
  std::vector<DrawnEdge> edges;
  Size bounds;
  bool can_fold = false;  ///< there is a place where a further column could begin
  friend bool operator==(const Drawing&, const Drawing&) = default;
};

}  // namespace drawplate
