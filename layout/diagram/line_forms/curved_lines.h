// Lines at right angles become smooth ones: through the middle of each piece between two corners, as DrawingML's
// curvedConnector2 to 5 run (presetShapeDefinitions of ECMA-376 part 1), or tighter round the corners where that would touch
// something.
#pragma once

#include <vector>

#include "layout/diagram/line_forms/line_field.h"

namespace drawplate {

/// Ensures: what is_clear says of the field holds of every line that has changed; the others are as they were.
void curve_lines(LineField& field, PlacedDiagram& placed);

/// The cubics (1 + 3n control points) that round each corner of `route` by at most `reach`, and leave its first and last `stub`
/// straight. With a reach that no piece is longer than, and no stub, these are the presets' curves.
/// Requires: axis-parallel, three points or more.
std::vector<Point> curve_along(const Polyline& route, Pt reach, Pt stub);

}  // namespace drawplate
