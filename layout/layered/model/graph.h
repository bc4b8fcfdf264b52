// What the graph layout is given: sizes, links and wishes, in points. It knows nothing of text, themes or the page model;
// whoever calls it has measured everything and dresses the places it gets back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// The outline inside a node's box, for the place where a line meets it.
enum class OutlineKind : std::uint8_t { box, ellipse, diamond };

struct LayoutNode {
  Size size;
  std::optional<std::uint32_t> group;  ///< innermost group around it
  OutlineKind outline = OutlineKind::box;
};

struct LayoutGroup {
  std::optional<std::uint32_t> parent;
  Size title;                          ///< of the title's text box; zero where there is none
  Insets padding{16, 16, 16, 16};      ///< around the members; the title's strip is added at the top
  std::optional<Direction> direction;  ///< of the flow inside, where it differs
  Size min_size;
};

struct LayoutEnd {
  bool is_group = false;
  std::uint32_t index = 0;  ///< into nodes or groups
};

struct LayoutEdge {
  LayoutEnd from, to;
  Size label;                              ///< zero where there is none
  int min_length = 1;                      ///< layers it spans at least
  double weight = 1;                       ///< how much it wants to be short and straight
  std::uint32_t look = 0;                  ///< edges of one source or target share a trunk only if they look alike
  Pt head = 10, tail = 0;                  ///< lengths of the arrow heads at its ends
  std::optional<Vec> from_at, to_at;       ///< from the middle of the node: where along its side the end wants to be
  std::optional<Side> from_side, to_side;  ///< wishes, honoured where the flow allows
  bool is_drawn = true;                    ///< else it only says what stands where; it may stay without points
};

struct LayoutSpacing {
  Pt node_gap = 40;       ///< between neighbours across the flow
  Pt layer_gap = 50;      ///< between layers along the flow
  Pt edge_gap = 12;       ///< between parallel lines
  Pt edge_node_gap = 16;  ///< between a line and a node that it passes
  Pt port_gap = 12;       ///< between line ends on one side of a node
  Pt label_gap = 5;       ///< between a label and its own line
  Pt title_gap = 6;       ///< between a group's title and what is above and below it
  Pt component_gap = 40;  ///< between parts that no edge joins
  friend bool operator==(const LayoutSpacing&, const LayoutSpacing&) = default;
};

/// Nodes that should stand in one layer (`same_row`), in this order across the flow (`order`), or with their middles on one
/// line along the flow (`align`).
struct LayoutRequest {
  LayoutWish::Kind kind = LayoutWish::Kind::same_row;
  std::vector<std::uint32_t> nodes;
};

/// Choices that are right for one graph and wrong for another; the layout tries several and keeps the best.
struct LayoutVariant {
  bool lanes_mirrored = false;  ///< lines against the flow pass on the other side
  bool lanes_straight = false;  ///< lines against the flow leave and arrive like all others, not at the sides
  bool even_parents = false;    ///< a parent stands between its children even where one of them carries the main line
  bool leaning = false;         ///< the first of two ways out of a decision goes straight on
};

struct LayoutGraph {
  std::vector<LayoutNode> nodes;
  std::vector<LayoutGroup> groups;  ///< parents may stand anywhere, but form no cycle
  std::vector<LayoutEdge> edges;
  std::vector<LayoutRequest> requests;
  Direction direction = Direction::down;
  LayoutSpacing spacing;
  LayoutVariant variant;
  std::vector<double> loose_order;  ///< by node, or empty: nodes without lines among them stand in the order of these numbers
  int columns = 1;                  ///< a long chain may be folded into as many, side by side (rows where the flow runs sideways)
  double aspect = 16.0 / 9.0;       ///< width over height that disconnected parts and grids aim at
};

}  // namespace drawplate
