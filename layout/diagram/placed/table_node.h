// A record or a table as a node: a grid of cells, each a shape with its text. It knows nothing of edges.
#pragma once

#include <optional>
#include <string_view>

#include "layout/diagram/placed/card.h"

namespace drawplate {

/// True for nodes that layout_table_node measures.
bool is_table_node(const Node& node);

/// Measures the grid: columns as wide as their widest text, rows as high as their highest; `most` is the widest that a line of
/// text in one cell may be.
CardLayout layout_table_node(const Node& node, Pt most, const LayoutContext& context);

Item draw_table_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context);

/// The box of the cell that has this port, from the middle of the node; nothing where none has.
std::optional<Rect> find_port(const CardLayout& card, std::string_view port);

}  // namespace drawplate
