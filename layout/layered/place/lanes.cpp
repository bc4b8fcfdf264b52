// Lanes stand directly beside their node, on the side to which the line goes on, nested so that they do not cross.
#include "layout/layered/place/lanes.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

struct Lane {
  int item;    // to be placed
  double key;  // where the line goes on: lanes are sorted by it
};

struct Beside {
  std::vector<Lane> left, right;
  std::size_t levels_left = 0, levels_right = 0;  // lines along the row
};

class Lanes {
 public:
  Lanes(const Flat& flat, Ranked& ranked) : flat_(flat), ranked_(ranked), beside_(flat.nodes.size()) {}

  void add() {
    for (std::size_t e = 0; e < ranked_.chains.size(); ++e) {
      Chain& chain = ranked_.chains[e];
      if (!chain.reversed || chain.items.size() < 3 || chooses(flat_, &LayoutVariant::lanes_straight)) continue;
      turn_end(static_cast<int>(e), true);
      turn_end(static_cast<int>(e), false);
    }
    note_levels();
    for (std::size_t e = 0; e < ranked_.chains.size(); ++e)
      if (ranked_.chains[e].self_loop) add_loop(static_cast<int>(e));
    insert();
  }

 private:
  void note_levels() {
    for (const Chain& c : ranked_.chains) {
      if (!c.level || c.items.size() != 3 || ranked_.items[c.items[1]].kind != ItemKind::lane) continue;
      const bool runs_right = ranked_.items[c.items[0]].pos < ranked_.items[c.items[2]].pos;
      ++beside_[c.items[runs_right ? 0 : 2]].levels_right;
      ++beside_[c.items[runs_right ? 2 : 0]].levels_left;
    }
  }

  int new_item(ItemKind kind, int edge, const Item& node) {
    Item item{kind, edge, node.group, node.layer, 0, 0, 0, 0, 0, 0};
    ranked_.items.push_back(item);
    ranked_.up.emplace_back();
    ranked_.down.emplace_back();
    return static_cast<int>(ranked_.items.size()) - 1;
  }

  void add_loop(int edge) {
    Chain& chain = ranked_.chains[edge];
    const int node = chain.items[0];
    const FlatEdge& e = flat_.edges[edge];
    const int lane = new_item(ItemKind::lane, edge, ranked_.items[node]);
    Beside& beside = beside_[node];
    const bool right = beside.right.size() + beside.levels_right <= beside.left.size() + beside.levels_left;
    Item& item = ranked_.items[lane];
    if (e.label_width > 0) {
      (right ? item.right : item.left) = e.label_width + flat_.spacing.label_gap;
      item.height = e.label_height;
    }
    chain.items = {node, lane, node};
    // Outermost, so that no other line's way to the node crosses its label.
    if (right)
      beside.right.push_back({lane, 1e9});
    else
      beside.left.push_back({lane, -1e9});
  }

  // Whether the line goes on to the right of the node's other lines.
  bool goes_right(int node, int next, bool downwards) const {
    const auto& links = downwards ? ranked_.down[node] : ranked_.up[node];
    double sum = 0;
    int count = 0;
    const int pos = ranked_.items[next].pos;
    for (int l : links) {
      const int other = downwards ? ranked_.links[l].lower : ranked_.links[l].upper;
      if (other == next) continue;
      sum += ranked_.items[other].pos;
      ++count;
    }
    if (count > 0) return pos > sum / count;
    const double share = (ranked_.items[node].pos + 0.5) / static_cast<double>(ranked_.layers[ranked_.items[node].layer].size());
    return (pos + 0.5) / static_cast<double>(ranked_.layers[ranked_.items[next].layer].size()) >= share;
  }

  void turn_end(int edge, bool upper) {
    Chain& chain = ranked_.chains[edge];
    const int node = upper ? chain.items.front() : chain.items.back();
    if (ranked_.items[node].kind != ItemKind::node) return;
    const int next = upper ? chain.items[1] : chain.items[chain.items.size() - 2];
    const bool right = goes_right(node, next, upper) != chooses(flat_, &LayoutVariant::lanes_mirrored);
    const int lane = new_item(ItemKind::lane, edge, ranked_.items[node]);
    auto& links = upper ? ranked_.down[node] : ranked_.up[node];
    for (int l : links) {
      Link& link = ranked_.links[l];
      if (link.edge != edge || (upper ? link.lower : link.upper) != next) continue;
      (upper ? link.upper : link.lower) = lane;
      (upper ? ranked_.down[lane] : ranked_.up[lane]).push_back(l);
    }
    std::erase_if(links, [&](int l) { return ranked_.links[l].edge == edge; });
    chain.items.insert(upper ? chain.items.begin() + 1 : chain.items.end() - 1, lane);
    const double key = ranked_.items[next].pos;
    (right ? beside_[node].right : beside_[node].left).push_back({lane, key});
  }

  void insert() {
    for (auto& layer : ranked_.layers) {
      std::vector<int> order;
      for (int i : layer) {
        if (ranked_.items[i].kind != ItemKind::node) {
          order.push_back(i);
          continue;
        }
        const auto by_key = [](const Lane& a, const Lane& b) { return a.key < b.key; };
        Beside& b = beside_[ranked_.items[i].ref];
        std::stable_sort(b.left.begin(), b.left.end(), by_key);
        std::stable_sort(b.right.begin(), b.right.end(), by_key);
        for (const Lane& lane : b.left) order.push_back(lane.item);
        order.push_back(i);
        for (const Lane& lane : b.right) order.push_back(lane.item);
      }
      layer = std::move(order);
      for (std::size_t k = 0; k < layer.size(); ++k) ranked_.items[layer[k]].pos = static_cast<int>(k);
    }
  }

  const Flat& flat_;
  Ranked& ranked_;
  std::vector<Beside> beside_;
};

}  // namespace

void add_lanes(const Flat& flat, Ranked& ranked) { Lanes(flat, ranked).add(); }

}  // namespace drawplate::layered
