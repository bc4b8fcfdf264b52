// See column_lanes.h.
#include "layout/diagram/flow/column_lanes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace drawplate {
namespace {

// Distances at scale 1, in points, from the landscape reference.
constexpr Pt left_lane = 43, right_lane = 24, under_first = 48, channel_in_panel = 20;

double g_of(const LayoutContext& context) { return context.scale.geometry; }

bool uses_right_of(const ColumnLane& lane, std::size_t column) {
  if (lane.from_column != column) return false;
  return lane.way == WayBack::over || lane.way == WayBack::beside || (lane.way == WayBack::under && !lane.from_last);
}

WayBack way_of(const FlowInput& input, const ColumnLane& lane, const std::vector<FlowColumn>& columns, std::size_t to_row,
               const EdgeEnd& to) {
  const Edge& edge = input.diagram.edges[lane.edge];
  if (edge.kind == EdgeKind::loop && lane.from_column != lane.to_column) return WayBack::under;
  if (lane.from_column == lane.to_column) return WayBack::beside;
  if (lane.from_column != lane.to_column + 1 || !columns[lane.to_column].stacked) return WayBack::under;
  const SpineRow& row = input.spine.rows[to_row];
  const bool last = row.items.back().index == to.index, first = row.items.front().index == to.index;
  const bool source_below = row_of(input.spine, edge.from) > columns[lane.from_column].first;
  if (last && lane.from_last && source_below) return WayBack::across;
  return first ? WayBack::over : WayBack::under;
}

Pt label_height(const ColumnLane& lane) { return lane.label ? lane.label->height : 0; }

/// From the things above to the first lane under them, or from one such lane to the next.
Pt under_step(const ColumnLane& lane, const LayoutContext& context) {
  const Pt label = lane.label ? label_height(lane) + context.theme.lines.label_gap + context.theme.lines.text_clearance : 0;
  return std::max(under_first * 0.6 * g_of(context), label) + lane.width / 2 + 2;
}

Pt lane_line(const LayoutContext& context) { return context.theme.lines.lane_step; }

/// A level piece of a line.
struct LevelPiece {
  Pt left = 0, y = 0;
  std::optional<Pt> width{};  ///< where a label is centred over the piece; none: it begins at the piece's left end
};

struct Drawing {
  const FlowInput& input;
  const std::vector<ColumnLane>& lanes;
  const ColumnGeometry& geometry;
  const LayoutContext& context;
  PlacedDiagram& placed;
  std::map<std::size_t, int> right_used{};                    // lanes drawn right of a column
  std::map<std::pair<std::uint32_t, Side>, int> side_used{};  // by source, for spreading ports
  int under_used = 0, left_used = 0;
  Pt under_y = 0;

