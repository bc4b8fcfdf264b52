// The connected parts of a region. What comes of them, and where they stand, is not known here.
#pragma once

#include <vector>

#include "layout/layered/model/graph.h"
#include "layout/layered/regions/regions.h"

namespace drawplate::layered {

/// What stands in a region: nodes, boxes (inner regions) and, to join parts, its groups.
struct Part {
  std::vector<int> nodes, boxes, groups, edges;
};

/// Connected parts of region `r`, whose edges are `edges`, in the order of their first thing; groups join what they hold, and
/// wishes the nodes they name.
std::vector<Part> connected_parts(const LayoutGraph& graph, const Regions& regions, int r, const std::vector<int>& edges);

}  // namespace drawplate::layered
