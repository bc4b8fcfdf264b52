// Seeded random graphs for the layout's property tests; the same everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "layout/layered/model/graph.h"
#include "layout/layered/model/layered.h"

namespace drawplate::testing {

struct Dice {
  std::uint64_t state;
  std::uint32_t below(std::uint32_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state >> 33) % bound);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
};

struct RandomKind {
  std::uint32_t nodes = 12, edges = 16, groups = 0;
  bool cycles = true, labels = true, loops = true, edges_to_groups = false, directions = false, outlines = true;
};

inline bool is_within(const LayoutGraph& graph, std::optional<std::uint32_t> at, std::uint32_t group) {
  while (at && *at != group) at = graph.groups[*at].parent;
  return at.has_value();
}

inline LayoutGraph random_graph(std::uint64_t seed, const RandomKind& kind) {
  Dice dice{seed * 7919 + 17};
  LayoutGraph graph;
  graph.direction = static_cast<Direction>(dice.below(4));
  for (std::uint32_t g = 0; g < kind.groups; ++g) {
    LayoutGroup group;
    if (g > 0 && dice.chance(50)) group.parent = dice.below(g);
    if (dice.chance(80)) group.title = {20.0 + dice.below(120), 16};
    if (kind.directions && dice.chance(40)) group.direction = static_cast<Direction>(dice.below(4));
    graph.groups.push_back(group);
  }
  for (std::uint32_t v = 0; v < kind.nodes; ++v) {
    LayoutNode node;
    node.size = {30.0 + dice.below(120), 24.0 + dice.below(50)};
    if (kind.groups > 0 && dice.chance(70)) node.group = dice.below(kind.groups);
    if (kind.outlines && dice.chance(30)) node.outline = static_cast<OutlineKind>(1 + dice.below(2));
    graph.nodes.push_back(node);
  }
  std::vector<int> looped(kind.nodes, 0);  // two labelled loops at one node have a side each; more need not be neat
  for (std::uint32_t e = 0; e < kind.edges; ++e) {
    std::uint32_t a = dice.below(kind.nodes), b = dice.below(kind.nodes);
    if (a == b && (!kind.loops || looped[a]++ == 2)) continue;
    if (!kind.cycles && a > b) std::swap(a, b);
    LayoutEdge edge;
    edge.from.index = a;
    edge.to.index = b;
    if (kind.edges_to_groups && dice.chance(15)) {
      const std::uint32_t g = dice.below(kind.groups);
      if (!is_within(graph, graph.nodes[a].group, g)) edge.to = {true, g};
    }
    if (kind.labels && dice.chance(35)) edge.label = {20.0 + dice.below(60), 14};
    if (dice.chance(10)) edge.min_length = 2;
    graph.edges.push_back(edge);
  }
  return graph;
}

/// One part as the phases see it; every group holds a node.
inline layered::Flat random_flat(std::uint64_t seed, int nodes, int edges, int groups, bool acyclic) {
  Dice dice{seed * 104729 + 3};
  using namespace layered;
  Flat flat;
  for (int g = 0; g < groups; ++g) {
    FlatGroup group;
    group.parent = g > 0 && dice.chance(40) ? static_cast<int>(dice.below(static_cast<std::uint32_t>(g))) : none;
    group.pad = {16, 30, 16, 16};
    flat.groups.push_back(group);
  }
  for (int v = 0; v < nodes; ++v) {
    FlatNode node{40.0 + dice.below(80), 30, none, OutlineKind::box};
    // Every group gets a node, the last ones; the others stand anywhere.
    if (v >= nodes - groups)
      node.group = v - (nodes - groups);
    else if (groups > 0 && dice.chance(60))
      node.group = static_cast<int>(dice.below(static_cast<std::uint32_t>(groups)));
    flat.nodes.push_back(node);
  }
  for (int e = 0; e < edges; ++e) {
    int a = static_cast<int>(dice.below(static_cast<std::uint32_t>(nodes))),
        b = static_cast<int>(dice.below(static_cast<std::uint32_t>(nodes)));
    if (acyclic && a == b) continue;
    if (acyclic && a > b) std::swap(a, b);
    FlatEdge edge;
    edge.from = {false, a};
    edge.to = {false, b};
    edge.min_length = 1 + static_cast<int>(dice.below(2));
    if (dice.chance(30)) edge.label_width = 30, edge.label_height = 14;
    flat.edges.push_back(edge);
  }
  return flat;
}

}  // namespace drawplate::testing
