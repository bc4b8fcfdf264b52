// Lines take a straighter or shorter way where one is free, once everything has its place.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Requires: a finished drawing.
/// Ensures: nodes, groups and titles stay; no line gets longer, with more corners or more crossings, all told; every changed
/// line keeps the clearances, and its label stands beside it and touches nothing.
void take_shortcuts(const LayoutGraph& graph, Drawing& drawing);

}  // namespace drawplate::layered
