// What cards and shapes have in common when drawn: pens, fills, text colours, alternate text.
#pragma once

#include <optional>
#include <string>

#include "layout/diagram/placed/context.h"

namespace drawplate {

/// An item with its node's name, place in the source and build step.
Item node_item(std::string name, Role role, const Node& node, decltype(Item::what) what);
/// The author's own outline where there is one, else the theme's.
Stroke node_outline(const Node& node, Accent accent, Pt width, const LayoutContext& context);
Color fill_color(const Node& node, const LayoutContext& context);
/// The author's text colour, or ink; whichever of ink and white reads on the author's fill where that would be too faint.
Color text_color(const Node& node, const LayoutContext& context);
/// The author's colour of text, or ink, or what reads best of black and white on this ground.
Color readable_ink(const std::optional<Rgb>& wanted, Rgb ground, const LayoutContext& context);
/// The theme's quieter text where it can be read on the node's fill, else the node's text colour.
Color muted_color(const Node& node, const LayoutContext& context);
std::string alternate_text(const Node& node);

}  // namespace drawplate
