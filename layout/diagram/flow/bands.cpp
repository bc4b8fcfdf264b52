// A flow in bands, for wide pages with panels: see compose_bands in flow.h. Plain steps read from left to right; branch and merge run in
// the channels between bands. Feedback edges go around: under everything and up on the left, or up on the right.
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

constexpr Pt step_gap = 40, lane_gap = 34, under_gap = 14;  // at scale 1
constexpr double channel_most = 1.7, panel_stretch = 1.1;

struct Bands {
  const FlowInput& input;
  const std::vector<FlowColumn>& bands;
  const LayoutContext& context;
  std::vector<RowLayout> rows{};
  Pt left = 0, right = 0;  // of the bands
  Pt bottom = 0;           // of the last band
  Pt under_room = 0, left_room = 0, right_room = 0;
};

/// One feedback edge: under and up on the left, or up on the right.
struct WayAround {
  std::uint32_t edge = 0;
  bool on_left = false;
  std::optional<LaidOutParagraph> label;
  Pt width = 0;
};

bool is_last_of(const Bands& b, const EdgeEnd& item, std::size_t band) {
  const SpineRow& row = b.input.spine.rows[b.bands[band].last];
  return row_of(b.input.spine, item) == b.bands[band].last && row.items.back().index == item.index;
}
bool is_first_of(const Bands& b, const EdgeEnd& item, std::size_t band) {
  const SpineRow& row = b.input.spine.rows[b.bands[band].first];
  return row_of(b.input.spine, item) == b.bands[band].first && row.items.front().index == item.index;
}

/// Ways in the order from inside to outside; nothing where an edge has none.
std::optional<std::vector<WayAround>> ways_around(const Bands& b) {
  std::vector<WayAround> ways;
  for (const std::uint32_t e : b.input.spine.feedback) {
    const Edge& edge = b.input.diagram.edges[e];
    const std::size_t from = column_of(b.bands, row_of(b.input.spine, edge.from)), to = column_of(b.bands, row_of(b.input.spine, edge.to));
    WayAround way{.edge = e, .width = edge_stroke(edge, 0, b.context).width};
    if (is_first_of(b, edge.to, to) && from + 1 == b.bands.size())
      way.on_left = true;
    else if (!(is_last_of(b, edge.to, to) && is_last_of(b, edge.from, from) && from != to && edge.kind != EdgeKind::loop))
      return std::nullopt;
    if (!edge.label.empty()) {
      const Em most = way.on_left ? 30 : 6.3;
      way.label = layout_lane_label(edge, Align::left, most, b.context);
    }
    ways.push_back(std::move(way));
  }
  std::stable_sort(ways.begin(), ways.end(), [&](const WayAround& x, const WayAround& y) {
    const auto target = [&](const WayAround& way) { return row_of(b.input.spine, b.input.diagram.edges[way.edge].to); };
    return target(x) > target(y);
  });
  return ways;
}

Pt under_step(const WayAround& way, const LayoutContext& context) {
  const Pt label = way.label ? way.label->height + context.theme.lines.label_gap * 0.6 + context.theme.lines.text_clearance : 0;
  return std::max(context.theme.lines.lane_step * 0.8, label) + way.width;
}

void reserve(Bands& b, const std::vector<WayAround>& ways) {
  const double g = b.context.scale.geometry;
  int left = 0, right = 0;
  for (const WayAround& way : ways) {
    if (way.on_left) {
      ++left;
      b.under_room += under_step(way, b.context);
    } else {
      ++right;
      b.right_room += way.label ? way.label->width + 2 * b.context.theme.lines.label_gap : 0;
    }
  }
  if (left) {
    b.left_room = lane_gap * g + (left - 1) * b.context.theme.lines.lane_step;
    b.under_room += under_gap * g;
  }
  if (right) b.right_room += lane_gap * 0.7 * g + (right - 1) * b.context.theme.lines.lane_step;
}

std::size_t things_in(const Bands& b, const FlowColumn& band) {
  return band.stacked ? b.input.spine.rows[band.first].items.size() : band.last - band.first + 1;
}

Pt gap_in(const Bands& b, const FlowColumn& band) {
  return band.stacked ? b.context.theme.metrics.panel_gap * 0.7 : step_gap * b.context.scale.geometry;
}

