// A group is a region when no edge crosses its border, when its direction is another than that around it, or when it is a
// collection of loose things: then it is laid out on its own and moves as one box.
#include "layout/layered/regions/regions.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

int parent_of(const LayoutGraph& graph, int group) {
  const auto& parent = graph.groups[group].parent;
  return parent ? static_cast<int>(*parent) : none;
}

int group_of(const LayoutGraph& graph, const LayoutEnd& end) {
  if (end.is_group) return parent_of(graph, static_cast<int>(end.index));
  const auto& group = graph.nodes[end.index].group;
  return group ? static_cast<int>(*group) : none;
}

std::vector<int> depths_of(const LayoutGraph& graph) {
  const int count = static_cast<int>(graph.groups.size());
  std::vector<int> depth(count, none), path;
  for (int g = 0; g < count; ++g) {
    path.clear();
    int at = g;
    for (; at != none && depth[at] == none; at = parent_of(graph, at)) {
      path.push_back(at);
      assert(path.size() <= static_cast<std::size_t>(count) && "groups form a cycle");
    }
    int d = at == none ? 0 : depth[at] + 1;
    for (auto p = path.rbegin(); p != path.rend(); ++p) depth[*p] = d++;
  }
  return depth;
}

class RegionFinder {
 public:
  explicit RegionFinder(const LayoutGraph& graph) : graph_(graph), depth_(depths_of(graph)) {}

  Regions find() {
    sort_groups();
    find_crossed();
    count_members();
    Regions r;
    r.of_group.assign(graph_.groups.size(), none);
    r.all.push_back({none, none, graph_.direction, {}, {}, {}});
    std::vector<int> region_in(graph_.groups.size(), 0);  // region that a group's members belong to
    for (int g : by_depth_) {
      const int parent = parent_of(graph_, g);
      const int outer = parent == none ? 0 : region_in[parent];
      const Direction flow = graph_.groups[g].direction.value_or(r.all[outer].direction);
      if (entangled_[g] || (crossed_[g] && flow == r.all[outer].direction && !is_collection(g))) {
        r.all[outer].groups.push_back(g);
        region_in[g] = outer;
        continue;
      }
      r.all[outer].boxes.push_back(g);
      region_in[g] = r.of_group[g] = static_cast<int>(r.all.size());
      r.all.push_back({g, outer, flow, {}, {}, {}});
    }
    for (std::size_t v = 0; v < graph_.nodes.size(); ++v) {
      const auto& group = graph_.nodes[v].group;
      r.all[group ? region_in[*group] : 0].nodes.push_back(static_cast<int>(v));
    }
    place_edges(r, region_in);
    return r;
  }

 private:
  void sort_groups() {
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) by_depth_.push_back(static_cast<int>(g));
    std::stable_sort(by_depth_.begin(), by_depth_.end(), [&](int a, int b) { return depth_[a] < depth_[b]; });
  }

  // Many things of which few are linked: they are to stand in a grid, not in a row.
  bool is_collection(int g) const {
    constexpr int fewest_loose = 6;
    return !has_groups_[g] && loose_[g] >= fewest_loose && linked_[g] * 2 <= loose_[g];
  }

  // Counts the members that an edge ends at, and those that none does. Members that are linked to one another count for more than
  // any others: theirs is a flow.
  void count_members() {
    linked_.assign(graph_.groups.size(), 0);
    loose_.assign(graph_.groups.size(), 0);
    has_groups_.assign(graph_.groups.size(), 0);
    std::vector<char> is_linked(graph_.nodes.size(), 0);
    for (const LayoutEdge& e : graph_.edges) {
      for (const LayoutEnd& end : {e.from, e.to})
        if (!end.is_group) is_linked[end.index] = 1;
      const int a = group_of(graph_, e.from), b = group_of(graph_, e.to);
      if (a == b && a != none) linked_[a] += static_cast<int>(graph_.nodes.size());
    }
    for (std::size_t v = 0; v < graph_.nodes.size(); ++v)
      if (graph_.nodes[v].group) ++(is_linked[v] ? linked_ : loose_)[*graph_.nodes[v].group];
    for (const LayoutGroup& group : graph_.groups)
      if (group.parent) has_groups_[*group.parent] = 1;
  }

  void place_edges(Regions& r, const std::vector<int>& region_in) const {
    const auto region_of = [&](const LayoutEnd& end) {
      const int g = group_of(graph_, end);
      return g == none ? 0 : region_in[g];
    };
    for (const LayoutEdge& e : graph_.edges) {
      EdgePlace place;
      int a = region_of(e.from), b = region_of(e.to);
      while (a != b) {  // inner regions have greater numbers
        int& inner = a > b ? a : b;
        (a > b ? place.from_box : place.to_box) = r.all[inner].group;
        inner = r.all[inner].outer;
      }
      place.region = a;
      r.edges.push_back(place);
    }
  }

  // Something joins a thing in group a with one in group b.
  void cross(int a, int b) {
    while (a != b) {
      const bool a_deeper = b == none || (a != none && depth_[a] >= depth_[b]);
      int& deeper = a_deeper ? a : b;
      crossed_[deeper] = 1;
      deeper = parent_of(graph_, deeper);
    }
  }

  void find_crossed() {
    crossed_.assign(graph_.groups.size(), 0);
    entangled_.assign(graph_.groups.size(), 0);
    for (const LayoutRequest& q : graph_.requests)
      if (q.kind == LayoutWish::Kind::same_row)
        for (std::size_t k = 1; k < q.nodes.size(); ++k)
          cross(group_of(graph_, {false, q.nodes[0]}), group_of(graph_, {false, q.nodes[k]}));
    for (const LayoutEdge& e : graph_.edges) {
      cross(group_of(graph_, e.from), group_of(graph_, e.to));
      // An edge between a group and something in it lies inside: the group is no box then.
      for (const auto& [outer, inner] : {std::pair(e.from, e.to), std::pair(e.to, e.from)}) {
        if (!outer.is_group) continue;
        for (int g = group_of(graph_, inner); g != none; g = parent_of(graph_, g))
          if (g == static_cast<int>(outer.index)) entangled_[g] = 1;
      }
    }
  }

  const LayoutGraph& graph_;
  std::vector<int> depth_, by_depth_;
  std::vector<char> crossed_, entangled_, has_groups_;
  std::vector<int> linked_, loose_;  ///< by group
};

}  // namespace

Regions find_regions(const LayoutGraph& graph) { return RegionFinder(graph).find(); }

}  // namespace drawplate::layered
