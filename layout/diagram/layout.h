// The door into the graph layout: a graph of sizes in, places out.
#pragma once

#include <memory>
#include <vector>

#include "layout/diagram/graph.h"

namespace drawplate {

namespace layered {
class Memory;
}

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

/// What a layout found out that others of the same diagram, at other sizes or turned otherwise, may take over.
class LayoutMemory {
 public:
  LayoutMemory();
  ~LayoutMemory();
  layered::Memory& parts() { return *parts_; }

 private:
  std::unique_ptr<layered::Memory> parts_;
};

/// Requires: indices in range, sizes finite and not negative, groups without cycles (asserted).
/// Ensures: no two nodes overlap; a group holds its members and nothing else; every line is axis-parallel, ends on the
/// outlines of its ends and passes through no node; labels touch no node, label or foreign line. Equal input, equal output,
/// whatever the memory holds.
Drawing layout_graph(const LayoutGraph& graph, LayoutMemory& memory);
Drawing layout_graph(const LayoutGraph& graph);

}  // namespace drawplate
