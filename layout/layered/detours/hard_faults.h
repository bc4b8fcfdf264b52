// What a drawing must never have: a line through a thing that it does not end at, a label on a thing, a label without a place.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Whether the edge's line is missing, runs through a node that is no end of it, or through more than half of a box at which it ends.
bool runs_through(const LayoutGraph& graph, const Drawing& drawing, int edge);
/// Whether the edge's label is missing, or overlaps a node, a title or the label of another edge.
bool label_is_hidden(const LayoutGraph& graph, const Drawing& drawing, int edge);
/// How many edges have one of these faults, each fault counted.
int hard_faults(const LayoutGraph& graph, const Drawing& drawing);

}  // namespace drawplate::layered
