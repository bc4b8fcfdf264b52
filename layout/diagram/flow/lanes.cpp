// See lanes.h.
#include "layout/diagram/flow/lanes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace drawplate {
namespace {

constexpr Em loop_label_width = 6.9, lane_label_width = 6.3;  // one word or pair a line

bool is_loop(const FlowInput& input, const Lane& lane) { return input.diagram.edges[lane.edge].kind == EdgeKind::loop; }

Pt label_gap(const LayoutContext& context, bool loop) { return loop ? context.theme.lines.loop_label_gap : context.theme.lines.label_gap; }

/// Where the target stands in its row, -1 left of the middle, 0 in it, 1 right of it.
int side_in_row(const SpineRow& row, const EdgeEnd& item) {
  const auto found = std::find_if(row.items.begin(), row.items.end(), [&](const EdgeEnd& other) { return other.index == item.index; });
  const std::size_t at = static_cast<std::size_t>(found - row.items.begin());
  if (at == 0) return -1;
  return at + 1 == row.items.size() ? 1 : 0;
}

/// The row whose middle the label stands beside: for a loop the last but one, else the one after the target; another where
/// a lane further in passes, or another label of this side stands.
std::size_t label_row(const Lane& lane, bool loop, const std::vector<Lane>& further_in, const std::vector<std::size_t>& taken) {
  std::vector<std::size_t> wanted;
  for (std::size_t r = lane.to_row + 1; r < lane.from_row; ++r) wanted.push_back(r);
  if (loop) std::reverse(wanted.begin(), wanted.end());
  if (wanted.empty()) return lane.from_row;
  const auto is_free = [&](std::size_t row) {
    return std::find(taken.begin(), taken.end(), row) == taken.end() &&
           std::none_of(further_in.begin(), further_in.end(),
                        [&](const Lane& other) { return row >= other.to_row && row <= other.from_row; });
  };
  const auto found = std::find_if(wanted.begin(), wanted.end(), is_free);
  return found == wanted.end() ? wanted.front() : *found;
}

Pt label_room(const Lane& lane, bool loop, const LayoutContext& context) {
  if (!lane.label) return 0;
  return label_gap(context, loop) + lane.label->width + context.theme.lines.text_clearance;
}

std::vector<Lane*> outside_lanes(std::vector<Lane>& lanes, Side side) {
  std::vector<Lane*> out;
  for (Lane& lane : lanes)
    if (lane.side == side && !lane.lands_under) out.push_back(&lane);
  return out;
}

/// Distance from the first lane to the next one further in: wide enough for a label between them.
Pt step_inwards(const Lane& outer, const Lane& inner, const LayoutContext& context) {
  const bool label_meets_inner = outer.label && outer.label_row >= inner.to_row && outer.label_row <= inner.from_row;
  const Pt least = context.theme.lines.lane_step + (outer.width + inner.width) / 2 - context.theme.lines.connector_width;
  return label_meets_inner ? std::max(least, label_room(outer, outer.width > 3, context) + inner.width / 2) : least;
}

struct PortKey {
  bool is_group;
  std::uint32_t index;
  Side side;
  auto operator<=>(const PortKey&) const = default;
};

struct PortUse {
  std::size_t lane;
  bool leaves;
  Pt reach;  // how far out the lane lies
};

/// Offsets along a side from its middle. Leaving lines stand above arriving ones; of lines that leave, those with the nearer
/// lane stand higher, and of lines that arrive, those with the farther lane: so none of them cross.
std::map<std::pair<std::size_t, bool>, Pt> port_offsets(const FlowInput& input, const std::vector<Lane>& lanes, Pt middle, Pt spread) {
  std::map<PortKey, std::vector<PortUse>> uses;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Edge& edge = input.diagram.edges[lanes[i].edge];
    const Pt reach = std::abs(lanes[i].x - middle);
    uses[{edge.from.is_group, edge.from.index, lanes[i].side}].push_back({i, true, reach});
    if (!lanes[i].lands_under) uses[{edge.to.is_group, edge.to.index, lanes[i].side}].push_back({i, false, reach});
  }
  std::map<std::pair<std::size_t, bool>, Pt> offsets;
  for (auto& [key, ends] : uses) {
    std::stable_sort(ends.begin(), ends.end(), [](const PortUse& a, const PortUse& b) {
      if (a.leaves != b.leaves) return a.leaves;
      return a.leaves ? a.reach < b.reach : a.reach > b.reach;
    });
    for (std::size_t i = 0; i < ends.size(); ++i)
      offsets[{ends[i].lane, ends[i].leaves}] = (static_cast<Pt>(i) - (static_cast<Pt>(ends.size()) - 1) / 2) * 2 * spread;
  }
  // A line alone on its side leaves level with its twin on the other side.
  for (std::size_t i = 0; i < lanes.size(); ++i)
    for (std::size_t j = 0; j < lanes.size(); ++j) {
      const Edge &a = input.diagram.edges[lanes[i].edge], &b = input.diagram.edges[lanes[j].edge];
      if (i == j || !(a.from == b.from) || lanes[i].side == lanes[j].side || !lanes[i].lands_under || !lanes[j].lands_under) continue;
      if (uses[{a.from.is_group, a.from.index, lanes[i].side}].size() == 1) offsets[{i, true}] = offsets[{j, true}];
    }
  return offsets;
}

void place_label(const Lane& lane, bool loop, Pt middle_y, const LayoutContext& context, PlacedEdge& edge) {
  if (!lane.label) return;
  const bool right_of_line = (lane.side == Side::left) != lane.label_outside;
  const Pt gap = label_gap(context, loop);
  const Pt x = right_of_line ? lane.x + gap : lane.x - gap - lane.label->width;
  edge.label = PlacedLabel{*lane.label, {x, middle_y - lane.label->height / 2, lane.label->width, lane.label->height}};
}

}  // namespace

