// Three moves, each taken where it saves crossings: a long line is threaded anew through all its layers by dynamic
// programming; an item changes place in its layer (sifting: Matuszewski, Schönfeld & Molitor, GD 1999); a group with all it
// holds passes its neighbour in every layer at once.
#include "layout/diagram/moves.h"

#include <algorithm>
#include <limits>

#include "layout/diagram/crossings.h"

namespace drawplate::layered {
namespace {

bool is_border(const Item& item) { return item.kind == ItemKind::border_left || item.kind == ItemKind::border_right; }

class LocalSearch {
 public:
  LocalSearch(const Flat& flat, Ranked& ranked, long effort) : flat_(flat), ranked_(ranked), effort_(effort) {
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

  long run() {
    for (int round = 0; round < 12 && effort_ > 0; ++round) {
      bool changed = false;
      for (std::size_t e = 0; e < ranked_.chains.size() && effort_ > 0; ++e) changed = thread(static_cast<int>(e)) || changed;
      for (std::size_t l = 0; l < ranked_.layers.size() && effort_ > 0; ++l) changed = sift_layer(static_cast<int>(l)) || changed;
      for (std::size_t g = 0; g < flat_.groups.size() && effort_ > 0; ++g) changed = pass_neighbour(static_cast<int>(g)) || changed;
      if (!changed) break;
    }
    return effort_;
  }

 private:
  const Item& item(int i) const { return ranked_.items[i]; }

  void renumber(int layer) {
    const auto& order = ranked_.layers[layer];
    for (std::size_t k = 0; k < order.size(); ++k) ranked_.items[order[k]].pos = static_cast<int>(k);
  }

  // ---- threading a long line
  // Slots between the items of a layer (without `own`) that lie directly in a group.
  std::vector<char> slots_of(int layer, int group, int own) const {
    std::vector<char> allowed;
    int at = none;
    for (int i : ranked_.layers[layer]) {
      if (i == own) continue;
      allowed.push_back(at == group);
      if (item(i).kind == ItemKind::border_left) at = item(i).ref;
      if (item(i).kind == ItemKind::border_right) at = flat_.groups[item(i).ref].parent;
    }
    allowed.push_back(at == group);
    return allowed;
  }

  int place_without(int i, int own) const { return item(i).pos - (own != none && item(i).pos > item(own).pos ? 1 : 0); }

  // Crossings of a link from each slot above to each slot below with all links but those of `edge`. An end that stays
  // (`upper_fixed`, `lower_fixed`: its item, else none) has its own place as its only slot.
  struct Table {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cost;
    double& at(std::size_t a, std::size_t b) { return cost[a * columns + b]; }
    double at(std::size_t a, std::size_t b) const { return cost[a * columns + b]; }
  };

  Table crossings_between(int layer, int edge, int own_above, int own_below, bool upper_fixed, bool lower_fixed) {
    const std::size_t above = ranked_.layers[layer].size() - (upper_fixed ? 0 : 1),
                      below = ranked_.layers[layer + 1].size() - (lower_fixed ? 0 : 1);
    const int skip_above = upper_fixed ? none : own_above, skip_below = lower_fixed ? none : own_below;
    Table sum{above + 1, below + 1, {}};  // links with ends before both slots
    sum.cost.assign(sum.rows * sum.columns, 0);
    for (int i : ranked_.layers[layer])
      for (int l : ranked_.down[i]) {
        const Link& link = ranked_.links[l];
        if (link.edge == edge && edge != none) continue;
        sum.at(static_cast<std::size_t>(place_without(link.upper, skip_above)) + 1,
               static_cast<std::size_t>(place_without(link.lower, skip_below)) + 1) += link.weight;
      }
    for (std::size_t a = 1; a < sum.rows; ++a)
      for (std::size_t b = 1; b < sum.columns; ++b) sum.at(a, b) += sum.at(a - 1, b) + sum.at(a, b - 1) - sum.at(a - 1, b - 1);
    effort_ -= static_cast<long>(sum.rows * sum.columns);
    Table out{upper_fixed ? 1 : above + 1, lower_fixed ? 1 : below + 1, {}};
    out.cost.assign(out.rows * out.columns, 0);
    for (std::size_t a = 0; a < out.rows; ++a)
      for (std::size_t b = 0; b < out.columns; ++b) {
        const std::size_t a0 = upper_fixed ? static_cast<std::size_t>(item(own_above).pos) : a, a1 = upper_fixed ? a0 + 1 : a;
        const std::size_t b0 = lower_fixed ? static_cast<std::size_t>(item(own_below).pos) : b, b1 = lower_fixed ? b0 + 1 : b;
        const double left_to_right = sum.at(a0, below) - sum.at(a0, b1), right_to_left = sum.at(above, b0) - sum.at(a1, b0);
        out.at(a, b) = left_to_right + right_to_left;
      }
    return out;
  }

  bool thread(int edge) {
    const std::vector<int>& items = ranked_.chains[edge].items;
    if (items.size() < 3) return false;
    const std::size_t inner = items.size() - 2;
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> cost(inner);
    std::vector<std::vector<int>> from(inner);
    double present = 0;
    std::vector<double> last{0};
    for (std::size_t k = 0; k <= inner; ++k) {
      const int a = items[k], b = items[k + 1];
      const bool upper_fixed = k == 0, lower_fixed = k == inner;
      const Table table = crossings_between(item(a).layer, edge, a, b, upper_fixed, lower_fixed);
      present += table.at(upper_fixed ? 0 : static_cast<std::size_t>(item(a).pos), lower_fixed ? 0 : static_cast<std::size_t>(item(b).pos));
      std::vector<char> allowed = lower_fixed ? std::vector<char>{1} : slots_of(item(b).layer, item(b).group, b);
      std::vector<double> now(allowed.size(), far);
      std::vector<int> via(allowed.size(), 0);
      for (std::size_t t = 0; t < now.size(); ++t) {
        if (!allowed[t]) continue;
        for (std::size_t s = 0; s < last.size(); ++s)
          if (last[s] + table.at(s, t) < now[t]) now[t] = last[s] + table.at(s, t), via[t] = static_cast<int>(s);
      }
      if (lower_fixed) {
        if (!(now[0] < present - 0.5)) return false;
        int slot = via[0];
        for (std::size_t j = inner; j-- > 0;) {
          move_item(items[j + 1], slot);
          slot = from[j][static_cast<std::size_t>(slot)];
        }
        return true;
      }
      cost[k] = now;
      from[k] = via;
      last = std::move(now);
    }
    return false;
  }

  // To a slot counted without the item itself.
  void move_item(int i, int slot) {
    auto& order = ranked_.layers[item(i).layer];
    order.erase(order.begin() + item(i).pos);
    order.insert(order.begin() + slot, i);
    renumber(item(i).layer);
  }

  // ---- sifting one item within its group's part of a layer
  bool sift_layer(int layer) {
    bool changed = false;
    const std::vector<int> items = ranked_.layers[layer];
    for (int i : items)
      if (!is_border(item(i)) && effort_ > 0) changed = sift(i) || changed;
    return changed;
  }

  bool sift(int i) {
    const auto& order = ranked_.layers[item(i).layer];
    double best = 0;
    int slot = none;
    for (const int step : {-1, 1}) {
      double gain = 0;
      for (int at = item(i).pos + step; at >= 0 && at < static_cast<int>(order.size());) {
        const Item& next = item(order[static_cast<std::size_t>(at)]);
        if (is_border(next) && next.ref == item(i).group) break;  // the group's own border
        int end = at;
        if (is_border(next)) {  // a whole inner group
          const std::size_t index = static_cast<std::size_t>(next.layer - ranked_.spans[next.ref].first);
          end = item((step > 0 ? right_ : left_)[next.ref][index]).pos;
        }
        for (int k = at; k != end + step; k += step) {
          const int other = order[static_cast<std::size_t>(k)];
          gain += step > 0 ? swap_gain(ranked_, i, other) : swap_gain(ranked_, other, i);
          effort_ -= 2;
        }
        if (gain > best + 0.5) best = gain, slot = step > 0 ? end : end;
        at = end + step;
      }
    }
    if (slot == none) return false;
    move_item(i, slot);
    return true;
  }

  // ---- a group passes its right neighbour in all layers
  // Stretch of a group in a layer: from its left border to its right one; empty where it does not stand.
  std::pair<int, int> stretch(int g, int layer) const {
    const GroupSpan span = ranked_.spans[g];
    if (layer < span.first || layer > span.last) return {0, -1};
    const std::size_t k = static_cast<std::size_t>(layer - span.first);
    return {item(left_[g][k]).pos, item(right_[g][k]).pos};
  }

  // The sibling groups right of g that it must pass with its neighbour so that their order stays the same everywhere.
  std::vector<char> to_pass(int g, int neighbour) const {
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

  double crossings_around(int first, int last) {
    double sum = 0;
    for (int l = std::max(0, first - 1); l <= last && l + 1 < static_cast<int>(ranked_.layers.size()); ++l) {
      sum += count_crossings_below(ranked_, l);
      effort_ -= static_cast<long>(8 * ranked_.layers[l].size());
    }
    return sum;
  }

  // Neighbours to the right: the next sibling group in any layer.
  std::vector<int> right_neighbours(int g) const {
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

  bool pass_neighbour(int g) {
    const GroupSpan span = ranked_.spans[g];
    if (span.last < span.first) return false;
    for (int neighbour : right_neighbours(g)) {
      const std::vector<char> passed = to_pass(g, neighbour);
      const double before = crossings_around(span.first, span.last);
      std::vector<std::vector<int>> kept(ranked_.layers.begin() + span.first, ranked_.layers.begin() + span.last + 1);
      for (int layer = span.first; layer <= span.last; ++layer) pass_in_layer(g, layer, passed);
      if (crossings_around(span.first, span.last) < before - 0.5) return true;
      for (int layer = span.first; layer <= span.last; ++layer) {
        ranked_.layers[layer] = kept[static_cast<std::size_t>(layer - span.first)];
        renumber(layer);
      }
    }
    return false;
  }

  void pass_in_layer(int g, int layer, const std::vector<char>& passed) {
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

  const Flat& flat_;
  Ranked& ranked_;
  long effort_;
  std::vector<std::vector<int>> left_, right_;  ///< by group: border items, by layer of its span
};

}  // namespace

long improve_order(const Flat& flat, Ranked& ranked, long effort) { return LocalSearch(flat, ranked, effort).run(); }

}  // namespace drawplate::layered