  Rect box(const EdgeEnd& end) const { return placed_box(placed, end); }
  Pt right_x(std::size_t column) {
    const int used = right_used[column]++;
    return geometry.right[column] + right_lane * g_of(context) + used * lane_line(context);
  }
  void label_above(PlacedEdge& edge, const ColumnLane& lane, const LevelPiece& piece) {
    if (!lane.label) return;
    const Pt x = piece.width ? piece.left + (*piece.width - lane.label->width) / 2 : piece.left;
    edge.label = PlacedLabel{
        *lane.label,
        {x, piece.y - lane.width / 2 - context.theme.lines.label_gap * 0.6 - lane.label->height, lane.label->width, lane.label->height}};
  }
};

/// The y of a straight line between two things beside one another: the source's middle where that is clear of the target's own
/// port and corners, else the nearest place that is.
std::optional<Pt> across_y(Rect from, Rect to, const LayoutContext& context) {
  const Pt corner = context.theme.metrics.panel_radius + 2, clear = context.theme.lines.line_clearance * 0.7;
  std::optional<Pt> best;
  for (const Pt y : {from.mid_y(), to.mid_y() + clear, to.mid_y() - clear}) {
    const bool on_source = y > from.y + corner && y < from.bottom() - corner;
    const bool on_target = y > to.y + corner && y < to.bottom() - corner && std::abs(y - to.mid_y()) >= clear - 0.01;
    if (on_source && on_target && (!best || std::abs(y - from.mid_y()) < std::abs(*best - from.mid_y()))) best = y;
  }
  return best;
}

bool draw_across(Drawing& d, const ColumnLane& lane, const Edge& edge, PlacedEdge& out) {
  const Rect from = d.box(edge.from), to = d.box(edge.to);
  const std::optional<Pt> y = across_y(from, to, d.context);
  if (!y) return false;
  out.from_side = Side::left;
  out.to_side = Side::right;
  out.route = {{from.x, *y}, {to.right(), *y}};
  d.label_above(out, lane, {to.right(), *y, from.x - to.right()});
  return true;
}

bool draw_over(Drawing& d, const ColumnLane& lane, const Edge& edge, PlacedEdge& out) {
  const Rect from = d.box(edge.from), to = d.box(edge.to);
  const Pt y = to.y + std::max(d.context.theme.metrics.panel_radius + 1, channel_in_panel * g_of(d.context));
  const Pt x = d.right_x(lane.from_column);
  out.from_side = out.to_side = Side::right;
  out.route = {{from.right(), from.mid_y()}, {x, from.mid_y()}, {x, y}, {to.right(), y}};
  d.label_above(out, lane, {d.geometry.left[lane.from_column], y, from.width});
  return y < to.mid_y();
}

bool draw_beside(Drawing& d, const ColumnLane& lane, const Edge& edge, PlacedEdge& out) {
  const Rect from = d.box(edge.from), to = d.box(edge.to);
  const Pt x = d.right_x(lane.from_column);
  const Pt spread = d.context.theme.lines.port_spread * 0.5;
  out.from_side = out.to_side = Side::right;
  out.route = {
      {from.right(), from.mid_y() - spread}, {x, from.mid_y() - spread}, {x, to.mid_y() + spread}, {to.right(), to.mid_y() + spread}};
  if (lane.label) {
    const Pt gap = d.context.theme.lines.label_gap + lane.width / 2;
    out.label =
        PlacedLabel{*lane.label, {x + gap, (from.mid_y() + to.mid_y() - lane.label->height) / 2, lane.label->width, lane.label->height}};
  }
  return true;
}

bool draw_under(Drawing& d, const ColumnLane& lane, const Edge& edge, PlacedEdge& out) {
  const Rect from = d.box(edge.from), to = d.box(edge.to);
  const bool first_lane = d.under_used == 0;
  d.under_y += first_lane ? under_step(lane, d.context) + under_first * 0.2 * g_of(d.context) : under_step(lane, d.context);
  const int nth = d.under_used++;
  const Pt left =
      d.geometry.left[lane.to_column] - left_lane * g_of(d.context) * (lane.to_column == 0 ? 1 : 0.5) - nth * lane_line(d.context);
  const Pt spread = d.context.theme.lines.port_spread;
  const int used = d.side_used[{edge.from.index, Side::bottom}]++;
  out.to_side = Side::left;
  // The lane drawn later runs lower and further out: it leaves further to the right and enters higher.
  const int entered = d.side_used[{edge.to.index, Side::left}]++;
  const Pt enter_y = to.mid_y() - entered * 2 * spread * 0.7;
  if (lane.from_last) {
    out.from_side = Side::bottom;
    const Pt x = from.mid_x() + used * 2 * spread;
    out.route = {{x, from.bottom()}, {x, d.under_y}};
  } else {
    out.from_side = Side::right;
    const Pt x = d.right_x(lane.from_column);
    const Pt y = from.mid_y() + (d.side_used[{edge.from.index, Side::right}]++ ? 2 * spread : 0);
    out.route = {{from.right(), y}, {x, y}, {x, d.under_y}};
  }
  out.route.push_back({left, d.under_y});
  out.route.push_back({left, enter_y});
  out.route.push_back({to.x, enter_y});
  d.label_above(out, lane, {d.geometry.left[lane.to_column], d.under_y});
  return left > d.context.theme.metrics.margin_x * 0.4;
}

}  // namespace

std::size_t column_of(const std::vector<FlowColumn>& columns, std::size_t row) {
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (row >= columns[c].first && row <= columns[c].last) return c;
  return columns.size();
}

