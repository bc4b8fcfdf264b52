// See spine.h.
#include "layout/diagram/flow/spine.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace drawplate {
namespace {

constexpr std::size_t most_rows = 24, most_parallel = 4, most_members = 8, most_feedback = 6;

/// Nodes outside groups, and groups, in the source's order.
std::vector<EdgeEnd> top_level_items(const Diagram& diagram) {
  std::vector<std::pair<std::uint32_t, EdgeEnd>> items;
  for (std::uint32_t i = 0; i < diagram.nodes.size(); ++i)
    if (!diagram.nodes[i].group) items.push_back({diagram.nodes[i].order, {false, i, {}}});
  for (std::uint32_t i = 0; i < diagram.groups.size(); ++i) items.push_back({diagram.groups[i].order, {true, i, {}}});
  std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<EdgeEnd> out;
  for (auto& [order, item] : items) out.push_back(std::move(item));
  return out;
}

bool is_flow_node(const Node& node) { return node.shape == NodeShape::card && node.cells.empty() && !node.width; }

/// A card with more than a name. Graphs of bare names gain nothing from columns of wide cards.
bool is_rich(const Node& node) {
  return !node.subtitle.empty() || !node.bullets.empty() || !node.pills.empty() || !node.icon.empty() || !node.badge.empty() ||
         !node.footer.empty() || node.number;
}

/// What a flow may not have, seen from each part alone.
bool could_be_flow(const Diagram& diagram) {
  if (diagram.groups.empty() && std::none_of(diagram.nodes.begin(), diagram.nodes.end(), is_rich)) return false;
  const Direction flow = diagram.direction.value_or(Direction::down);
  if ((flow != Direction::down && flow != Direction::right) || !diagram.wishes.empty()) return false;
  for (const Node& node : diagram.nodes)
    if (!is_flow_node(node)) return false;
  std::vector<std::size_t> members(diagram.groups.size(), 0);
  for (const Node& node : diagram.nodes)
    if (node.group && ++members[index_of(*node.group)] > most_members) return false;
  for (std::size_t i = 0; i < diagram.groups.size(); ++i)
    if (diagram.groups[i].parent || diagram.groups[i].direction.value_or(Direction::down) != Direction::down || members[i] == 0)
      return false;
  for (const Edge& edge : diagram.edges) {
    const auto inside = [&](const EdgeEnd& end) { return !end.is_group && diagram.nodes[end.index].group.has_value(); };
    if (inside(edge.from) || inside(edge.to) || edge.from == edge.to || edge.line == LineKind::invisible) return false;
    if (edge.from_side || edge.to_side || edge.min_length != 1 || !edge.head_label.empty() || !edge.tail_label.empty()) return false;
  }
  return true;
}

struct Places {
  std::map<std::pair<bool, std::uint32_t>, std::size_t> of;  // item → place in the source
  std::size_t operator()(const EdgeEnd& end) const { return of.at({end.is_group, end.index}); }
};

/// Longest path from a source, over edges that run forward in the written order.
std::vector<std::size_t> layers_of(const Diagram& diagram, std::size_t count, const Places& place) {
  std::vector<std::vector<std::size_t>> before(count);
  for (const Edge& edge : diagram.edges)
    if (edge.kind != EdgeKind::loop && place(edge.from) < place(edge.to)) before[place(edge.to)].push_back(place(edge.from));
  std::vector<std::size_t> layer(count, 0);
  for (std::size_t i = 0; i < count; ++i)
    for (const std::size_t source : before[i]) layer[i] = std::max(layer[i], layer[source] + 1);
  return layer;
}

bool rows_are_joined(const Diagram& diagram, const Spine& spine) {
  std::map<std::tuple<bool, std::uint32_t, bool, std::uint32_t>, int> seen;
  for (const std::uint32_t e : spine.forward) {
    const Edge& edge = diagram.edges[e];
    if (row_of(spine, edge.to) != row_of(spine, edge.from) + 1) return false;
    if (++seen[{edge.from.is_group, edge.from.index, edge.to.is_group, edge.to.index}] > 1) return false;
  }
  std::size_t wanted = 0;
  for (std::size_t r = 0; r + 1 < spine.rows.size(); ++r) {
    const std::size_t a = spine.rows[r].items.size(), b = spine.rows[r + 1].items.size();
    if (a > 1 && b > 1) return false;
    wanted += a * b;
  }
  return spine.forward.size() == wanted;
}

bool rows_are_even(const Spine& spine) {
  return std::all_of(spine.rows.begin(), spine.rows.end(), [](const SpineRow& row) {
    return !row.items.empty() && row.items.size() <= most_parallel &&
           std::all_of(row.items.begin(), row.items.end(),
                       [&](const EdgeEnd& item) { return item.is_group == row.items.front().is_group; });
  });
}

/// A label on one arm of a branch has no place of its own in a flow.
bool labels_have_room(const Diagram& diagram, const Spine& spine) {
  return std::all_of(spine.forward.begin(), spine.forward.end(), [&](std::uint32_t e) {
    const Edge& edge = diagram.edges[e];
    return edge.label.empty() ||
           (spine.rows[row_of(spine, edge.from)].items.size() == 1 && spine.rows[row_of(spine, edge.to)].items.size() == 1);
  });
}

}  // namespace

std::size_t row_of(const Spine& spine, const EdgeEnd& item) {
  for (std::size_t r = 0; r < spine.rows.size(); ++r)
    for (const EdgeEnd& other : spine.rows[r].items)
      if (other.is_group == item.is_group && other.index == item.index) return r;
  return spine.rows.size();
}

std::vector<const Node*> members_of(const Diagram& diagram, std::uint32_t group) {
  std::vector<const Node*> members;
  for (const Node& node : diagram.nodes)
    if (node.group && index_of(*node.group) == group) members.push_back(&node);
  std::stable_sort(members.begin(), members.end(), [](const Node* a, const Node* b) { return a->order < b->order; });
  return members;
}

std::optional<Spine> find_spine(const Diagram& diagram) {
  if (diagram.nodes.empty() || diagram.nodes.size() > most_rows * most_members || !could_be_flow(diagram)) return std::nullopt;
  const std::vector<EdgeEnd> items = top_level_items(diagram);
  if (items.size() < 2 || items.size() > most_rows * most_parallel) return std::nullopt;
  Places place;
  for (std::size_t i = 0; i < items.size(); ++i) place.of[{items[i].is_group, items[i].index}] = i;

  const std::vector<std::size_t> layer = layers_of(diagram, items.size(), place);
  Spine spine;
  spine.rows.resize(*std::max_element(layer.begin(), layer.end()) + 1);
  if (spine.rows.size() < 2 || spine.rows.size() > most_rows) return std::nullopt;
  for (std::size_t i = 0; i < items.size(); ++i) spine.rows[layer[i]].items.push_back(items[i]);
  for (std::uint32_t e = 0; e < diagram.edges.size(); ++e) {
    const Edge& edge = diagram.edges[e];
    const bool back = edge.kind == EdgeKind::loop || place(edge.from) > place(edge.to);
    if (back && row_of(spine, edge.from) <= row_of(spine, edge.to)) return std::nullopt;
    (back ? spine.feedback : spine.forward).push_back(e);
  }
  if (spine.feedback.size() > most_feedback || !rows_are_even(spine) || !rows_are_joined(diagram, spine) ||
      !labels_have_room(diagram, spine))
    return std::nullopt;
  return spine;
}

}  // namespace drawplate
