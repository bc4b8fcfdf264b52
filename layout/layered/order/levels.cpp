// What is gained by a move in a row is weighed against the crossings of the lines above and below it.
#include "layout/layered/order/levels.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/order/crossings.h"

namespace drawplate::layered {
namespace {

constexpr double backwards = 1.5, apart = 1.2, disorder = 3;  ///< in crossings; the last of edges that only say what stands where

bool is_border(const Item& item) { return item.kind == ItemKind::border_left || item.kind == ItemKind::border_right; }

void renumber(Ranked& ranked, const std::vector<int>& layer) {
  for (std::size_t k = 0; k < layer.size(); ++k) ranked.items[layer[k]].pos = static_cast<int>(k);
}

// Whether nothing but borders of groups stands between two items of one layer.
bool are_neighbours(const Ranked& ranked, int a, int b) {
  const auto [first, last] = std::minmax(ranked.items[a].pos, ranked.items[b].pos);
  const auto& layer = ranked.layers[ranked.items[a].layer];
  return std::all_of(layer.begin() + first + 1, layer.begin() + last, [&](int i) { return is_border(ranked.items[i]); });
}

class LevelOrder {
 public:
  LevelOrder(const Flat& flat, Ranked& ranked) : flat_(flat), ranked_(ranked), edges_(ranked.layers.size()) {
    for (std::size_t e = 0; e < ranked.chains.size(); ++e)
      if (ranked.chains[e].level) edges_[ranked.items[flat.edges[e].from.index].layer].push_back(static_cast<int>(e));
    for (Link& l : ranked.links)
      if (l.edge != none && ranked.chains[l.edge].level) l.weight = 0;
  }

  void run() {
    constexpr int rounds = 4;
    for (std::size_t l = 0; l < edges_.size(); ++l) {
      if (edges_[l].empty()) continue;
      layer_ = static_cast<int>(l);
      cost_ = cost();
      for (int round = 0; round < rounds && improve(); ++round) continue;
    }
  }

 private:
  bool improve() {
    bool changed = false;
    for (int e : edges_[layer_]) {
      const int a = flat_.edges[e].from.index, b = flat_.edges[e].to.index;
      if (ranked_.items[a].group != ranked_.items[b].group || cost_of(e) == 0) continue;
      changed = try_move(b, a, true) || try_move(a, b, false) || try_exchange(a, b) || changed;
    }
    return changed;
  }

  // Beside the other: right of it or left of it.
  bool try_move(int item, int other, bool right) {
    return try_order([&](std::vector<int>& order) {
      order.erase(order.begin() + ranked_.items[item].pos);
      order.insert(std::find(order.begin(), order.end(), other) + (right ? 1 : 0), item);
    });
  }

  bool try_exchange(int a, int b) {
    return try_order([&](std::vector<int>& order) { std::swap(order[ranked_.items[a].pos], order[ranked_.items[b].pos]); });
  }

  template <typename Change>
  bool try_order(const Change& change) {
    std::vector<int>& order = ranked_.layers[layer_];
    effort_ -= static_cast<long>(10 * order.size() + edges_[layer_].size());
    if (effort_ < 0) return false;
    const std::vector<int> before = order;
    change(order);
    renumber(ranked_, order);
    const double now = cost();
    if (now < cost_ - 1e-6) {
      cost_ = now;
      return true;
    }
    order = before;
    renumber(ranked_, order);
    return false;
  }

  double cost() {
    double sum = 0;
    if (layer_ > 0) sum += counter_.count_below(layer_ - 1);
    if (layer_ + 1 < static_cast<int>(ranked_.layers.size())) sum += counter_.count_below(layer_);
    for (int e : edges_[layer_]) sum += cost_of(e);
    return sum;
  }

  double cost_of(int e) const {
    const FlatEdge& edge = flat_.edges[e];
    const bool runs_right = ranked_.items[edge.from.index].pos < ranked_.items[edge.to.index].pos;
    if (!edge.is_drawn) return runs_right ? 0 : disorder;
    return (runs_right ? 0 : backwards) + (are_neighbours(ranked_, edge.from.index, edge.to.index) ? 0 : apart);
  }

  const Flat& flat_;
  Ranked& ranked_;
  std::vector<std::vector<int>> edges_;  ///< level edges by layer
  int layer_ = 0;
  double cost_ = 0;
  long effort_ = 4'000'000;
  LayerClock clock_{ranked_.layers.size()};
  CrossingCounter counter_{ranked_, clock_};
};

// Leaves out items and links and numbers the others anew.
class Removal {
 public:
  explicit Removal(Ranked& ranked) : ranked_(ranked), item_(ranked.items.size(), 0), link_(ranked.links.size(), 0) {}

  void remove_item(int i) {
    item_[i] = none;
    for (const auto* links : {&ranked_.up[i], &ranked_.down[i]})
      for (int l : *links) link_[l] = none;
  }