std::vector<ColumnLane> assign_column_lanes(const FlowInput& input, const std::vector<FlowColumn>& columns, const LayoutContext& context) {
  std::vector<ColumnLane> lanes;
  for (const std::uint32_t e : input.spine.feedback) {
    const Edge& edge = input.diagram.edges[e];
    ColumnLane lane{.edge = e};
    const std::size_t from_row = row_of(input.spine, edge.from), to_row = row_of(input.spine, edge.to);
    lane.from_column = column_of(columns, from_row);
    lane.to_column = column_of(columns, to_row);
    const SpineRow& source = input.spine.rows[from_row];
    lane.from_last = from_row == columns[lane.from_column].last && source.items.back().index == edge.from.index;
    lane.way = way_of(input, lane, columns, to_row, edge.to);
    lane.width = edge_stroke(edge, 0, context).width;
    if (!edge.label.empty()) {
      const Align align = lane.way == WayBack::under || lane.way == WayBack::beside ? Align::left : Align::center;
      const Em most = lane.way == WayBack::across ? 6.3 : lane.way == WayBack::beside ? 5.5 : 30;
      lane.label = layout_lane_label(edge, align, most, context);
    }
    lanes.push_back(std::move(lane));
  }
  // Shorter ways first: they run inside the longer ones.
  std::stable_sort(lanes.begin(), lanes.end(),
                   [](const ColumnLane& a, const ColumnLane& b) { return a.from_column - a.to_column < b.from_column - b.to_column; });
  return lanes;
}

LaneRoom room_for(const std::vector<ColumnLane>& lanes, std::size_t columns, const LayoutContext& context) {
  const double g = g_of(context);
  LaneRoom room;
  room.gutters.resize(columns, 0);
  room.tops.resize(columns, 0);
  std::vector<int> right(columns, 0), under_left(columns, 0);
  for (const ColumnLane& lane : lanes) {
    if (lane.way == WayBack::across && lane.label)
      room.gutters[lane.to_column] = std::max(room.gutters[lane.to_column], lane.label->width + 2.6 * context.theme.lines.text_clearance);
    for (std::size_t c = 0; c < columns; ++c) right[c] += uses_right_of(lane, c);
    if (lane.way == WayBack::beside && lane.label) room.gutters[lane.from_column] += lane.label->width + context.theme.lines.label_gap;
    if (lane.way == WayBack::over) room.tops[lane.from_column] = channel_in_panel * g + context.theme.lines.card_clearance * 0.8;
    if (lane.way != WayBack::under) continue;
    ++under_left[lane.to_column];
    room.bottom += under_step(lane, context) + (room.bottom > 0 ? 0 : under_first * 0.2 * g);
  }
  for (std::size_t c = 0; c < columns; ++c) {
    const Pt lanes_right = right[c] ? right_lane * g + (right[c] - 1) * lane_line(context) : 0;
    if (c + 1 == columns)
      room.right = lanes_right + (room.gutters[c] > 0 ? room.gutters[c] : 0);
    else if (lanes_right > 0)
      room.gutters[c] += lanes_right + context.theme.metrics.branch_gap;
    if (c > 0 && under_left[c]) room.gutters[c - 1] += context.theme.metrics.branch_gap + under_left[c] * lane_line(context);
  }
  if (under_left[0]) room.left = left_lane * g + (under_left[0] - 1) * lane_line(context);
  return room;
}

bool route_column_lanes(const FlowInput& input, const std::vector<ColumnLane>& lanes, const ColumnGeometry& geometry,
                        const LayoutContext& context, PlacedDiagram& placed) {
  Drawing d{input, lanes, geometry, context, placed};
  d.under_y = geometry.area_bottom;
  for (const ColumnLane& lane : lanes) {
    const Edge& edge = input.diagram.edges[lane.edge];
    PlacedEdge out{.edge = lane.edge};
    bool drawn = false;
    switch (lane.way) {
      case WayBack::across:
        drawn = draw_across(d, lane, edge, out);
        break;
      case WayBack::over:
        drawn = draw_over(d, lane, edge, out);
        break;
      case WayBack::beside:
        drawn = draw_beside(d, lane, edge, out);
        break;
      case WayBack::under:
        drawn = draw_under(d, lane, edge, out);
        break;
    }
    if (!drawn) return false;
    placed.edges.push_back(std::move(out));
  }
  return true;
}

}  // namespace drawplate
