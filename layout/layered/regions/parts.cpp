// See parts.h.
#include "layout/layered/regions/parts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>

namespace drawplate::layered {
namespace {

bool is_node_of(const Region& region, std::uint32_t v) {
  return std::binary_search(region.nodes.begin(), region.nodes.end(), static_cast<int>(v));
}

}  // namespace

std::vector<Part> connected_parts(const LayoutGraph& graph, const Regions& regions, int r, const std::vector<int>& edges) {
  const Region& region = regions.all[r];
  const int nodes = static_cast<int>(graph.nodes.size()), groups = static_cast<int>(graph.groups.size());
  std::vector<int> root(nodes + groups);
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&](int v) {
    while (root[v] != v) v = root[v] = root[root[v]];
    return v;
  };
  const auto join = [&](int a, int b) {
    a = find(a), b = find(b);
    root[std::max(a, b)] = std::min(a, b);
  };
  std::vector<char> within(groups, 0);
  for (int g : region.groups) within[g] = 1;
  const auto join_parent = [&](int v, const std::optional<std::uint32_t>& parent) {
    if (parent && within[*parent]) join(v, nodes + static_cast<int>(*parent));
  };
  for (int v : region.nodes) join_parent(v, graph.nodes[v].group);
  for (int g : region.groups) join_parent(nodes + g, graph.groups[g].parent);
  for (int g : region.boxes) join_parent(nodes + g, graph.groups[g].parent);
  const auto vertex = [&](const LayoutEnd& e, int box) {
    if (box != none) return nodes + box;
    return static_cast<int>(e.index) + (e.is_group ? nodes : 0);
  };
  for (int e : edges) {
    const EdgePlace& place = regions.edges[e];
    join(vertex(graph.edges[e].from, place.from_box), vertex(graph.edges[e].to, place.to_box));
  }
  for (const LayoutRequest& q : graph.requests)
    for (std::size_t k = 1; k < q.nodes.size(); ++k)
      if (is_node_of(region, q.nodes[0]) && is_node_of(region, q.nodes[k]))
        join(static_cast<int>(q.nodes[0]), static_cast<int>(q.nodes[k]));

  std::vector<Part> parts;
  std::vector<int> part_of(nodes + groups, none);
  const auto part = [&](int v) -> Part& {
    int& p = part_of[find(v)];
    if (p == none) p = static_cast<int>(parts.size()), parts.emplace_back();
    return parts[p];
  };
  for (int v : region.nodes) part(v).nodes.push_back(v);
  for (int g : region.boxes) part(nodes + g).boxes.push_back(g);
  for (int g : region.groups) part(nodes + g).groups.push_back(g);
  for (int e : edges) part(vertex(graph.edges[e].from, regions.edges[e].from_box)).edges.push_back(e);
  return parts;
}

}  // namespace drawplate::layered
