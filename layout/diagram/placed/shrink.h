// A drawing made smaller as a whole after it was placed: boxes, lines and text by one factor, so that it looks the same from
// nearer by. For graphs that no page is large enough for.
#pragma once

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// Multiplies everything that has a size, the page included. Titles and the legend are not placed yet.
void shrink(PlacedDiagram& placed, double by);

}  // namespace drawplate
