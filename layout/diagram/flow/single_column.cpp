// One column from top to bottom: see flow.h. Widths first (lanes, panels, cards), then heights, then routes.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "layout/diagram/flow/flow.h"
#include "layout/diagram/flow/lanes.h"

namespace drawplate {
namespace {

// Shares of the page's width, from the reference page: card 592 of 1200, at most 0.62; a panel 432 of 1200; the column stands
// 40 of 1200 off the middle where lanes lie on one side only.
constexpr double card_share = 592.0 / 1200, card_most = 0.62, panel_share = 0.36, lane_shift = 1.0 / 30;
// What spare height goes to, in order: gaps, then things, then gaps again; the rest is margin.
constexpr Pt margin_give = 1.5;  // the margins may give way by this much
constexpr double gap_growth_first = 0.15, height_growth = 0.04, gap_growth_most = 0.25;

struct Widths {
  Pt middle = 0, card = 0, panel = 0, content = 0, panel_gap = 0;
};

std::size_t most_beside(const Spine& spine) {
  std::size_t most = 1;
  for (const SpineRow& row : spine.rows) most = std::max(most, row.items.size());
  return most;
}

Pt natural_width(const FlowInput& input, const LayoutContext& context) {
  Pt width = 0;
  for (const SpineRow& row : input.spine.rows)
    if (row.items.size() == 1 && !row.items.front().is_group)
      width = std::max(width, natural_card_width(input.diagram.nodes[row.items.front().index], CardLevel::main, context));
  return width;
}

/// The column's middle and the widest content around it.
bool set_content(const FlowInput& input, const std::vector<Lane>& lanes, const LayoutContext& context, Widths& widths) {
  const Metrics& m = context.theme.metrics;
  const Pt page = input.page.width;
  const Pt left = lanes_width(lanes, Side::left, context), right = lanes_width(lanes, Side::right, context);
  const Pt shift = left > 0 && right == 0 ? lane_shift * page : right > 0 && left == 0 ? -lane_shift * page : 0;
  widths.middle = page / 2 + shift;
  const Pt room = 2 * std::min(widths.middle - m.margin_x - left, page - m.margin_x - right - widths.middle);
  const std::size_t beside = most_beside(input.spine);
  const Pt count = static_cast<Pt>(beside);
  widths.panel_gap = beside > 2 ? m.panel_gap * 0.6 : m.panel_gap;
  widths.panel = std::min(panel_share * page, (room - (count - 1) * widths.panel_gap) / count);
  widths.content = beside > 1 ? count * widths.panel + (count - 1) * widths.panel_gap : room;
  return room > 60 && widths.panel > 60;
}

/// Cards are all of one width: as wide as their texts ask for, within the page's share and between the lanes.
bool set_card_width(const FlowInput& input, std::vector<Lane>& lanes, const LayoutContext& context, Widths& widths) {
  const Pt page = input.page.width;
  const Pt usual = card_share * page, natural = natural_width(input, context);
  const Pt wanted = natural <= card_most * page ? std::max(natural, usual) : usual;
  const bool lands_under = std::any_of(lanes.begin(), lanes.end(), [](const Lane& lane) { return lane.lands_under; });
  Pt most = std::min(card_most * page, widths.content);
  if (lands_under) {
    const auto room = [&] { return widths.content - 2 * (context.theme.lines.publish_inset + lane_to_card(lanes, context)); };
    if (room() < std::min(wanted, most))
      for (Lane& lane : lanes) lane.label_outside = lane.lands_under;
    most = std::min(most, room());
  }
  widths.card = std::min(wanted, most);
  if (most_beside(input.spine) == 1) widths.content = widths.card;
  return widths.card > 60;
}

std::optional<std::vector<RowLayout>> layout_rows(const FlowInput& input, const Widths& widths, const LayoutContext& context) {
  std::vector<RowLayout> rows;
  for (const SpineRow& row : input.spine.rows) {
    rows.push_back(layout_row(input, row, row.items.size() > 1 ? widths.panel : widths.card, context));
    if (too_many_lines(rows.back())) return std::nullopt;
  }
  return rows;
}

/// A label of a forward edge stands beside its line, in the gap.
struct ForwardLabels {
  std::vector<std::optional<LaidOutParagraph>> after_row;
};
ForwardLabels forward_labels(const FlowInput& input, const LayoutContext& context) {
  ForwardLabels out;
  out.after_row.resize(input.spine.rows.size());
  for (const std::uint32_t e : input.spine.forward) {
    const Edge& edge = input.diagram.edges[e];
    if (!edge.label.empty())
      out.after_row[row_of(input.spine, edge.from)] =
          layout_paragraph(edge.label, label_style(edge, Align::left, context), input.page.width * 0.3, context.fonts, context.report);
  }
  return out;
}

std::vector<Pt> gaps_between(const FlowInput& input, const ForwardLabels& labels, const LayoutContext& context) {
  const Metrics& m = context.theme.metrics;
  std::vector<Pt> gaps;
  for (std::size_t r = 0; r + 1 < input.spine.rows.size(); ++r) {
    const bool branches = input.spine.rows[r].items.size() > 1 || input.spine.rows[r + 1].items.size() > 1;
    const Pt label = labels.after_row[r] ? labels.after_row[r]->height : 0;
    gaps.push_back((branches ? m.branch_gap : m.card_gap) + label);
  }
  return gaps;
}

Pt sum(const std::vector<Pt>& values) {
  Pt total = 0;
  for (const Pt value : values) total += value;
  return total;
}

/// Spreads what the page has over; returns the y of the first row.
Pt spread(std::vector<Pt>& heights, std::vector<Pt>& gaps, Pt room, Pt margin) {
  const Pt gap_sum = sum(gaps), height_sum = sum(heights);
  Pt spare = room - gap_sum - height_sum;
  double gap_factor = 1;
  const auto take = [&](Pt amount) {
    const Pt taken = std::clamp(spare, 0.0, amount);
    spare -= taken;
    return taken;
  };
  if (gap_sum > 0) gap_factor += take(gap_sum * gap_growth_first) / gap_sum;
  const double height_factor = 1 + take(height_sum * height_growth) / height_sum;
  // Margins grow with the gaps from here on, so that a page with much room does not look torn apart.
  if (gap_sum > 0 && spare > height_sum * height_growth) gap_factor += take(gap_sum * (gap_growth_most - gap_growth_first)) / gap_sum;
  for (Pt& gap : gaps) gap *= gap_factor;
  for (Pt& height : heights) height *= height_factor;
  return margin + spare / 2;
}

std::vector<Rect> row_boxes(const SpineRow& row, Pt y, Pt height, const Widths& widths) {
  const Pt count = static_cast<Pt>(row.items.size());
  const Pt width = row.items.size() > 1 ? widths.panel : widths.card;
  Pt x = widths.middle - (count * width + (count - 1) * widths.panel_gap) / 2;
  std::vector<Rect> boxes;
  for (std::size_t i = 0; i < row.items.size(); ++i, x += width + widths.panel_gap) boxes.push_back({x, y, width, height});
  return boxes;
}

/// Straight down, or by a bus part of the way down the gap.
void route_forward(const FlowInput& input, const ForwardLabels& labels, const LayoutContext& context, PlacedDiagram& placed) {
  const Metrics& m = context.theme.metrics;
  for (const std::uint32_t e : input.spine.forward) {
    const Edge& edge = input.diagram.edges[e];
    const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
    PlacedEdge out{.edge = e, .from_side = Side::bottom, .to_side = Side::top};
    out.route = {{from.mid_x(), from.bottom()}};
    if (std::abs(from.mid_x() - to.mid_x()) > 0.01) {
      const Pt bus = from.bottom() + (to.y - from.bottom()) * m.branch_stub / m.branch_gap;
      out.route.push_back({from.mid_x(), bus});
      out.route.push_back({to.mid_x(), bus});
    }
    out.route.push_back({to.mid_x(), to.y});
    const std::size_t row = row_of(input.spine, edge.from);
    if (labels.after_row[row]) {
      const LaidOutParagraph& text = *labels.after_row[row];
      const Pt head = 5 * context.theme.lines.connector_width;
      const Pt middle = (from.bottom() + to.y - head) / 2;
      out.label = PlacedLabel{text, {from.mid_x() + context.theme.lines.label_gap, middle - text.height / 2, text.width, text.height}};
    }
    placed.edges.push_back(std::move(out));
  }
}

}  // namespace

std::optional<FlowAttempt> compose_single_column(const FlowInput& input, const LayoutContext& context) {
  std::optional<std::vector<Lane>> lanes = assign_lanes(input, context);
  Widths widths;
  if (!lanes || !set_content(input, *lanes, context, widths) || !set_card_width(input, *lanes, context, widths)) return std::nullopt;
  std::optional<std::vector<RowLayout>> rows = layout_rows(input, widths, context);
  if (!rows) return std::nullopt;

  const ForwardLabels labels = forward_labels(input, context);
  std::vector<Pt> gaps = gaps_between(input, labels, context), heights;
  for (const RowLayout& row : *rows) heights.push_back(row.height);
  const Pt room = input.page.height - 2 * context.theme.metrics.margin_y;
  const Pt needed = sum(gaps) + sum(heights);
  if (needed > room + margin_give) return std::nullopt;

  FlowAttempt attempt;
  attempt.fill = needed / room;
  PlacedDiagram& placed = attempt.placed;
  placed.diagram = &input.diagram;
  placed.page = input.page;
  placed.nodes.resize(input.diagram.nodes.size());
  placed.groups.resize(input.diagram.groups.size());
  Pt y = spread(heights, gaps, room, context.theme.metrics.margin_y);
  for (std::size_t r = 0; r < rows->size(); ++r) {
    place_row(input, input.spine.rows[r], (*rows)[r], row_boxes(input.spine.rows[r], y, heights[r], widths), placed);
    y += heights[r] + (r < gaps.size() ? gaps[r] : 0);
  }
  set_lane_places(*lanes, widths.middle - widths.content / 2, widths.middle + widths.content / 2, context);
  route_forward(input, labels, context, placed);
  route_lanes(input, *lanes, context, placed);
  return attempt;
}

}  // namespace drawplate
