// A flow folded into columns: see flow.h. The columns share one width and, where there is enough to fill them, one top and bottom.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "layout/diagram/flow/column_lanes.h"
#include "layout/diagram/flow/flow.h"

namespace drawplate {
namespace {

constexpr double gutter_share = 0.9;                  // of the branch gap
constexpr double lane_margin = 0.7;                   // of the margin, outside a lane
constexpr double tight_gap = 0.85, widest_gap = 2.8;  // of the card gap, within a column
constexpr double panel_stretch = 1.35, widest_panel_gap = 2.2;
constexpr Pt widest_column = 480;   // at scale 1
constexpr double bus_place = 0.44;  // of the gutter, from its left

struct Folded {
  const FlowInput& input;
  const std::vector<FlowColumn>& columns;
  const LayoutContext& context;
  std::vector<ColumnLane> lanes{};
  LaneRoom room{};
  Pt width = 0, card_height = 0;
  std::vector<RowLayout> rows{};
  ColumnGeometry geometry{};
};

bool has_transition_label(const Folded& f) {
  return std::any_of(f.input.spine.forward.begin(), f.input.spine.forward.end(),
                     [&](std::uint32_t e) { return !f.input.diagram.edges[e].label.empty(); });
}

/// Columns of one width between the lanes, in the middle where they are at their widest.
bool set_columns(Folded& f) {
  const Metrics& m = f.context.theme.metrics;
  const Pt page = f.input.page.width, count = static_cast<Pt>(f.columns.size());
  const Pt left = f.room.left > 0 ? m.margin_x * lane_margin + f.room.left : m.margin_x;
  const Pt right = f.room.right > 0 ? m.margin_x * lane_margin + f.room.right : m.margin_x;
  Pt gutters = 0;
  std::vector<Pt> gutter(f.columns.size(), 0);
  for (std::size_t c = 0; c + 1 < f.columns.size(); ++c) gutters += gutter[c] = std::max(m.branch_gap * gutter_share, f.room.gutters[c]);
  const Pt room = page - left - right - gutters;
  f.width = std::min(room / count, widest_column * f.context.scale.text);
  Pt x = left + std::max(0.0, room - f.width * count) / 2;
  for (std::size_t c = 0; c < f.columns.size(); ++c) {
    f.geometry.left.push_back(x);
    f.geometry.right.push_back(x + f.width);
    x += f.width + gutter[c];
  }
  return f.width > 100 * f.context.scale.text;
}

bool measure_rows(Folded& f) {
  for (const SpineRow& row : f.input.spine.rows) {
    f.rows.push_back(layout_row(f.input, row, f.width, f.context));
    if (too_many_lines(f.rows.back())) return false;
    if (!f.rows.back().cards.empty() && f.rows.back().cards.front().pills.boxes.empty())
      f.card_height = std::max(f.card_height, f.rows.back().height);
  }
  for (RowLayout& row : f.rows)
    if (!row.cards.empty()) row.height = std::max(row.height, f.card_height);
  return true;
}

/// Heights of what stands in a column, from top to bottom.
std::vector<Pt> heights_of(const Folded& f, const FlowColumn& column) {
  std::vector<Pt> heights;
  for (std::size_t r = column.first; r <= column.last; ++r)
    for (std::size_t i = 0; i < f.input.spine.rows[r].items.size(); ++i) heights.push_back(f.rows[r].height);
  return heights;
}

struct Stack {
  Pt top = 0, gap = 0;
  std::vector<Pt> heights;
};

Pt total(const std::vector<Pt>& heights) {
  Pt sum = 0;
  for (const Pt height : heights) sum += height;
  return sum;
}

Pt usual_gap(const Folded& f, const FlowColumn& column) {
  return column.stacked ? f.context.theme.metrics.panel_gap : f.context.theme.metrics.card_gap;
}

/// The least and the most height that a column fills well.
struct Extent {
  Pt least = 0, most = 0;
};
Extent extent_of(const Folded& f, std::size_t c) {
  const FlowColumn& column = f.columns[c];
  const std::vector<Pt> heights = heights_of(f, column);
  const Pt spaces = (static_cast<Pt>(heights.size()) - 1) * usual_gap(f, column);
  const Pt sum = total(heights) + f.room.tops[c];
  // After stacked panels the column begins lower, level with the first panel.
  const bool level = c > 0 && f.columns[c - 1].stacked && !column.stacked;
  const Pt lower =
      level ? std::max(0.0, f.rows[f.columns[c - 1].first].height * panel_stretch / 2 - heights.front() / 2 - f.room.tops[c]) : 0;
  return {sum + spaces * tight_gap, sum + lower + total(heights) * (column.stacked ? panel_stretch - 1 : 0) +
                                        spaces * (column.stacked ? widest_panel_gap : widest_gap)};
}

/// Columns share one height: as much of the page as all of them can fill, but no less than the fullest one needs.
Pt common_height(const Folded& f, Pt room) {
  Pt least = 0, most = room;
  for (std::size_t c = 0; c < f.columns.size(); ++c) {
    const Extent extent = extent_of(f, c);
    least = std::max(least, extent.least);
    if (f.columns[c].first != f.columns[c].last || f.columns[c].stacked) most = std::min(most, extent.most);
  }
  return std::clamp(most, std::min(least, room), room);
}

/// Fills [top, bottom] to both ends: panels grow a little, then gaps.
std::optional<Stack> fill_column(const Folded& f, const FlowColumn& column, Pt top, Pt bottom) {
  Stack stack{top, 0, heights_of(f, column)};
  const Pt spaces = static_cast<Pt>(stack.heights.size()) - 1;
  Pt spare = bottom - top - total(stack.heights) - spaces * usual_gap(f, column) * tight_gap;
  if (spare < -0.01) return std::nullopt;
  stack.gap = usual_gap(f, column) * tight_gap;
  if (column.stacked) {
    const Pt growth = std::min(spare, total(stack.heights) * (panel_stretch - 1));
    for (Pt& height : stack.heights) height += growth / static_cast<Pt>(stack.heights.size());
    spare -= growth;
  }
  if (spaces > 0)
    stack.gap += spare / spaces;
  else
    stack.top += spare / 2;
  return stack;
}

/// After stacked panels the first card stands level with the first panel's middle, so that the way into it is straight.
Pt level_top(const Folded& f, std::size_t c, Pt top, Pt bottom, const PlacedDiagram& placed) {
  if (c == 0 || !f.columns[c - 1].stacked || f.columns[c].stacked) return top;
  const EdgeEnd& panel = f.input.spine.rows[f.columns[c - 1].first].items.front();
  const std::vector<Pt> heights = heights_of(f, f.columns[c]);
  const Pt level = placed_box(placed, panel).mid_y() - heights.front() / 2;
  const Pt least = total(heights) + (static_cast<Pt>(heights.size()) - 1) * f.context.theme.metrics.card_gap * tight_gap;
  return level > top && level + least <= bottom + 0.01 ? level : top;
}

bool place_columns(Folded& f, PlacedDiagram& placed) {
  const Pt margin = f.context.theme.metrics.margin_y * 1.1;
  const Pt room = f.input.page.height - margin - (f.room.bottom > 0 ? f.context.theme.metrics.margin_y + f.room.bottom : margin);
  const Pt height = common_height(f, room);
  const Pt top = margin + (room - height) / 2, bottom = top + height;
  f.geometry.area_bottom = 0;
  for (std::size_t c = 0; c < f.columns.size(); ++c) {
    const Pt from = std::max(level_top(f, c, top, bottom, placed), top + f.room.tops[c]);
    const std::optional<Stack> stack = fill_column(f, f.columns[c], from, bottom);
    if (!stack) return false;
    Pt y = stack->top;
    std::size_t nth = 0;
    for (std::size_t r = f.columns[c].first; r <= f.columns[c].last; ++r) {
      std::vector<Rect> boxes;
      for (std::size_t i = 0; i < f.input.spine.rows[r].items.size(); ++i, ++nth) {
        boxes.push_back({f.geometry.left[c], y, f.width, stack->heights[nth]});
        y += stack->heights[nth] + stack->gap;
      }
      place_row(f.input, f.input.spine.rows[r], f.rows[r], boxes, placed);
    }
    f.geometry.top.push_back(stack->top);
    f.geometry.bottom.push_back(y - stack->gap);
    f.geometry.area_bottom = std::max(f.geometry.area_bottom, y - stack->gap);
  }
  return true;
}

void route_forward(const Folded& f, PlacedDiagram& placed) {
  for (const std::uint32_t e : f.input.spine.forward) {
    const Edge& edge = f.input.diagram.edges[e];
    const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
    const std::size_t c = column_of(f.columns, row_of(f.input.spine, edge.from));
    PlacedEdge out{.edge = e};
    if (column_of(f.columns, row_of(f.input.spine, edge.to)) == c) {
      out.route = {{from.mid_x(), from.bottom()}, {to.mid_x(), to.y}};
      out.from_side = Side::bottom;
      out.to_side = Side::top;
    } else {
      out.from_side = Side::right;
      out.to_side = Side::left;
      out.route = {{from.right(), from.mid_y()}};
      if (std::abs(from.mid_y() - to.mid_y()) > 0.01) {
        const Pt bus = from.right() + (f.geometry.left[c + 1] - f.geometry.right[c]) * bus_place;
        out.route.push_back({bus, from.mid_y()});
        out.route.push_back({bus, to.mid_y()});
      }
      out.route.push_back({to.x, to.mid_y()});
    }
    placed.edges.push_back(std::move(out));
  }
}

}  // namespace

std::optional<FlowAttempt> compose_columns(const FlowInput& input, const std::vector<FlowColumn>& columns, const LayoutContext& context) {
  Folded f{input, columns, context};
  if (has_transition_label(f)) return std::nullopt;
  f.lanes = assign_column_lanes(input, columns, context);
  f.room = room_for(f.lanes, columns.size(), context);
  FlowAttempt attempt;
  PlacedDiagram& placed = attempt.placed;
  placed.diagram = &input.diagram;
  placed.page = input.page;
  placed.nodes.resize(input.diagram.nodes.size());
  placed.groups.resize(input.diagram.groups.size());
  if (!set_columns(f) || !measure_rows(f) || !place_columns(f, placed)) return std::nullopt;
  route_forward(f, placed);
  if (!route_column_lanes(input, f.lanes, f.geometry, context, placed)) return std::nullopt;
  const Pt room = input.page.height - 2 * context.theme.metrics.margin_y;
  for (std::size_t c = 0; c < columns.size(); ++c) attempt.fill = std::max(attempt.fill, (f.geometry.bottom[c] - f.geometry.top[c]) / room);
  return attempt;
}

}  // namespace drawplate
