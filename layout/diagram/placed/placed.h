// A diagram whose every box and route is decided, and not yet drawn: what each layout engine hands to draw_page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/diagram/placed/card.h"
#include "layout/diagram/placed/panel.h"

namespace drawplate {

struct PlacedNode {
  CardLayout card;
  Rect box;
  Accent accent = Accent::blue;
};

struct PlacedGroup {
  PanelLayout panel;
  PanelPlace place;
  Accent accent = Accent::green;
};

struct PlacedLabel {
  LaidOutParagraph text;
  Rect box;               ///< of the text; its width is the longest line's
  bool at_start = false;  ///< of a label at one end of its edge
};

struct PlacedEdge {
  std::uint32_t edge = 0;    ///< into Diagram::edges
  std::vector<Point> route;  ///< from outline to outline; of a curve 1 + 3n control points
  Side from_side = Side::bottom, to_side = Side::top;
  RouteKind kind = RouteKind::orthogonal;
  std::optional<PlacedLabel> label;
  std::vector<PlacedLabel> end_labels;  ///< beside its ends
};

struct PlacedTitle {
  LaidOutParagraph text;
  Rect box;
};

/// One entry of the legend: its sample and its text.
struct PlacedLegendEntry {
  Rect sample;
  PlacedLabel label;
};

struct PlacedDiagram {
  const Diagram* diagram = nullptr;
  Size page;
  Direction direction = Direction::down;
  std::vector<PlacedNode> nodes;    ///< by index of Diagram::nodes
  std::vector<PlacedGroup> groups;  ///< by index of Diagram::groups
  std::vector<PlacedEdge> edges;    ///< drawn edges in the source's order
  std::optional<PlacedTitle> title, subtitle;
  std::vector<PlacedLegendEntry> legend;  ///< by index of Diagram::legend
};

/// The accent of every node and group: its own, else its group's, else the default of its place.
struct Accents {
  std::vector<Accent> nodes, groups;
};
Accents resolve_accents(const Diagram& diagram);

/// How a label is set on this edge.
ParagraphStyle label_style(const Edge& edge, Align align, const LayoutContext& context);
/// A label beside a lane: lines of at most `most` font sizes, or as wide as its longest word.
LaidOutParagraph layout_lane_label(const Edge& edge, Align align, Em most, const LayoutContext& context);
/// The pen an edge is drawn with; `dashed_before` counts the dashed edges before it.
Stroke edge_stroke(const Edge& edge, int dashed_before, const LayoutContext& context);

}  // namespace drawplate
