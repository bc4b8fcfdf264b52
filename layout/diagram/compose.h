// One layout of a graph as its variant says: regions, their parts, the phases for each, and everything moved to its place.
#pragma once

#include "layout/diagram/layout.h"

namespace drawplate::layered {

/// What layout_graph promises, without trying any other variant than the graph's own.
Drawing compose(const LayoutGraph& graph);

}  // namespace drawplate::layered
