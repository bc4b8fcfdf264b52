// A diagram laid out from left to right, turned for readers of scripts that run from right to left. It moves what is placed,
// and draws nothing; cards turn their own insides when they are drawn.
#pragma once

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// The diagram with the author's "left" and "right" exchanged, so that mirroring gives back what was asked for.
Diagram with_sides_mirrored(Diagram diagram);

/// Mirrors every place about the page's vertical middle.
void mirror(PlacedDiagram& placed);

}  // namespace drawplate
