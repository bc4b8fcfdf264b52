// Feedback edges by depth-first search in the written order, through the nodes alone where no edge ends at a group; the written
// order itself is tried too, as a whole and within each cycle. The order wins that turns fewest edges, above all few of those that
// the author wrote from an earlier node to a later one. Groups take part by two stand-ins, one before and one after all their members.
#include "layout/layered/layering/cycles.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace drawplate::layered {
namespace {

// Vertices: nodes, then group tops, then group bottoms.
struct Constraints {
  int nodes = 0, groups = 0;
  std::vector<std::vector<int>> next;

  int top(int g) const { return nodes + g; }
  int bottom(int g) const { return nodes + groups + g; }
};

bool holds(const Flat& flat, const End& outer, const End& inner) {
  if (!outer.is_group) return false;
  if (inner.is_group && inner.index == outer.index) return true;
  return is_inside(flat, inner.is_group ? inner.index : flat.nodes[inner.index].group, outer.index);
}

bool is_free(const Flat& flat, const FlatEdge& e) {
  const bool same = e.from.is_group == e.to.is_group && e.from.index == e.to.index;
  return same || holds(flat, e.from, e.to) || holds(flat, e.to, e.from);
}

int row(const std::vector<int>& row_of, int node) { return row_of.empty() ? node : row_of[node]; }

bool is_level(const FlatEdge& e, const std::vector<int>& row_of) {
  return !e.from.is_group && !e.to.is_group && e.from.index != e.to.index && row(row_of, e.from.index) == row(row_of, e.to.index);
}

// The nodes alone: what is inside a group does not begin a flow that comes into the group from outside.
Constraints constraints_of_nodes(const Flat& flat, const std::vector<int>& row_of) {
  Constraints c;
  c.nodes = static_cast<int>(flat.nodes.size());
  c.next.resize(c.nodes);
  for (const FlatEdge& e : flat.edges)
    if (!e.from.is_group && !e.to.is_group && e.from.index != e.to.index && !is_level(e, row_of))
      c.next[row(row_of, e.from.index)].push_back(row(row_of, e.to.index));
  return c;
}

Constraints constraints_of(const Flat& flat, const std::vector<int>& row_of) {
  Constraints c;
  c.nodes = static_cast<int>(flat.nodes.size());
  c.groups = static_cast<int>(flat.groups.size());
  c.next.resize(c.nodes + 2 * c.groups);
  for (const FlatEdge& e : flat.edges) {
    if (is_free(flat, e) || is_level(e, row_of)) continue;
    const int from = e.from.is_group ? c.bottom(e.from.index) : row(row_of, e.from.index);
    const int to = e.to.is_group ? c.top(e.to.index) : row(row_of, e.to.index);
    c.next[from].push_back(to);
  }
  for (int v = 0; v < c.nodes; ++v) {
    const int g = flat.nodes[v].group;
    if (g == none) continue;
    c.next[c.top(g)].push_back(row(row_of, v));
    c.next[row(row_of, v)].push_back(c.bottom(g));
  }
  for (int g = 0; g < c.groups; ++g) {
    const int parent = flat.groups[g].parent;
    if (parent == none) continue;
    c.next[c.top(parent)].push_back(c.top(g));
    c.next[c.bottom(g)].push_back(c.bottom(parent));
  }
  return c;
}

// Reverse post-order, from the sources first and otherwise as written: topological where there is no cycle. Where sources lead
// into one cycle, the last of them (or the first) says where it begins.
std::vector<int> depth_first_places(const Constraints& c, bool first_source_leads) {
  const int count = static_cast<int>(c.next.size());
  std::vector<int> incoming(count, 0), place(count, none);
  for (const auto& targets : c.next)
    for (int w : targets) ++incoming[w];
  std::vector<char> seen(count, 0);
  struct Frame {
    int vertex;
    std::size_t next;
  };
  std::vector<int> finished;
  const auto visit = [&](int root) {
    std::vector<Frame> stack{{root, 0}};
    seen[root] = 1;
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const auto& targets = c.next[frame.vertex];
      // Later targets are finished first, so that earlier ones end up further left and up.
      if (frame.next < targets.size()) {
        const int w = targets[targets.size() - 1 - frame.next++];
        if (!seen[w]) seen[w] = 1, stack.push_back({w, 0});
      } else {
        finished.push_back(frame.vertex);
        stack.pop_back();
      }
    }
  };
  std::vector<int> sources;
  for (int v = 0; v < count; ++v)
    if (incoming[v] == 0) sources.push_back(v);
  if (!first_source_leads) std::reverse(sources.begin(), sources.end());
  for (const int v : sources)
    if (!seen[v]) visit(v);
  for (int v = 0; v < count; ++v)
    if (!seen[v]) visit(v);
  for (std::size_t k = 0; k < finished.size(); ++k) place[finished[k]] = static_cast<int>(finished.size() - 1 - k);
  return place;
}

