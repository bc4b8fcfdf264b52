// Feedback edges of a single-column flow: each runs in a lane beside the column. Which side, how far out, where it leaves and
// enters, and where its label stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/diagram/flow/flow.h"

namespace drawplate {

struct Lane {
  std::uint32_t edge = 0;  ///< into Diagram::edges
  Side side = Side::left;
  bool lands_under = false;  ///< ends at the bottom of a panel, which reaches out further than the column
  std::size_t from_row = 0, to_row = 0, label_row = 0;
  std::optional<LaidOutParagraph> label;
  bool label_outside = false;  ///< on the far side of the line, seen from the column
  Pt width = 0;                ///< of the pen
  Pt x = 0;                    ///< of the line's centre; set when the column's width is known
};

/// Nothing where an edge has no lane to run in: the middle one of three panels is shut in by branch and merge.
/// Ensures: lanes of one side that lie outside come outermost first.
std::optional<std::vector<Lane>> assign_lanes(const FlowInput& input, const LayoutContext& context);

/// What the lanes outside the content take on one side, from the content's edge to the outermost pen's edge.
Pt lanes_width(const std::vector<Lane>& lanes, Side side, const LayoutContext& context);

/// Sets x of all lanes for a content between `left` and `right`.
void set_lane_places(std::vector<Lane>& lanes, Pt left, Pt right, const LayoutContext& context);

/// The least distance between a lane under a panel and the column's cards.
Pt lane_to_card(const std::vector<Lane>& lanes, const LayoutContext& context);

/// Routes and labels of all lanes; boxes of rows are in `placed`.
void route_lanes(const FlowInput& input, const std::vector<Lane>& lanes, const LayoutContext& context, PlacedDiagram& placed);

}  // namespace drawplate
