// Nodes that are shapes with text in the middle, rather than cards: how large the shape must be, and where in it text goes.
#pragma once

#include "layout/diagram/placed/card.h"

namespace drawplate {

/// True for nodes drawn by draw_shape_node; all others are cards.
bool is_shape_node(const Node& node);

/// Measures a shape around its text; `most` is the widest that a line of text may be.
CardLayout layout_shape_node(const Node& node, Pt most, const LayoutContext& context);

Item draw_shape_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context);

}  // namespace drawplate