/// To turn an edge from an earlier node to a later one costs as much as this many others: people write what happens in its order,
/// and several lines back to one step are no reason to begin behind it.
constexpr double written_forward = 6;

// The components of nodes that reach one another, in an order that no constraint runs against (Tarjan 1972).
std::vector<int> component_places(const Constraints& c) {
  const int count = static_cast<int>(c.next.size());
  std::vector<int> number(count, none), low(count, 0), component(count, none), stack;
  struct Frame {
    int vertex;
    std::size_t next;
  };
  int numbered = 0, components = 0;
  for (int root = 0; root < count; ++root) {
    if (number[root] != none) continue;
    std::vector<Frame> walk{{root, 0}};
    number[root] = low[root] = numbered++;
    stack.push_back(root);
    while (!walk.empty()) {
      Frame& frame = walk.back();
      const int v = frame.vertex;
      if (frame.next < c.next[v].size()) {
        const int w = c.next[v][frame.next++];
        if (number[w] == none) {
          number[w] = low[w] = numbered++;
          stack.push_back(w);
          walk.push_back({w, 0});
        } else if (component[w] == none) {
          low[v] = std::min(low[v], number[w]);
        }
        continue;
      }
      walk.pop_back();
      if (!walk.empty()) low[walk.back().vertex] = std::min(low[walk.back().vertex], low[v]);
      if (low[v] != number[v]) continue;
      for (int w = none; w != v; stack.pop_back()) component[w = stack.back()] = components;
      ++components;
    }
  }
  for (int& at : component) at = components - 1 - at;  // sinks were found first
  return component;
}

// As the author wrote the nodes, but for what the edges outside of cycles say.
std::vector<int> written_places(const Flat& flat, const std::vector<int>& component) {
  std::vector<int> order(flat.nodes.size()), place(flat.nodes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return component[a] != component[b] ? component[a] < component[b] : flat.nodes[a].written < flat.nodes[b].written;
  });
  for (std::size_t k = 0; k < order.size(); ++k) place[order[k]] = static_cast<int>(k);
  return place;
}

struct Places {
  std::vector<int> node, first, last;  // of nodes; of a group's first and last member
};

Places spread_to_groups(const Flat& flat, std::vector<int> node_places) {
  Places p{std::move(node_places), std::vector<int>(flat.groups.size(), 1 << 30), std::vector<int>(flat.groups.size(), -1)};
  for (std::size_t v = 0; v < flat.nodes.size(); ++v)
    for (int g = flat.nodes[v].group; g != none; g = flat.groups[g].parent) {
      p.first[g] = std::min(p.first[g], p.node[v]);
      p.last[g] = std::max(p.last[g], p.node[v]);
    }
  return p;
}

int written_first(const Flat& flat, const End& end) {
  if (!end.is_group) return flat.nodes[end.index].written;
  int first = 1 << 30;
  for (const FlatNode& node : flat.nodes)
    if (is_inside(flat, node.group, end.index)) first = std::min(first, node.written);
  return first;
}

