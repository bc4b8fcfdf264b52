// The last resort for a line that runs through something: the cheapest way round everything, found on a grid.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Requires: everything has its place.
/// Ensures: nodes and groups stay; a line that ran through a node (`runs_through`) runs through none where there is any way, and a
/// label that was hidden (`label_is_hidden`) stands free where there is room beside its line or near it.
void lead_round(const LayoutGraph& graph, Drawing& drawing);

}  // namespace drawplate::layered
