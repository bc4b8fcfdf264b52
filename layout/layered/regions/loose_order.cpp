// A group that is laid out on its own does not know where its lines come from; once that is known, each of its loose nodes is
// asked where its partners stand (the barycentre of Sugiyama, Tagawa & Toda 1981, from outside).
#include "layout/layered/regions/loose_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "layout/layered/regions/regions.h"

namespace drawplate::layered {
namespace {

class LooseOrder {
 public:
  LooseOrder(const LayoutGraph& graph, const Drawing& drawing) : graph_(graph), drawing_(drawing), regions_(find_regions(graph)) {}

  std::vector<double> find() {
    std::vector<char> has_edges(regions_.all.size(), 0);
    for (const EdgePlace& place : regions_.edges) has_edges[static_cast<std::size_t>(place.region)] = 1;
    for (std::size_t r = 1; r < regions_.all.size(); ++r) {
      const Region& region = regions_.all[r];
      if (!has_edges[r] && region.groups.empty() && region.boxes.empty() && region.nodes.size() > 1) order(region.nodes);
    }
    return changed_ ? std::move(numbers_) : std::vector<double>();
  }

 private:
  void order(const std::vector<int>& nodes) {
    const Rect& first = drawing_.nodes[nodes[0]];
    const auto all = [&](auto same) { return std::all_of(nodes.begin(), nodes.end(), [&](int v) { return same(drawing_.nodes[v]); }); };
    const bool column = all([&](const Rect& r) { return std::abs(r.x - first.x) < 1; });
    if (!column && !all([&](const Rect& r) { return std::abs(r.y - first.y) < 1; })) return;
    if (numbers_.empty()) numbers_.assign(graph_.nodes.size(), 0);
    for (int v : nodes) numbers_[v] = wanted_place(v, column);
    std::vector<int> now = nodes;
    std::stable_sort(now.begin(), now.end(),
                     [&](int a, int b) { return place_of(drawing_.nodes[a], column) < place_of(drawing_.nodes[b], column); });
    changed_ = changed_ || !std::is_sorted(now.begin(), now.end(), [&](int a, int b) { return numbers_[a] < numbers_[b]; });
  }

  static Pt place_of(const Rect& r, bool column) { return column ? r.mid_y() : r.mid_x(); }

  // The mean of its partners' places; its own where it has none.
  Pt wanted_place(int node, bool column) const {
    Pt sum = 0;
    int count = 0;
    for (const LayoutEdge& e : graph_.edges)
      for (const auto& [own, other] : {std::pair(e.from, e.to), std::pair(e.to, e.from)}) {
        if (own.is_group || static_cast<int>(own.index) != node) continue;
        sum += place_of(other.is_group ? drawing_.groups[other.index] : drawing_.nodes[other.index], column);
        ++count;
      }
    return count > 0 ? sum / count : place_of(drawing_.nodes[node], column);
  }

  const LayoutGraph& graph_;
  const Drawing& drawing_;
  const Regions regions_;
  std::vector<double> numbers_;
  bool changed_ = false;
};

}  // namespace

std::vector<double> order_of_loose(const LayoutGraph& graph, const Drawing& drawing) { return LooseOrder(graph, drawing).find(); }

}  // namespace drawplate::layered
