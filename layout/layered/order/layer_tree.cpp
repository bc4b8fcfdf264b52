// Hierarchical sorting with isotonic regression: groups whose order is fixed share the mean of their values where these
// contradict it (Forster, "A fast and simple heuristic for constrained two-level crossing reduction", GD 2004, in spirit).
#include "layout/layered/order/layer_tree.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace drawplate::layered {

LayerSorter::LayerSorter(const Flat& flat, Ranked& ranked) : flat_(flat), ranked_(ranked) {
  children_.resize(flat.groups.size() + 1);
  left_border_.assign(flat.groups.size(), none);
  right_border_.assign(flat.groups.size(), none);
  border_place_.resize(flat.groups.size());
  for (std::size_t g = 0; g < flat.groups.size(); ++g) {
    const GroupSpan span = ranked.spans[g];
    border_place_[g].assign(std::max(0, span.last - span.first + 1), none);
  }
  for (std::size_t i = 0; i < ranked.items.size(); ++i) {
    const Item& item = ranked.items[i];
    if (item.kind == ItemKind::border_left) border_place_[item.ref][item.layer - ranked.spans[item.ref].first] = static_cast<int>(i);
  }
}

bool LayerSorter::sort(int layer, const std::vector<double>& value, const std::vector<double>& weight, int fixed,
                       const std::vector<double>* group_value) {
  collect(layer, value, weight);
  // Children before parents: a group's value is its members' mean.
  for (auto g = present_.rbegin(); g != present_.rend(); ++g) {
    std::vector<Cell>& cells = children_[*g + 1];
    arrange(cells, fixed);
    Cell own{0, 0, none, *g};
    for (const Cell& c : cells) own.value += c.value * c.weight, own.weight += c.weight;
    if (own.weight > 0) own.value /= own.weight;
    if (group_value) own.value = (*group_value)[*g], own.weight = 1;
    children_[flat_.groups[*g].parent + 1].push_back(own);
  }
  arrange(children_[0], fixed);
  return emit(layer);
}

void LayerSorter::collect(int layer, const std::vector<double>& value, const std::vector<double>& weight) {
  present_.clear();
  children_[0].clear();
  for (int i : ranked_.layers[layer]) {
    const Item& item = ranked_.items[i];
    if (item.kind == ItemKind::border_left) {
      present_.push_back(item.ref);
      children_[item.ref + 1].clear();
      left_border_[item.ref] = i;
    } else if (item.kind == ItemKind::border_right) {
      right_border_[item.ref] = i;
    }
  }
  for (int i : ranked_.layers[layer]) {
    const Item& item = ranked_.items[i];
    if (item.kind == ItemKind::border_left || item.kind == ItemKind::border_right) continue;
    children_[item.group + 1].push_back({value[i], weight[i], i, none});
  }
  std::sort(present_.begin(), present_.end());
}

void LayerSorter::arrange(std::vector<Cell>& cells, int fixed) const {
  double last = -1;
  for (Cell& c : cells) {
    if (c.weight <= 0) c.value = last;  // no opinion: behind its neighbour
    last = c.value;
  }
  if (fixed != none) keep_fixed_order(cells, fixed);
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.value < b.value; });
  if (fixed == none) return;
  // Equal values may have left fixed groups in the wrong order: put them right in their own slots.
  std::vector<std::pair<int, Cell>> groups;
  const auto place = [&](const Cell& c) {
    if (c.group == none) return none;
    const GroupSpan span = ranked_.spans[c.group];
    return fixed < span.first || fixed > span.last ? none : ranked_.items[border_place_[c.group][fixed - span.first]].pos;
  };
  for (const Cell& c : cells)
    if (place(c) != none) groups.push_back({place(c), c});
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t next = 0;
  for (Cell& c : cells)
    if (place(c) != none) c = groups[next++].second;
}

void LayerSorter::keep_fixed_order(std::vector<Cell>& cells, int fixed) const {
  struct Pool {
    double sum, weight;
    std::vector<std::size_t> members;
  };
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (cells[k].group == none) continue;
    const GroupSpan span = ranked_.spans[cells[k].group];
    if (fixed < span.first || fixed > span.last) continue;
    order.push_back({ranked_.items[border_place_[cells[k].group][fixed - span.first]].pos, k});
  }
  if (order.size() < 2) return;
  std::sort(order.begin(), order.end());
  std::vector<Pool> pools;
  for (const auto& [pos, k] : order) {
    const double weight = std::max(0.01, cells[k].weight);
    pools.push_back({cells[k].value * weight, weight, {k}});
    while (pools.size() > 1) {
      Pool &a = pools[pools.size() - 2], &b = pools.back();
      if (a.sum / a.weight <= b.sum / b.weight) break;
      a.sum += b.sum;
      a.weight += b.weight;
      a.members.insert(a.members.end(), b.members.begin(), b.members.end());
      pools.pop_back();
    }
  }
  for (const Pool& p : pools)
    for (std::size_t k : p.members) cells[k].value = p.sum / p.weight;
}

bool LayerSorter::emit(int layer) {
  std::vector<int>& order = order_;
  order.clear();
  struct Frame {
    int group;
    std::size_t next;
  };
  std::vector<Frame> stack{{none, 0}};
  while (!stack.empty()) {
    Frame& frame = stack.back();
    const std::vector<Cell>& cells = children_[frame.group + 1];
    if (frame.next == cells.size()) {
      if (frame.group != none) order.push_back(right_border_[frame.group]);
      stack.pop_back();
      continue;
    }
    const Cell& c = cells[frame.next++];
    if (c.group == none) {
      order.push_back(c.item);
    } else {
      order.push_back(left_border_[c.group]);
      stack.push_back({c.group, 0});
    }
  }
  if (order == ranked_.layers[layer]) return false;
  ranked_.layers[layer].swap(order);
  const std::vector<int>& sorted = ranked_.layers[layer];
  for (std::size_t k = 0; k < sorted.size(); ++k) ranked_.items[sorted[k]].pos = static_cast<int>(k);
  return true;
}

}  // namespace drawplate::layered
