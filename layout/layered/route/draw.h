// From decided places to rectangles and polylines.
#pragma once

#include "layout/layered/route/rows.h"

namespace drawplate::layered {

/// Where a line at x (or y) meets a node's outline, measured from the middle of the box: half the box or less.
Pt outline_reach(OutlineKind outline, Pt half_along, Pt half_across, Pt offset);

/// Requires: everything decided.
/// Ensures: lines are axis-parallel and end on the outlines of their ends, drawn from source to target; a group's title
/// stands in its strip, clear of lines where there is room.
FlatDrawing draw(const Flat& flat, const Ranked& ranked, const Ports& ports, const Tracks& tracks, const Rows& rows);

}  // namespace drawplate::layered
