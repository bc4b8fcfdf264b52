// Lines that end at something inside a box that was laid out on its own: from the box's border on to their end.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"
#include "layout/layered/regions/regions.h"

namespace drawplate::layered {

/// Requires: everything has its final place; lines with an end inside a box end at that box's border.
/// Ensures: those lines end at their ends' outlines, round nodes where there is a way; titles of such boxes stand clear of
/// lines where there is room along their strip.
void lead_lines_inside(const LayoutGraph& graph, const Regions& regions, Drawing& drawing);

}  // namespace drawplate::layered
