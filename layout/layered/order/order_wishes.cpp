// A wish binds each of its nodes to the next one in the same layer and group; the order of all is a topological one.
#include "layout/layered/order/order_wishes.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <queue>
#include <utility>
#include <vector>

namespace drawplate::layered {

OrderWishes::OrderWishes(const Flat& flat, const Ranked& ranked) {
  if (flat.in_order.empty()) return;
  after_.resize(ranked.items.size());
  classes_.resize(ranked.layers.size());
  std::map<std::pair<int, int>, std::vector<int>> named;  // by layer and group
  for (const std::vector<int>& wish : flat.in_order) {
    std::map<std::pair<int, int>, int> last;
    for (int node : wish) {
      const std::pair place{ranked.items[node].layer, ranked.items[node].group};
      const auto [before, is_first] = last.try_emplace(place, node);
      if (!is_first && before->second != node) after_[before->second].push_back(node);
      before->second = node;
      named[place].push_back(node);
    }
  }
  for (auto& [place, nodes] : named) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.size() > 1) classes_[place.first].push_back(std::move(nodes));
  }
}

bool OrderWishes::precedes(int a, int b) const { return any() && std::find(after_[a].begin(), after_[a].end(), b) != after_[a].end(); }

bool OrderWishes::apply(Ranked& ranked, int layer) const {
  if (!any()) return false;
  bool changed = false;
  for (const std::vector<int>& nodes : classes_[layer]) {
    const std::vector<int> sorted = in_order(ranked, nodes);
    std::vector<int> places;
    for (int node : nodes) places.push_back(ranked.items[node].pos);
    std::sort(places.begin(), places.end());
    for (std::size_t k = 0; k < places.size(); ++k) {
      changed = changed || ranked.items[sorted[k]].pos != places[k];
      ranked.layers[layer][places[k]] = sorted[k];
      ranked.items[sorted[k]].pos = places[k];
    }
  }
  return changed;
}

// Of the nodes that may come next the leftmost; where wishes contradict each other, the leftmost of all that are left.
std::vector<int> OrderWishes::in_order(const Ranked& ranked, const std::vector<int>& nodes) const {
  std::map<int, int> waits;  // for how many others
  for (int node : nodes)
    for (int next : after_[node]) ++waits[next];
  const auto is_right = [&](int a, int b) { return ranked.items[a].pos > ranked.items[b].pos; };
  std::priority_queue<int, std::vector<int>, decltype(is_right)> free(is_right), all(is_right);
  for (int node : nodes) {
    all.push(node);
    if (waits[node] == 0) free.push(node);
  }
  std::vector<int> sorted;
  constexpr int placed = -1;
  while (sorted.size() < nodes.size()) {
    auto& from = free.empty() ? all : free;
    const int node = from.top();
    from.pop();
    if (waits[node] == placed) continue;
    waits[node] = placed;
    sorted.push_back(node);
    for (int next : after_[node])
      if (waits[next] != placed && --waits[next] == 0) free.push(next);
  }
  return sorted;
}

}  // namespace drawplate::layered
