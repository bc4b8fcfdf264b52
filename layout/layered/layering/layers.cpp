// Layers of least total edge length by network simplex. Ranks are doubled where labels need a layer of their own between.
#include "layout/layered/layering/layers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "layout/layered/layering/network_simplex.h"

namespace drawplate::layered {
namespace {

int vertex_of(const End& end, bool upper_end, int nodes, int groups, const std::vector<int>& row_of) {
  if (!end.is_group) return row_of[end.index];
  return upper_end ? nodes + groups + end.index : nodes + end.index;
}

std::vector<int> every_node_alone(const Flat& flat) {
  std::vector<int> row_of(flat.nodes.size());
  for (std::size_t v = 0; v < row_of.size(); ++v) row_of[v] = static_cast<int>(v);
  return row_of;
}

// Rows that share a node become one.
std::vector<int> with_row(std::vector<int> row_of, const std::vector<int>& row) {
  int least = 1 << 30;
  for (int v : row) least = std::min(least, row_of[v]);
  std::vector<char> joins(row_of.size(), 0);
  for (int v : row) joins[row_of[v]] = 1;
  for (int& r : row_of)
    if (joins[r]) r = least;
  return row_of;
}

bool has_cycle(int count, const std::vector<RankEdge>& edges) {
  std::vector<int> waiting(count, 0), ready;
  std::vector<std::vector<int>> next(count);
  for (const RankEdge& e : edges) ++waiting[e.to], next[e.from].push_back(e.to);
  for (int v = 0; v < count; ++v)
    if (waiting[v] == 0) ready.push_back(v);
  for (std::size_t k = 0; k < ready.size(); ++k)
    for (int w : next[ready[k]])
      if (--waiting[w] == 0) ready.push_back(w);
  return ready.size() != static_cast<std::size_t>(count);
}

std::vector<RankEdge> rank_edges(const Flat& flat, const std::vector<Run>& runs, const std::vector<int>& row_of) {
  const int nodes = static_cast<int>(flat.nodes.size()), groups = static_cast<int>(flat.groups.size());
  std::vector<RankEdge> edges;
  for (std::size_t i = 0; i < flat.edges.size(); ++i) {
    const FlatEdge& e = flat.edges[i];
    if (runs[i] == Run::free || runs[i] == Run::level) continue;
    const bool forward = runs[i] == Run::forward;
    const int upper = vertex_of(forward ? e.from : e.to, true, nodes, groups, row_of);
    const int lower = vertex_of(forward ? e.to : e.from, false, nodes, groups, row_of);
    const int weight = std::max(1, static_cast<int>(std::lround(e.weight * (forward ? 4 : 2))));
    // Only nodes may stand side by side: a line to a group ends at its top or bottom.
    const int length = e.from.is_group || e.to.is_group ? std::max(1, e.min_length) : e.min_length;
    edges.push_back({upper, lower, length, weight});
  }
  for (int v = 0; v < nodes; ++v) {
    const int g = flat.nodes[v].group;
    if (g == none) continue;
    edges.push_back({nodes + g, row_of[v], 0, 0});
    edges.push_back({row_of[v], nodes + groups + g, 0, 0});
  }
  for (int g = 0; g < groups; ++g) {
    edges.push_back({nodes + g, nodes + groups + g, 0, 3});  // groups want to be short
    const int parent = flat.groups[g].parent;
    if (parent == none) continue;
    edges.push_back({nodes + parent, nodes + g, 0, 0});
    edges.push_back({nodes + groups + g, nodes + groups + parent, 0, 0});
  }
  return edges;
}

// An edge between a group and something in it: the group is opened by a layer so that the line has a way.
void open_groups(const Flat& flat, const std::vector<Run>& runs, std::vector<RankEdge>& edges, const std::vector<int>& row_of) {
  const int nodes = static_cast<int>(flat.nodes.size()), groups = static_cast<int>(flat.groups.size());
  for (std::size_t i = 0; i < flat.edges.size(); ++i) {
    const FlatEdge& e = flat.edges[i];
    if (runs[i] != Run::free || e.from.is_group == e.to.is_group) continue;
    const End& inner = e.from.is_group ? e.to : e.from;
    const int g = e.from.is_group ? e.from.index : e.to.index;
    if (!is_inside(flat, flat.nodes[inner.index].group, g)) continue;
    if (e.from.is_group)
      edges.push_back({nodes + g, row_of[inner.index], 1, 1});
    else
      edges.push_back({row_of[inner.index], nodes + groups + g, 1, 1});
  }
}

// A group spans exactly its members, and a layer more where one of its own edges needs it.
void span_members(const Flat& flat, const std::vector<Run>& runs, int unit, Layering& layering) {
  layering.groups.assign(flat.groups.size(), {1 << 30, -1});
  const auto cover = [&](int g, int layer) {
    for (; g != none; g = flat.groups[g].parent) {
      layering.groups[g].first = std::min(layering.groups[g].first, layer);
      layering.groups[g].last = std::max(layering.groups[g].last, layer);
    }
  };
  for (std::size_t v = 0; v < flat.nodes.size(); ++v) cover(flat.nodes[v].group, layering.node[v]);
  for (std::size_t i = 0; i < flat.edges.size(); ++i) {
    const FlatEdge& e = flat.edges[i];
    if (runs[i] != Run::free || e.from.is_group == e.to.is_group) continue;
    const int inner = e.from.is_group ? e.to.index : e.from.index, g = e.from.is_group ? e.from.index : e.to.index;
    if (!is_inside(flat, flat.nodes[inner].group, g)) continue;
    cover(g, layering.node[inner] + (e.from.is_group ? -unit : unit));
  }
}

// Squeezes out layers in which nothing stands.
void drop_empty_layers(const Flat& flat, const std::vector<Run>& runs, Layering& layering) {
  std::vector<char> used(layering.count, 0);
  for (int l : layering.node) used[l] = 1;
  for (std::size_t i = 0; i < flat.edges.size(); ++i) {
    const FlatEdge& e = flat.edges[i];
    if (e.from.is_group) used[layering.groups[e.from.index].first] = used[layering.groups[e.from.index].last] = 1;
    if (e.to.is_group) used[layering.groups[e.to.index].first] = used[layering.groups[e.to.index].last] = 1;
    if (e.label_width <= 0 || runs[i] == Run::free || runs[i] == Run::level) continue;
    const End &upper = runs[i] == Run::forward ? e.from : e.to, &lower = runs[i] == Run::forward ? e.to : e.from;
    const int a = upper.is_group ? layering.groups[upper.index].last : layering.node[upper.index];
    const int b = lower.is_group ? layering.groups[lower.index].first : layering.node[lower.index];
    if (b <= a) continue;
    bool free_layer = false;
    for (int l = a + 1; l < b; ++l) free_layer = free_layer || used[l];
    if (!free_layer) used[a + 1] = 1;
  }
  std::vector<int> now(layering.count, 0);
  int next = 0;
  for (int l = 0; l < layering.count; ++l) {
    now[l] = next;
    if (used[l]) ++next;
  }
  for (int& l : layering.node) l = now[l];
  for (GroupSpan& s : layering.groups) {
    s.first = now[s.first];
    s.last = used[s.last] ? now[s.last] : now[s.last] - 1;
  }
  layering.count = next;
}

// Vertices: nodes, then group tops, then group bottoms; nodes of one row share that of the first of them.
std::vector<RankEdge> constraints_of(const Flat& flat, const std::vector<Run>& runs, const std::vector<int>& row_of) {
  std::vector<RankEdge> edges = rank_edges(flat, runs, row_of);
  open_groups(flat, runs, edges, row_of);
  return edges;
}

// With a row, a line to a group may come to have no order: both its ends hold nodes of the row.
bool is_possible(const Flat& flat, const std::vector<int>& row_of, std::ptrdiff_t most_free) {
  const std::vector<Run> runs = find_feedback(flat, row_of);
  if (std::count(runs.begin(), runs.end(), Run::free) > most_free) return false;
  return !has_cycle(static_cast<int>(flat.nodes.size() + 2 * flat.groups.size()), constraints_of(flat, runs, row_of));
}

}  // namespace

std::vector<int> find_rows(const Flat& flat) {
  if (flat.same_row.empty()) return {};
  constexpr std::size_t most_effort = 4'000'000;
  const std::vector<int> alone = every_node_alone(flat);
  const std::vector<Run> runs = find_feedback(flat, alone);
  const auto free = std::count(runs.begin(), runs.end(), Run::free);
  std::vector<int> row_of = alone;
  for (const auto& row : flat.same_row) row_of = with_row(std::move(row_of), row);
  if (is_possible(flat, row_of, free)) return row_of;
  row_of = alone;
  std::size_t effort = 0;
  for (const auto& row : flat.same_row) {
    effort += flat.nodes.size() + flat.edges.size() + flat.groups.size();
    if (effort > most_effort) break;
    std::vector<int> tried = with_row(row_of, row);
    if (is_possible(flat, tried, free)) row_of = std::move(tried);
  }
  return row_of;
}

Layering assign_layers(const Flat& flat, const std::vector<Run>& runs, const std::vector<int>& rows) {
  const int nodes = static_cast<int>(flat.nodes.size()), groups = static_cast<int>(flat.groups.size());
  const std::vector<int> row_of = rows.empty() ? every_node_alone(flat) : rows;
  const std::vector<RankEdge> edges = constraints_of(flat, runs, row_of);
  const bool labelled = std::any_of(flat.edges.begin(), flat.edges.end(), [](const FlatEdge& e) { return e.label_width > 0; });
  const int unit = labelled ? 2 : 1;
  const int pivots = std::clamp(2'000'000 / std::max(1, nodes + groups), 100, 20'000);
  const std::vector<int> rank = network_simplex(nodes + 2 * groups, edges, pivots);
  Layering layering;
  layering.node.resize(nodes);
  for (int v = 0; v < nodes; ++v) layering.node[v] = unit * rank[row_of[v]];
  layering.groups.resize(groups);
  span_members(flat, runs, unit, layering);
  for (int v = 0; v < nodes; ++v) layering.count = std::max(layering.count, layering.node[v] + 1);
  for (const GroupSpan& s : layering.groups) layering.count = std::max(layering.count, s.last + 1);
  drop_empty_layers(flat, runs, layering);
  return layering;
}

}  // namespace drawplate::layered