std::optional<std::vector<Lane>> assign_lanes(const FlowInput& input, const LayoutContext& context) {
  std::vector<Lane> lanes;
  for (const std::uint32_t e : input.spine.feedback) {
    const Edge& edge = input.diagram.edges[e];
    const bool loop = edge.kind == EdgeKind::loop;
    Lane lane{.edge = e, .from_row = row_of(input.spine, edge.from), .to_row = row_of(input.spine, edge.to)};
    const SpineRow &source = input.spine.rows[lane.from_row], &target = input.spine.rows[lane.to_row];
    const int at = target.items.size() > 1 ? side_in_row(target, edge.to) : loop ? -1 : 1;
    if (at == 0 || (source.items.size() > 1 && side_in_row(source, edge.from) != at)) return std::nullopt;
    lane.side = at < 0 ? Side::left : Side::right;
    lane.lands_under = target.items.size() > 1 && source.items.size() == 1 && !loop;
    lane.width = edge_stroke(edge, 0, context).width;
    if (!edge.label.empty()) {
      const Align align = lane.side == Side::left ? Align::left : Align::right;
      lane.label = layout_lane_label(edge, align, loop ? loop_label_width : lane_label_width, context);
    }
    lanes.push_back(std::move(lane));
  }
  // Outermost first: the longest way runs outside the shorter ones.
  std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) {
    if (a.lands_under != b.lands_under) return b.lands_under;
    return a.from_row - a.to_row > b.from_row - b.to_row;
  });
  // Innermost first: a label further out gives way.
  std::map<Side, std::vector<std::size_t>> taken;
  for (std::size_t i = lanes.size(); i-- > 0;) {
    std::vector<Lane> further_in;
    for (std::size_t j = i + 1; j < lanes.size(); ++j)
      if (lanes[j].side == lanes[i].side && !lanes[i].lands_under && !lanes[j].lands_under) further_in.push_back(lanes[j]);
    lanes[i].label_row = label_row(lanes[i], is_loop(input, lanes[i]), further_in, taken[lanes[i].side]);
    if (lanes[i].label) taken[lanes[i].side].push_back(lanes[i].label_row);
  }
  return lanes;
}

Pt lanes_width(const std::vector<Lane>& lanes, Side side, const LayoutContext& context) {
  std::vector<Lane> copy = lanes;
  const std::vector<Lane*> outside = outside_lanes(copy, side);
  if (outside.empty()) return 0;
  Pt width = outside.front()->width / 2;
  for (std::size_t i = 0; i + 1 < outside.size(); ++i) width += step_inwards(*outside[i], *outside[i + 1], context);
  const Lane& inner = *outside.back();
  return width + std::max(context.theme.lines.loop_lane, label_room(inner, inner.width > 3, context));
}

void set_lane_places(std::vector<Lane>& lanes, Pt left, Pt right, const LayoutContext& context) {
  for (const Side side : {Side::left, Side::right}) {
    const Pt sign = side == Side::left ? -1 : 1;
    std::vector<Lane*> outside = outside_lanes(lanes, side);
    if (!outside.empty()) {
      Pt x = (side == Side::left ? left : right) + sign * (lanes_width(lanes, side, context) - outside.front()->width / 2);
      for (std::size_t i = 0; i < outside.size(); ++i) {
        if (i) x -= sign * step_inwards(*outside[i - 1], *outside[i], context);
        outside[i]->x = x;
      }
    }
    Pt under = (side == Side::left ? left : right) - sign * context.theme.lines.publish_inset;
    for (Lane& lane : lanes)
      if (lane.side == side && lane.lands_under) {
        lane.x = under;
        under -= sign * context.theme.lines.lane_step;
      }
  }
}

Pt lane_to_card(const std::vector<Lane>& lanes, const LayoutContext& context) {
  Pt distance = 0;
  for (const Lane& lane : lanes) {
    if (!lane.lands_under) continue;
    const Pt inside = lane.label_outside ? 0 : label_room(lane, false, context);
    distance = std::max({distance, inside, context.theme.lines.card_clearance});
  }
  return distance;
}

void route_lanes(const FlowInput& input, const std::vector<Lane>& lanes, const LayoutContext& context, PlacedDiagram& placed) {
  const Pt middle = placed_box(placed, input.spine.rows.front().items.front()).mid_x();
  const auto offsets = port_offsets(input, lanes, middle, context.theme.lines.port_spread);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Lane& lane = lanes[i];
    const Edge& edge = input.diagram.edges[lane.edge];
    const Rect from = placed_box(placed, edge.from), to = placed_box(placed, edge.to);
    const auto outline_x = [&](Rect box) { return lane.side == Side::left ? box.x : box.right(); };
    PlacedEdge out{.edge = lane.edge, .from_side = lane.side, .to_side = lane.lands_under ? Side::bottom : lane.side};
    const Pt leave_y = from.mid_y() + offsets.at({i, true});
    out.route = {{outline_x(from), leave_y}, {lane.x, leave_y}};
    if (lane.lands_under) {
      out.route.push_back({lane.x, to.bottom()});
    } else {
      const Pt enter_y = to.mid_y() + offsets.at({i, false});
      out.route.push_back({lane.x, enter_y});
      out.route.push_back({outline_x(to), enter_y});
    }
    const Pt label_y = placed_box(placed, input.spine.rows[lane.label_row].items.front()).mid_y();
    place_label(lane, is_loop(input, lane), label_y, context, out);
    placed.edges.push_back(std::move(out));
  }
}

}  // namespace drawplate
