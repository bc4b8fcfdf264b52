// An icon's drawing set into a box of the page.
#pragma once

#include "icons/icons.h"
#include "layout/diagram/placed/context.h"

namespace drawplate {

/// Strokes take the theme's icon weight at the box's size.
Freeform draw_icon(const IconDrawing& drawing, Rect box, Color color, const LayoutContext& context);

}  // namespace drawplate
