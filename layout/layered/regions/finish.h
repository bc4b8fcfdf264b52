// The last step of a layout: the drawing begins at (0, 0), and every line knows the sides it stands at.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Ensures: `bounds` is the size of what is drawn; the sides of each line are those its first and last pieces point to.
void finish(Drawing& drawing);

}  // namespace drawplate::layered
