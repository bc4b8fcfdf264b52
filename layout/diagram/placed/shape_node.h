// Nodes that are shapes with text in the middle, rather than cards: how large the shape must be, and where in it text goes.
#pragma once

#include "layout/diagram/placed/card.h"

namespace drawplate {

/// True for nodes drawn by draw_shape_node; all others are cards.
bool is_shape_node(const Node& node);

/// The outline a node shape is drawn with.
ShapeKind outline_of(NodeShape shape);

/// Measures a shape around its text; `most` is the widest that a line of text may be.
CardLayout layout_shape_node(const Node& node, Pt most, const LayoutContext& context);

/// The largest upright rectangle for text in a shape of this box.
Rect text_area(NodeShape shape, Rect box);

Item draw_shape_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context);

}  // namespace drawplate
