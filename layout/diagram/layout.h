// The door into the graph layout: a graph of sizes in, places out.
#pragma once

#include "layout/diagram/graph.h"

namespace drawplate {

struct DrawnEdge {
  std::vector<Point> points;  ///< axis-parallel, from the source's outline to the target's, corners sharp
  Rect label;                 ///< zero size where the edge has none
  Side from_side = Side::bottom, to_side = Side::top;
};

/// Coordinates start at (0, 0) and reach to `bounds`. Everything is indexed as in the graph.
struct Drawing {
  std::vector<Rect> nodes, groups, titles;
  std::vector<DrawnEdge> edges;
  Size bounds;
  bool can_fold = false;  ///< there is a place where a further column could begin
};

/// Requires: indices in range, sizes finite and not negative, groups without cycles (asserted).
/// Ensures: no two nodes overlap; a group holds its members and nothing else; every line is axis-parallel, ends on the
/// outlines of its ends and passes through no node; labels touch no node, label or foreign line. Equal input, equal output.
Drawing layout_graph(const LayoutGraph& graph);

}  // namespace drawplate
