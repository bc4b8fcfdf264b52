// In which order things that stand loose in a group, one behind the other, are to stand for their lines to cross least.
#pragma once

#include <vector>

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Requires: a finished drawing of the graph.
/// A number for each node: loose nodes of one group are to stand in the order of their numbers. Empty where they do already.
std::vector<double> order_of_loose(const LayoutGraph& graph, const Drawing& drawing);

}  // namespace drawplate::layered
