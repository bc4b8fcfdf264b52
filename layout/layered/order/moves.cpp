// Three moves, each taken where it saves crossings: a long line is threaded anew through all its layers by dynamic
// programming; an item changes place in its layer (sifting: Matuszewski, Schönfeld & Molitor, GD 1999); a group with all it
// holds passes its neighbour in every layer at once.
#include "layout/layered/order/moves.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace drawplate::layered {
namespace {

bool is_border(const Item& item) { return item.kind == ItemKind::border_left || item.kind == ItemKind::border_right; }

}  // namespace

LocalSearch::LocalSearch(const Flat& flat, Ranked& ranked, const OrderWishes& wishes, LayerClock& clock, CrossingCounter& counter)
    : flat_(flat),
      ranked_(ranked),
      wishes_(wishes),
      clock_(clock),
      counter_(counter),
      threader_(flat, ranked),
      threaded_(ranked.chains.size()),
      sifted_(ranked.items.size()),
      passed_(flat.groups.size()) {
  left_.assign(flat.groups.size(), {});
  right_.assign(flat.groups.size(), {});
  for (std::size_t g = 0; g < flat.groups.size(); ++g) {
    const std::size_t span = static_cast<std::size_t>(std::max(0, ranked.spans[g].last - ranked.spans[g].first + 1));
    left_[g].assign(span, none);
    right_[g].assign(span, none);
  }
  for (std::size_t i = 0; i < ranked.items.size(); ++i) {
    const Item& item = ranked.items[i];
    if (!is_border(item)) continue;
    auto& list = item.kind == ItemKind::border_left ? left_ : right_;
    list[item.ref][item.layer - ranked.spans[item.ref].first] = static_cast<int>(i);
  }
}

long LocalSearch::run(long effort) {
  effort_ = effort;
  for (int round = 0; round < 12 && effort_ > 0; ++round) {
    bool changed = false;
    for (std::size_t e = 0; e < ranked_.chains.size() && effort_ > 0; ++e) changed = thread(static_cast<int>(e)) || changed;
    for (std::size_t l = 0; l < ranked_.layers.size() && effort_ > 0; ++l) changed = sift_layer(static_cast<int>(l)) || changed;
    for (std::size_t g = 0; g < flat_.groups.size() && effort_ > 0; ++g) changed = pass_neighbour(static_cast<int>(g)) || changed;
    if (!changed) break;
  }
  return effort_;
}

// Moves that look only at the layers from `first` to `last`: where these stand as they stood when one failed, it fails again,
// at the same cost.
template <class Move>
bool LocalSearch::attempt(Trial& trial, int first, int last, Move move) {
  if (clock_.stands(first, last, trial.at)) {
    effort_ -= trial.cost;
    return false;
  }
  const long before = effort_;
  if (move()) return true;
  trial = {clock_.now(), before - effort_};
  return false;
}

void LocalSearch::renumber(int layer) {
  const auto& order = ranked_.layers[layer];
  for (std::size_t k = 0; k < order.size(); ++k) ranked_.items[order[k]].pos = static_cast<int>(k);
}

bool LocalSearch::thread(int edge) {
  if (ranked_.chains[edge].level) return false;
  const std::vector<int>& items = ranked_.chains[edge].items;
  if (items.size() < 3) return false;
  return attempt(threaded_[edge], item(items.front()).layer, item(items.back()).layer, [&] {
    const std::optional<std::vector<int>> slots = threader_.find(edge, effort_);
    if (!slots) return false;
    for (std::size_t k = 0; k < slots->size(); ++k) move_item(items[k + 1], (*slots)[k]);
    return true;
  });
}

// To a slot counted without the item itself.
void LocalSearch::move_item(int i, int slot) {
  auto& order = ranked_.layers[item(i).layer];
  order.erase(order.begin() + item(i).pos);
  order.insert(order.begin() + slot, i);
  renumber(item(i).layer);
  clock_.touch(item(i).layer);
}

// ---- sifting one item within its group's part of a layer
bool LocalSearch::sift_layer(int layer) {
  bool changed = false;
  sifting_ = ranked_.layers[layer];
  for (int i : sifting_)
    if (!is_border(item(i)) && effort_ > 0) changed = attempt(sifted_[i], layer - 1, layer + 1, [&] { return sift(i); }) || changed;
  return changed;
}

bool LocalSearch::sift(int i) {
  const auto& order = ranked_.layers[item(i).layer];
  double best = 0;
  int slot = none;
  for (const int step : {-1, 1}) {
    double gain = 0;
    for (int at = item(i).pos + step; at >= 0 && at < static_cast<int>(order.size());) {
      const Item& next = item(order[static_cast<std::size_t>(at)]);
      if (is_border(next) && next.ref == item(i).group) break;  // the group's own border
      const int passed = order[static_cast<std::size_t>(at)];
      if (step > 0 ? wishes_.precedes(i, passed) : wishes_.precedes(passed, i)) break;
      int end = at;
      if (is_border(next)) {  // a whole inner group
        const std::size_t index = static_cast<std::size_t>(next.layer - ranked_.spans[next.ref].first);
        end = item((step > 0 ? right_ : left_)[next.ref][index]).pos;
      }
      for (int k = at; k != end + step; k += step) {
        const int other = order[static_cast<std::size_t>(k)];
        gain += step > 0 ? swap_gain(ranked_, i, other) : swap_gain(ranked_, other, i);
        effort_ -= std::max(2L, static_cast<long>(links_at(i) * links_at(other)) / 128);
      }
      if (gain > best + 0.5) best = gain, slot = end;
      at = end + step;
    }
  }
  if (slot == none) return false;
  move_item(i, slot);
  return true;
}

