// Feedback edges of a flow folded into columns: straight across a gutter, around a column's top, beside a column, or under
// everything. First what each needs is reserved, then routes are drawn into it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/diagram/flow/flow.h"

namespace drawplate {

enum class WayBack : std::uint8_t {
  across,  ///< straight through the gutter, to a thing beside the source
  over,    ///< out to the right, up, over the source's column, to the right side of a thing in the column before
  beside,  ///< within one column, on its right
  under    ///< down, below all columns, up on the left of the target's column
};

struct ColumnLane {
  std::uint32_t edge = 0;
  WayBack way = WayBack::under;
  std::size_t from_column = 0, to_column = 0;
  bool from_last = false;  ///< the source ends its column: it is left at the bottom
  std::optional<LaidOutParagraph> label;
  Pt width = 0;
};

/// What the lanes take, beyond margins and plain gutters.
struct LaneRoom {
  Pt left = 0, right = 0, bottom = 0;
  std::vector<Pt> gutters;  ///< after each column but the last: the least width
  std::vector<Pt> tops;     ///< above each column
};

struct ColumnGeometry {
  std::vector<Pt> left, right;  ///< by column
  std::vector<Pt> top, bottom;  ///< of what stands in it
  Pt area_bottom = 0;           ///< of the columns' area
};

std::vector<ColumnLane> assign_column_lanes(const FlowInput& input, const std::vector<FlowColumn>& columns, const LayoutContext& context);
LaneRoom room_for(const std::vector<ColumnLane>& lanes, std::size_t columns, const LayoutContext& context);
/// Routes and labels; nothing where a lane turns out to have no way.
bool route_column_lanes(const FlowInput& input, const std::vector<ColumnLane>& lanes, const ColumnGeometry& geometry,
                        const LayoutContext& context, PlacedDiagram& placed);

std::size_t column_of(const std::vector<FlowColumn>& columns, std::size_t row);

}  // namespace drawplate
