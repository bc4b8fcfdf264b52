// The form of the lines that the author wishes: at right angles as they were laid out, straight, or curved. It decides the
// place of lines and of their labels anew, and of nothing else.
#pragma once

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// Lines that can take the form that Diagram::routes names take it; the others stay as they are.
void shape_lines(PlacedDiagram& placed, const LayoutContext& context);

}  // namespace drawplate