  void run() {
    const int items = number(item_), links = number(link_);
    for (std::size_t l = 0; l < link_.size(); ++l) {
      if (link_[l] == none) continue;
      Link& link = ranked_.links[link_[l]] = ranked_.links[l];
      link.upper = item_[link.upper];
      link.lower = item_[link.lower];
    }
    for (std::size_t i = 0; i < item_.size(); ++i) {
      if (item_[i] == none || item_[i] == static_cast<int>(i)) continue;
      ranked_.items[item_[i]] = ranked_.items[i];
      ranked_.up[item_[i]] = std::move(ranked_.up[i]);
      ranked_.down[item_[i]] = std::move(ranked_.down[i]);
    }
    ranked_.links.resize(links);
    ranked_.items.resize(items);
    ranked_.up.resize(items);
    ranked_.down.resize(items);
    for (auto* sides : {&ranked_.up, &ranked_.down})
      for (auto& list : *sides) follow(list, link_);
    for (auto& layer : ranked_.layers) follow(layer, item_), renumber(ranked_, layer);
    for (Chain& chain : ranked_.chains) follow(chain.items, item_);
  }

 private:
  static int number(std::vector<int>& of) {
    int next = 0;
    for (int& n : of)
      if (n != none) n = next++;
    return next;
  }

  static void follow(std::vector<int>& list, const std::vector<int>& numbers) {
    std::erase_if(list, [&](int n) { return numbers[n] == none; });
    for (int& n : list) n = numbers[n];
  }

  Ranked& ranked_;
  std::vector<int> item_, link_;  ///< the new numbers
};

// Lanes between neighbours.
class Straightening {
 public:
  Straightening(const Flat& flat, Ranked& ranked) : flat_(flat), ranked_(ranked) {}

  void run() {
    const std::vector<int> straight = choose();
    if (straight.empty()) return;
    Removal removal(ranked_);
    for (int e : straight) {
      std::vector<int>& items = ranked_.chains[e].items;
      for (std::size_t k = 1; k + 1 < items.size(); ++k) removal.remove_item(items[k]);
    }
    removal.run();
    for (int e : straight) add_lane(e);
  }

 private:
  // Chains of neighbours that no other one goes between. A node with a loop keeps a side free for it.
  std::vector<int> choose() {
    std::vector<int> straight, loops(flat_.nodes.size(), 0), sides(flat_.nodes.size(), 0);
    std::vector<char> is_taken(flat_.nodes.size(), 0);  // right of the node
    for (const Chain& c : ranked_.chains)
      if (c.self_loop) ++loops[c.items[0]];
    for (std::size_t e = 0; e < ranked_.chains.size(); ++e) {
      const Chain& c = ranked_.chains[e];
      if (!c.level || c.items.empty() || !are_neighbours(ranked_, c.items.front(), c.items.back())) continue;
      const bool runs_right = ranked_.items[c.items.front()].pos < ranked_.items[c.items.back()].pos;
      const int left = runs_right ? c.items.front() : c.items.back(), right = runs_right ? c.items.back() : c.items.front();
      const auto has_room = [&](int node) { return loops[node] == 0 || loops[node] + sides[node] < 2; };
      if (is_taken[left] || !has_room(left) || !has_room(right)) continue;
      is_taken[left] = 1;
      ++sides[left];
      ++sides[right];
      straight.push_back(static_cast<int>(e));
    }
    return straight;
  }

  void add_lane(int edge) {
    const FlatEdge& e = flat_.edges[edge];
    Chain& chain = ranked_.chains[edge];
    const Item &from = ranked_.items[chain.items.front()], &to = ranked_.items[chain.items.back()];
    const LayoutSpacing& s = flat_.spacing;
    const Pt length = std::max({s.node_gap, s.layer_gap, e.label_width + 2 * s.label_gap + e.head + e.tail, e.head + e.tail + 14});
    Item lane{ItemKind::lane, edge, common_group(flat_, from.group, to.group), from.layer, 0, 0, 0, 0, 0, 0};
    lane.left = lane.right = std::max(0.0, length / 2 - s.edge_node_gap);
    if (e.label_width > 0) lane.height = 2 * (e.label_height + s.label_gap);
    auto& layer = ranked_.layers[from.layer];
    int at = std::min(from.pos, to.pos) + 1;
    while (ranked_.items[layer[at]].kind == ItemKind::border_right) ++at;
    const int index = static_cast<int>(ranked_.items.size());
    layer.insert(layer.begin() + at, index);
    ranked_.items.push_back(lane);
    ranked_.up.emplace_back();
    ranked_.down.emplace_back();
    chain.items = {chain.items.front(), index, chain.items.back()};
    renumber(ranked_, layer);
  }

  const Flat& flat_;
  Ranked& ranked_;
};

bool has_levels(const Ranked& ranked) {
  return std::any_of(ranked.chains.begin(), ranked.chains.end(), [](const Chain& c) { return c.level; });
}

}  // namespace

void order_levels(const Flat& flat, Ranked& ranked) {
  if (has_levels(ranked)) LevelOrder(flat, ranked).run();
}

void straighten_levels(const Flat& flat, Ranked& ranked) {
  if (has_levels(ranked)) Straightening(flat, ranked).run();
}

}  // namespace drawplate::layered