/// Things of a band share its width; a band of few things does not stretch them beyond the widest of the others.
bool measure_bands(Bands& b) {
  const Metrics& m = b.context.theme.metrics;
  b.left = (b.left_room > 0 ? m.margin_x * 0.6 : m.margin_x) + b.left_room;
  b.right = b.input.page.width - (b.right_room > 0 ? m.margin_x * 0.6 : m.margin_x) - b.right_room;
  std::size_t most_cards = 2;
  for (const FlowColumn& band : b.bands)
    if (!band.stacked) most_cards = std::max(most_cards, things_in(b, band));
  const Pt card =
      (b.right - b.left - (static_cast<Pt>(most_cards) - 1) * step_gap * b.context.scale.geometry) / static_cast<Pt>(most_cards);
  for (const FlowColumn& band : b.bands) {
    const Pt count = static_cast<Pt>(things_in(b, band));
    const Pt width = band.stacked ? (b.right - b.left - (count - 1) * gap_in(b, band)) / count : card;
    if (width < 60) return false;
    for (std::size_t r = band.first; r <= band.last; ++r) {
      b.rows.push_back(layout_row(b.input, b.input.spine.rows[r], std::min(width, 400 * b.context.scale.text), b.context));
      if (too_many_lines(b.rows.back())) return false;
    }
  }
  return true;
}

Pt band_height(const Bands& b, const FlowColumn& band) {
  Pt height = 0;
  for (std::size_t r = band.first; r <= band.last; ++r) height = std::max(height, b.rows[r].height);
  return height;
}

/// Boxes of one band's things from left to right, the band filled from its left edge, panels centred.
void place_band(Bands& b, const FlowColumn& band, Pt y, Pt height, PlacedDiagram& placed) {
  std::vector<Pt> widths;
  for (std::size_t r = band.first; r <= band.last; ++r) {
    for (const CardLayout& card : b.rows[r].cards) widths.push_back(card.width);
    for (const PanelLayout& panel : b.rows[r].panels) widths.push_back(panel.width);
  }
  Pt total = 0;
  for (const Pt width : widths) total += width;
  const Pt spaces = static_cast<Pt>(widths.size()) - 1;
  const Pt usual = gap_in(b, band), spare = b.right - b.left - total - spaces * usual;
  const Pt gap = spaces > 0 && !band.stacked ? usual + std::clamp(spare / spaces, 0.0, usual) : usual;
  Pt x = b.left + (b.right - b.left - total - spaces * gap) / 2;
  std::size_t nth = 0;
  for (std::size_t r = band.first; r <= band.last; ++r) {
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < b.input.spine.rows[r].items.size(); ++i, ++nth) {
      boxes.push_back({x, y, widths[nth], height});
      x += widths[nth] + gap;
    }
    place_row(b.input, b.input.spine.rows[r], b.rows[r], boxes, placed);
  }
}

bool place_bands(Bands& b, PlacedDiagram& placed, double& fill) {
  const Metrics& m = b.context.theme.metrics;
  const Pt room = b.input.page.height - 2 * m.margin_y - b.under_room;
  std::vector<Pt> heights;
  Pt needed = (static_cast<Pt>(b.bands.size()) - 1) * m.branch_gap;
  for (const FlowColumn& band : b.bands) needed += heights.emplace_back(band_height(b, band));
  if (needed > room + 1.5) return false;
  fill = (needed + b.under_room) / (room + b.under_room);
  const Pt spaces = static_cast<Pt>(b.bands.size()) - 1;
  Pt spare = room - needed;
  const Pt channel = spaces > 0 ? m.branch_gap + std::min(spare / spaces, m.branch_gap * (channel_most - 1)) : 0;
  spare -= spaces * (channel - m.branch_gap);
  for (std::size_t i = 0; i < heights.size() && spare > 0; ++i) {
    const Pt growth = std::min(spare / static_cast<Pt>(heights.size() - i), heights[i] * (panel_stretch - 1));
    heights[i] += growth;
    spare -= growth;
  }
  Pt y = m.margin_y + spare / 2;
  for (std::size_t i = 0; i < b.bands.size(); ++i) {
    place_band(b, b.bands[i], y, heights[i], placed);
    b.bottom = y + heights[i];
    y += heights[i] + channel;
  }
  return true;
}

/// Where the trunk of a branch or a merge stands on its card: the middle, or level with an arm that would else be a mere jog away.
Pt trunk_x(const Bands& b, const PlacedDiagram& placed, const EdgeEnd& card, bool is_source) {
  const Pt middle = placed_box(placed, card).mid_x(), near = 22 * b.context.scale.geometry;
  for (const std::uint32_t e : b.input.spine.forward) {
    const Edge& edge = b.input.diagram.edges[e];
    if (!((is_source ? edge.from : edge.to) == card)) continue;
    const Pt arm = placed_box(placed, is_source ? edge.to : edge.from).mid_x();
    if (std::abs(arm - middle) < near) return arm;
  }
  return middle;
}