// ---- a group passes its right neighbour in all layers
// Stretch of a group in a layer: from its left border to its right one; empty where it does not stand.
std::pair<int, int> LocalSearch::stretch(int g, int layer) const {
  const GroupSpan span = ranked_.spans[g];
  if (layer < span.first || layer > span.last) return {0, -1};
  const std::size_t k = static_cast<std::size_t>(layer - span.first);
  return {item(left_[g][k]).pos, item(right_[g][k]).pos};
}

// The sibling groups right of g that it must pass with its neighbour so that their order stays the same everywhere.
std::vector<char> LocalSearch::to_pass(int g, int neighbour) const {
  std::vector<char> passed(flat_.groups.size(), 0);
  passed[neighbour] = 1;
  for (bool grown = true; grown;) {
    grown = false;
    for (int layer = ranked_.spans[g].first; layer <= ranked_.spans[g].last; ++layer) {
      const int from = stretch(g, layer).second;
      int to = from;
      const auto& order = ranked_.layers[layer];
      for (int k = from + 1; k < static_cast<int>(order.size()); ++k) {
        const Item& next = item(order[static_cast<std::size_t>(k)]);
        if (next.kind != ItemKind::border_right) continue;
        if (next.ref == flat_.groups[g].parent) break;
        if (flat_.groups[next.ref].parent == flat_.groups[g].parent && passed[next.ref]) to = k;
      }
      for (int k = from + 1; k < to; ++k) {
        const Item& next = item(order[static_cast<std::size_t>(k)]);
        if (next.kind != ItemKind::border_left || flat_.groups[next.ref].parent != flat_.groups[g].parent || passed[next.ref]) continue;
        passed[next.ref] = 1;
        grown = true;
      }
    }
  }
  return passed;
}

// Of a group's layers and those beside them; `tried`: in an order that the clock does not know of.
double LocalSearch::crossings_around(GroupSpan span, bool tried) {
  double sum = 0;
  for (int l = std::max(0, span.first - 1); l <= span.last && l + 1 < static_cast<int>(ranked_.layers.size()); ++l) {
    sum += tried ? counter_.count_below(l) : counter_.below(l);
    effort_ -= static_cast<long>(8 * ranked_.layers[l].size());
  }
  return sum;
}

// Neighbours to the right: the next sibling group in any layer.
std::vector<int> LocalSearch::right_neighbours(int g) const {
  std::vector<int> found;
  for (int layer = ranked_.spans[g].first; layer <= ranked_.spans[g].last; ++layer) {
    const auto& order = ranked_.layers[layer];
    for (int k = stretch(g, layer).second + 1; k < static_cast<int>(order.size()); ++k) {
      const Item& next = item(order[static_cast<std::size_t>(k)]);
      if (next.kind == ItemKind::border_right) break;
      if (next.kind != ItemKind::border_left) continue;
      if (std::find(found.begin(), found.end(), next.ref) == found.end()) found.push_back(next.ref);
      break;
    }
  }
  return found;
}

bool LocalSearch::pass_neighbour(int g) {
  const GroupSpan span = ranked_.spans[g];
  if (span.last < span.first) return false;
  return attempt(passed_[g], span.first - 1, span.last + 1, [&] { return pass_a_neighbour(g); });
}

bool LocalSearch::pass_a_neighbour(int g) {
  const GroupSpan span = ranked_.spans[g];
  for (int neighbour : right_neighbours(g)) {
    const std::vector<char> passed = to_pass(g, neighbour);
    const double before = crossings_around(span, false);
    std::vector<std::vector<int>> kept(ranked_.layers.begin() + span.first, ranked_.layers.begin() + span.last + 1);
    for (int layer = span.first; layer <= span.last; ++layer) pass_in_layer(g, layer, passed);
    if (crossings_around(span, true) < before - 0.5) {
      for (int layer = span.first; layer <= span.last; ++layer) clock_.touch(layer);
      return true;
    }
    for (int layer = span.first; layer <= span.last; ++layer) {
      ranked_.layers[layer] = kept[static_cast<std::size_t>(layer - span.first)];
      renumber(layer);
    }
  }
  return false;
}

void LocalSearch::pass_in_layer(int g, int layer, const std::vector<char>& passed) {
  const auto [from, to] = stretch(g, layer);
  auto& order = ranked_.layers[layer];
  int end = to;
  for (int k = to + 1; k < static_cast<int>(order.size()); ++k) {
    const Item& next = item(order[static_cast<std::size_t>(k)]);
    if (next.kind != ItemKind::border_right) continue;
    if (next.ref == flat_.groups[g].parent) break;
    if (passed[next.ref]) end = k;
  }
  std::rotate(order.begin() + from, order.begin() + to + 1, order.begin() + end + 1);
  renumber(layer);
}

}  // namespace drawplate::layered
