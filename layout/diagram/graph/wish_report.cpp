// The finished boxes are looked at, not what the layout meant to do.
#include "layout/diagram/graph/wish_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace drawplate {
namespace {

/// A box as it lies across and along the flow.
struct Extent {
  Pt left = 0, right = 0, begin = 0, end = 0;
};

Extent extent_of(const Rect& box, bool sideways) {
  if (sideways) return {box.top(), box.bottom(), box.left(), box.right()};
  return {box.left(), box.right(), box.top(), box.bottom()};
}

/// The boxes share a stretch along the flow, so that they are seen side by side.
bool stand_in_one_row(const std::vector<Extent>& boxes) {
  Pt begin = -1e9, end = 1e9;
  for (const Extent& box : boxes) begin = std::max(begin, box.begin), end = std::min(end, box.end);
  return begin < end;
}

bool stand_in_order(const std::vector<Extent>& boxes) {
  constexpr Pt touching = 0.01;
  return std::ranges::adjacent_find(boxes, [](const Extent& a, const Extent& b) { return a.right > b.left + touching; }) == boxes.end();
}

bool stand_on_one_line(const std::vector<Extent>& boxes) {
  constexpr Pt seen = 0.5;
  const auto middle = [](const Extent& box) { return (box.left + box.right) / 2; };
  return std::ranges::all_of(boxes, [&](const Extent& box) { return std::abs(middle(box) - middle(boxes[0])) < seen; });
}

struct WishRule {
  bool (*is_kept)(const std::vector<Extent>& boxes);
  const char* denial;
};

WishRule rule_of(LayoutWish::Kind kind) {
  switch (kind) {
    case LayoutWish::Kind::order:
      return {stand_in_order, "in this order"};
    case LayoutWish::Kind::align:
      return {stand_on_one_line, "on one line"};
    default:
      return {stand_in_one_row, "in one row"};
  }
}

bool flows_its_own_way(const Diagram& diagram, const EdgeEnd& member) {
  const std::optional<GroupId> around = member.is_group ? diagram.groups[member.index].parent : diagram.nodes[member.index].group;
  for (std::optional<GroupId> g = around; g; g = diagram.groups[index_of(*g)].parent)
    if (diagram.groups[index_of(*g)].direction) return true;
  return false;
}

std::string names_of(const Diagram& diagram, const LayoutWish& wish) {
  std::string names;
  for (const EdgeEnd& member : wish.members) {
    const std::string& id = member.is_group ? diagram.groups[member.index].id : diagram.nodes[member.index].id;
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", id);
  }
  return names;
}

bool is_kept(const LayoutWish& wish, const Drawing& drawing, bool sideways) {
  std::vector<Extent> boxes;
  for (const EdgeEnd& member : wish.members)
    boxes.push_back(extent_of(member.is_group ? drawing.groups[member.index] : drawing.nodes[member.index], sideways));
  return rule_of(wish.kind).is_kept(boxes);
}

}  // namespace

void warn_of_unkept_wishes(const Diagram& diagram, const Drawing& drawing, Direction direction, Report& report) {
  const bool sideways = direction == Direction::right || direction == Direction::left;
  for (const LayoutWish& wish : diagram.wishes) {
    const bool any_way = std::ranges::any_of(wish.members, [&](const EdgeEnd& m) { return flows_its_own_way(diagram, m); });
    if (is_kept(wish, drawing, sideways) || (any_way && is_kept(wish, drawing, !sideways))) continue;
    report.warning(wish.origin, fmt::format("{} cannot stand {}", names_of(diagram, wish), rule_of(wish.kind).denial));
  }
}

}  // namespace drawplate