void route_forward(const Bands& b, PlacedDiagram& placed) {
  const Metrics& m = b.context.theme.metrics;
  for (const std::uint32_t e : b.input.spine.forward) {
    const Edge& edge = b.input.diagram.edges[e];
    const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
    PlacedEdge out{.edge = e, .from_side = Side::right, .to_side = Side::left};
    if (to.y < from.bottom()) {
      out.route = {{from.right(), from.mid_y()}, {to.x, to.mid_y()}};
    } else {
      out.from_side = Side::bottom;
      out.to_side = Side::top;
      const Pt bus = from.bottom() + (to.y - from.bottom()) * m.branch_stub / m.branch_gap;
      const bool branches = b.input.spine.rows[row_of(b.input.spine, edge.from)].items.size() == 1;
      const Pt from_x = branches ? trunk_x(b, placed, edge.from, true) : from.mid_x();
      const Pt to_x = branches ? to.mid_x() : trunk_x(b, placed, edge.to, false);
      out.route = {{from_x, from.bottom()}};
      if (std::abs(from_x - to_x) > 0.01) {
        out.route.push_back({from_x, bus});
        out.route.push_back({to_x, bus});
      }
      out.route.push_back({to_x, to.y});
    }
    placed.edges.push_back(std::move(out));
  }
}

void route_left(const Bands& b, const WayAround& way, int nth, Pt& y, PlacedDiagram& placed) {
  const Edge& edge = b.input.diagram.edges[way.edge];
  const LineMetrics& lines = b.context.theme.lines;
  const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
  y += under_step(way, b.context);
  const Pt out_x = from.mid_x() + nth * 2 * lines.port_spread;
  const Pt lane_x = b.left - lane_gap * b.context.scale.geometry - nth * lines.lane_step;
  PlacedEdge out{.edge = way.edge, .from_side = Side::bottom, .to_side = Side::left};
  out.route = {{out_x, from.bottom()}, {out_x, y}, {lane_x, y}, {lane_x, to.mid_y()}, {to.x, to.mid_y()}};
  if (way.label)
    out.label = PlacedLabel{*way.label,
                            {b.left, y - way.width / 2 - lines.label_gap * 0.6 - way.label->height, way.label->width, way.label->height}};
  placed.edges.push_back(std::move(out));
}

void route_right(const Bands& b, const WayAround& way, int nth, PlacedDiagram& placed) {
  const Edge& edge = b.input.diagram.edges[way.edge];
  const LineMetrics& lines = b.context.theme.lines;
  const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
  const Pt label = way.label ? way.label->width + 2 * lines.label_gap : 0;
  const Pt lane_x = b.right + lane_gap * 0.7 * b.context.scale.geometry + nth * lines.lane_step + label;
  PlacedEdge out{.edge = way.edge, .from_side = Side::right, .to_side = Side::right};
  out.route = {{from.right(), from.mid_y()}, {lane_x, from.mid_y()}, {lane_x, to.mid_y()}, {to.right(), to.mid_y()}};
  if (way.label) {
    const Pt middle = (from.mid_y() + to.mid_y()) / 2;
    out.label = PlacedLabel{
        *way.label, {lane_x - lines.label_gap - way.label->width, middle - way.label->height / 2, way.label->width, way.label->height}};
  }
  placed.edges.push_back(std::move(out));
}

}  // namespace

std::optional<FlowAttempt> compose_bands(const FlowInput& input, const std::vector<FlowColumn>& bands, const LayoutContext& context) {
  Bands b{input, bands, context};
  for (const std::uint32_t e : input.spine.forward)
    if (!input.diagram.edges[e].label.empty()) return std::nullopt;
  const std::optional<std::vector<WayAround>> ways = ways_around(b);
  if (!ways) return std::nullopt;
  reserve(b, *ways);
  FlowAttempt attempt;
  PlacedDiagram& placed = attempt.placed;
  placed.diagram = &input.diagram;
  placed.page = input.page;
  placed.nodes.resize(input.diagram.nodes.size());
  placed.groups.resize(input.diagram.groups.size());
  if (!measure_bands(b) || !place_bands(b, placed, attempt.fill)) return std::nullopt;
  route_forward(b, placed);
  int left = 0, right = 0;
  Pt y = b.bottom + under_gap * context.scale.geometry;
  for (const WayAround& way : *ways) way.on_left ? route_left(b, way, left++, y, placed) : route_right(b, way, right++, placed);
  return attempt;
}

}  // namespace drawplate