std::vector<Run> runs_by(const Flat& flat, const std::vector<int>& row_of, const Places& p, double& cost) {
  std::vector<Run> runs(flat.edges.size(), Run::free);
  cost = 0;
  for (std::size_t i = 0; i < flat.edges.size(); ++i) {
    const FlatEdge& e = flat.edges[i];
    if (is_free(flat, e)) continue;
    if (is_level(e, row_of)) {
      runs[i] = Run::level;
      continue;
    }
    const int from_first = e.from.is_group ? p.first[e.from.index] : p.node[e.from.index];
    const int from_last = e.from.is_group ? p.last[e.from.index] : p.node[e.from.index];
    const int to_first = e.to.is_group ? p.first[e.to.index] : p.node[e.to.index];
    const int to_last = e.to.is_group ? p.last[e.to.index] : p.node[e.to.index];
    if (from_last < to_first)
      runs[i] = Run::forward;
    else if (to_last < from_first)
      runs[i] = Run::backward;
    if (runs[i] != Run::forward) cost += e.weight * (written_first(flat, e.from) < written_first(flat, e.to) ? written_forward : 1);
  }
  return runs;
}

std::vector<int> members_of(const Flat& flat, const End& end) {
  if (!end.is_group) return {end.index};
  std::vector<int> members;
  for (std::size_t v = 0; v < flat.nodes.size(); ++v)
    if (is_inside(flat, flat.nodes[v].group, end.index)) members.push_back(static_cast<int>(v));
  return members;
}

// A row has the place of its first node.
void even_rows(const std::vector<int>& row_of, std::vector<int>& place) {
  for (std::size_t v = 0; v < row_of.size(); ++v) place[v] = place[row_of[v]];
}

// Where a cycle puts the source of an edge to or from a group among the target's members, it is moved before them: the edge
// of the group decides, other edges of that cycle become feedback.
void part_interleaved(const Flat& flat, const std::vector<int>& row_of, std::vector<int>& place) {
  constexpr int most_moves = 200;
  int moves = 0;
  for (const FlatEdge& e : flat.edges) {
    if ((!e.from.is_group && !e.to.is_group) || is_free(flat, e)) continue;
    const std::vector<int> sources = members_of(flat, e.from), targets = members_of(flat, e.to);
    if (sources.empty() || targets.empty()) continue;
    const auto by_place = [&](int a, int b) { return place[a] < place[b]; };
    const auto [first_s, last_s] = std::minmax_element(sources.begin(), sources.end(), by_place);
    const auto [first_t, last_t] = std::minmax_element(targets.begin(), targets.end(), by_place);
    if (place[*last_s] < place[*first_t] || place[*last_t] < place[*first_s]) continue;
    if (++moves > most_moves) return;
    std::vector<int> order(flat.nodes.size());
    std::vector<double> key(flat.nodes.size());
    for (std::size_t v = 0; v < order.size(); ++v) order[v] = static_cast<int>(v), key[v] = place[v];
    const double before = place[*first_t] - 0.5;
    for (int v : sources) key[row(row_of, v)] = before;
    for (std::size_t v = 0; v < row_of.size(); ++v) key[v] = key[row_of[v]];
    std::sort(order.begin(), order.end(), [&](int a, int b) { return key[a] != key[b] ? key[a] < key[b] : place[a] < place[b]; });
    for (std::size_t k = 0; k < order.size(); ++k) place[order[k]] = static_cast<int>(k);
    even_rows(row_of, place);
  }
}

}  // namespace

std::vector<Run> find_feedback(const Flat& flat, const std::vector<int>& row_of) {
  const bool links_groups =
      std::any_of(flat.edges.begin(), flat.edges.end(), [](const FlatEdge& e) { return e.from.is_group || e.to.is_group; });
  std::vector<std::vector<int>> orders;  // the first of the best counts
  if (!flat.groups.empty() && !links_groups) orders.push_back(depth_first_places(constraints_of_nodes(flat, row_of), true));
  const Constraints constraints = constraints_of(flat, row_of);
  orders.push_back(depth_first_places(constraints, false));
  orders.back().resize(flat.nodes.size());
  orders.push_back(written_places(flat, component_places(constraints)));
  orders.emplace_back(flat.nodes.size());
  std::iota(orders.back().begin(), orders.back().end(), 0);
  std::vector<Run> best;
  double least = 0;
  for (std::vector<int>& order : orders) {
    even_rows(row_of, order);
    part_interleaved(flat, row_of, order);
    double cost = 0;
    std::vector<Run> runs = runs_by(flat, row_of, spread_to_groups(flat, std::move(order)), cost);
    if (!best.empty() && cost >= least) continue;
    least = cost;
    best = std::move(runs);
  }
  return best;
}

}  // namespace drawplate::layered
