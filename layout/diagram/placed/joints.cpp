// See joints.h.
#include "layout/diagram/placed/joints.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace drawplate {
namespace {

constexpr Pt same_place = 0.05;
constexpr std::size_t largest_bus = 64;  // larger ones are stars, not buses

/// The ways a line leaves a point: up, right, down, left.
using Ways = std::array<bool, 4>;

bool near_zero(Pt value) { return std::abs(value) < same_place; }

void add_way(Ways& ways, Vec v) {
  if (near_zero(v.x) && near_zero(v.y)) return;
  if (near_zero(v.x))
    ways[v.y < 0 ? 0 : 2] = true;
  else if (near_zero(v.y))
    ways[v.x > 0 ? 1 : 3] = true;
}

/// Adds the ways in which a route passes through, or bends at, a point.
void add_ways_at(Ways& ways, const std::vector<Point>& route, Point at) {
  for (std::size_t i = 0; i + 1 < route.size(); ++i) {
    const Point a = route[i], b = route[i + 1];
    const bool on_vertical =
        near_zero(a.x - b.x) && near_zero(at.x - a.x) && at.y > std::min(a.y, b.y) - same_place && at.y < std::max(a.y, b.y) + same_place;
    const bool on_horizontal =
        near_zero(a.y - b.y) && near_zero(at.y - a.y) && at.x > std::min(a.x, b.x) - same_place && at.x < std::max(a.x, b.x) + same_place;
    if (!on_vertical && !on_horizontal) continue;
    add_way(ways, a - at);
    add_way(ways, b - at);
  }
}

using EndKey = std::tuple<bool, bool, std::uint32_t>;  // at the source?, group?, index

std::map<EndKey, std::vector<std::size_t>> buses_of(const PlacedDiagram& placed) {
  std::map<EndKey, std::vector<std::size_t>> buses;
  for (std::size_t i = 0; i < placed.edges.size(); ++i) {
    const Edge& edge = placed.diagram->edges[placed.edges[i].edge];
    buses[{true, edge.from.is_group, edge.from.index}].push_back(i);
    buses[{false, edge.to.is_group, edge.to.index}].push_back(i);
  }
  return buses;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> bus_joints(const PlacedDiagram& placed) {
  std::vector<std::vector<std::uint32_t>> joints(placed.edges.size());
  for (const auto& [key, members] : buses_of(placed)) {
    if (members.size() < 2 || members.size() > largest_bus) continue;
    for (const std::size_t i : members) {
      const std::vector<Point>& route = placed.edges[i].route;
      for (std::uint32_t corner = 1; corner + 1 < route.size(); ++corner) {
        Ways ways{};
        for (const std::size_t other : members) add_ways_at(ways, placed.edges[other].route, route[corner]);
        if (std::count(ways.begin(), ways.end(), true) >= 3) joints[i].push_back(corner);
      }
    }
  }
  return joints;
}

}  // namespace drawplate
