// Layer sweeps with barycentres and medians from several starts, each followed by swaps of neighbours
// (Sugiyama, Tagawa & Toda 1981; Gansner et al. 1993). The best result counts; the written order is the first start.
#include "layout/layered/order/order.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "layout/layered/order/crossings.h"
#include "layout/layered/order/layer_tree.h"
#include "layout/layered/order/levels.h"
#include "layout/layered/order/moves.h"
#include "layout/layered/order/order_wishes.h"

namespace drawplate::layered {
namespace {

// A small generator of our own, so that every platform sees the same numbers.
struct Random {
  std::uint64_t state;
  std::uint32_t below(std::uint32_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state >> 33) % bound);
  }
};

bool is_border(const Item& item) { return item.kind == ItemKind::border_left || item.kind == ItemKind::border_right; }

constexpr int huge = 200'000;  ///< items with which every pass over them counts

class Ordering {
 public:
  Ordering(const Flat& flat, Ranked& ranked)
      : flat_(flat),
        ranked_(ranked),
        clock_(ranked.layers.size()),
        counter_(ranked, clock_),
        wishes_(flat, ranked),
        search_(flat, ranked, wishes_, clock_, counter_),
        sorter_(flat, ranked),
        swapped_(ranked.layers.size(), LayerClock::never) {
    for (auto& by_median : sorted_)
      for (auto& by_direction : by_median) by_direction.assign(ranked.layers.size(), LayerClock::never);
    for (auto& layer : ranked.layers) number(layer);
    value_.assign(ranked.items.size(), 0);
    weight_.assign(ranked.items.size(), 0);
  }

  void run() {
    const int size = static_cast<int>(ranked_.items.size());
    if (size > huge) effort_ = 0;
    const int starts = std::clamp(12'000 / std::max(1, size), 1, 14);
    const int rounds = size > huge ? 2 : size > 20'000 ? 6 : size > 4000 ? 10 : 24;
    for (int start = 0; start < starts; ++start) {
      set_start(start);
      sweep(rounds, start % 2 == 1);
      improve();
      if (has_best_ && best_crossings_ == 0) break;
    }
    restore_best();
    if (!wishes_.any() && runs_backwards()) mirror();
    order_levels(flat_, ranked_);
    for (std::size_t l = 0; l < ranked_.layers.size(); ++l) wishes_.apply(ranked_, static_cast<int>(l));
  }

 private:
  void number(const std::vector<int>& layer) {
    for (std::size_t k = 0; k < layer.size(); ++k) ranked_.items[layer[k]].pos = static_cast<int>(k);
  }

  // Local search from where the sweeps ended, then from the best order seen.
  void improve() {
    if (best_crossings_ == 0 || effort_ <= 0) return;
    effort_ = search_.run(effort_);
    keep_if_best();
    restore_best();
    if (effort_ <= 0) return;
    if (fruitless_ == 0) {
      const long before = effort_;
      effort_ = search_.run(effort_);
      if (!keep_if_best()) fruitless_ = before - effort_;
    } else {
      effort_ -= fruitless_;  // the search from this order found nothing before, and would not now
    }
  }

  // Visit numbers of a depth-first walk along the links, from the top (or, every other time, the bottom).
  void set_start(int start) {
    const int size = static_cast<int>(ranked_.items.size());
    Random random{static_cast<std::uint64_t>(start) * 977 + 5};
    std::vector<int> roots;
    const bool from_bottom = start % 4 >= 2;
    for (std::size_t l = 0; l < ranked_.layers.size(); ++l) {
      const auto& layer = first_layers_.empty() ? ranked_.layers[l] : first_layers_[l];
      std::vector<int> sorted = layer;
      std::sort(sorted.begin(), sorted.end());
      roots.insert(from_bottom ? roots.begin() : roots.end(), sorted.begin(), sorted.end());
    }
    if (first_layers_.empty()) first_layers_ = ranked_.layers;
    if (start > 3)
      for (std::size_t k = roots.size(); k > 1; --k) std::swap(roots[k - 1], roots[random.below(static_cast<std::uint32_t>(k))]);
    std::vector<char> seen(size, 0);
    std::vector<int> stack;
    double number = 0;
    for (int root : roots) {
      if (seen[root]) continue;
      stack.push_back(root);
      while (!stack.empty()) {
        const int v = stack.back();
        stack.pop_back();
        if (seen[v]) continue;
        seen[v] = 1;
        value_[v] = number++;
        weight_[v] = 1;
        push_neighbours(v, from_bottom, seen, stack);
      }
    }
    if (start == 0) walk_ = value_;
    sort_by_walk();
  }

  void push_neighbours(int v, bool upwards, const std::vector<char>& seen, std::vector<int>& stack) const {
    const auto& links = upwards ? ranked_.up[v] : ranked_.down[v];
    for (auto l = links.rbegin(); l != links.rend(); ++l) {
      const int w = upwards ? ranked_.links[*l].upper : ranked_.links[*l].lower;
      if (!seen[w] && !is_border(ranked_.items[w])) stack.push_back(w);
    }
  }

  void sort_by_walk() {
    std::vector<double> sum(flat_.groups.size(), 0), count(flat_.groups.size(), 0);
    for (std::size_t i = 0; i < ranked_.items.size(); ++i) {
      if (is_border(ranked_.items[i])) continue;
      for (int g = ranked_.items[i].group; g != none; g = flat_.groups[g].parent) sum[g] += value_[i], ++count[g];
    }
    for (std::size_t g = 0; g < sum.size(); ++g) sum[g] = count[g] > 0 ? sum[g] / count[g] : 0;
    for (std::size_t l = 0; l < ranked_.layers.size(); ++l)
      if (sort_by_value(static_cast<int>(l), none, &sum)) clock_.touch(static_cast<int>(l));
  }

  bool sort_by_value(int layer, int fixed, const std::vector<double>* group_value) {
    const bool sorted = sorter_.sort(layer, value_, weight_, fixed, group_value);
    return wishes_.apply(ranked_, layer) || sorted;
  }

  void sweep(int rounds, bool median) {
    keep_if_best();
    int idle = 0;
    for (int round = 0; round < rounds && idle < 5; ++round) {
      const bool down = round % 2 == 0;
      const int count = static_cast<int>(ranked_.layers.size());
      for (int k = 1; k < count; ++k) sort(down ? k : count - 1 - k, down, median);
      swap_neighbours();
      idle = keep_if_best() ? 0 : idle + 1;
      if (best_crossings_ == 0) return;
    }
  }

  // Where a layer and the one it looks at stand as they did when sorting changed nothing, it changes nothing again.
  void sort(int layer, bool from_above, bool median) {
    const int other = from_above ? layer - 1 : layer + 1;
    long& sorted = sorted_[median][from_above][static_cast<std::size_t>(layer)];
    if (clock_.stands(std::min(layer, other), std::max(layer, other), sorted)) return;
    rate(layer, from_above, median);
    if (sort_by_value(layer, other, nullptr))
      clock_.touch(layer);
    else
      sorted = clock_.now();
  }

  void rate(int layer, bool from_above, bool median) {
    for (int i : ranked_.layers[layer]) {
      const auto& links = from_above ? ranked_.up[i] : ranked_.down[i];
      weight_[i] = static_cast<double>(links.size());
      if (links.empty()) continue;
      places_.clear();
      for (int l : links) places_.push_back(ranked_.items[from_above ? ranked_.links[l].upper : ranked_.links[l].lower].pos);
      if (median) {
        std::sort(places_.begin(), places_.end());
        value_[i] = (places_[(places_.size() - 1) / 2] + places_[places_.size() / 2]) / 2.0;
      } else {
        value_[i] = std::accumulate(places_.begin(), places_.end(), 0.0) / static_cast<double>(places_.size());
      }
    }
  }

  // Swaps neighbours of one group while that saves crossings.
  void swap_neighbours() {
    const int rounds = ranked_.items.size() > 4000 ? 2 : 8;
    for (int round = 0; round < rounds; ++round) {
      bool changed = false;
      for (int l = 0; l < static_cast<int>(ranked_.layers.size()); ++l) {
        if (clock_.stands(l - 1, l + 1, swapped_[l])) continue;
        if (swap_in(l))
          clock_.touch(l), changed = true;
        else
          swapped_[l] = clock_.now();
      }
      if (!changed) return;
    }
  }

  bool swap_in(int l) {
    auto& layer = ranked_.layers[l];
    bool changed = false;
    for (std::size_t k = 0; k + 1 < layer.size(); ++k) {
      Item &a = ranked_.items[layer[k]], &b = ranked_.items[layer[k + 1]];
      if (a.group != b.group || is_border(a) || is_border(b) || wishes_.precedes(layer[k], layer[k + 1])) continue;
      if (swap_gain(ranked_, layer[k], layer[k + 1]) <= 0) continue;
      std::swap(layer[k], layer[k + 1]);
      std::swap(a.pos, b.pos);
      changed = true;
    }
    return changed;
  }

  bool keep_if_best() {
    const double crossings = counter_.all();
    if (has_best_ && crossings >= best_crossings_) return false;
    best_ = ranked_.layers;
    best_crossings_ = crossings;
    has_best_ = true;
    fruitless_ = 0;
    return true;
  }

  void restore_best() {
    if (!has_best_) return;
    for (std::size_t l = 0; l < best_.size(); ++l) {
      auto& layer = ranked_.layers[l];
      if (layer == best_[l]) continue;
      layer = best_[l];
      number(layer);
      clock_.touch(static_cast<int>(l));
    }
  }

  // The mirror image has as many crossings: the one that is nearer to the written order is what the reader, and the next
  // version of the graph, will expect.
  bool runs_backwards() const { return backward_pairs(false) > backward_pairs(true); }

  // Pairs of one layer that stand the other way round than in the written order; of the mirror image, if that is asked for.
  long backward_pairs(bool mirrored) const {
    constexpr std::size_t reach = 30;
    long count = 0;
    for (const auto& layer : ranked_.layers)
      for (std::size_t a = 0; a < layer.size(); ++a) {
        if (is_border(ranked_.items[layer[a]])) continue;
        for (std::size_t b = a + 1; b < std::min(layer.size(), a + reach); ++b)
          count += !is_border(ranked_.items[layer[b]]) && (walk_[layer[a]] > walk_[layer[b]]) != mirrored;
      }
    return count;
  }

  void mirror() {
    std::vector<int> left(flat_.groups.size(), none);
    for (auto& layer : ranked_.layers) {
      std::reverse(layer.begin(), layer.end());
      for (std::size_t k = 0; k < layer.size(); ++k) {  // what was a right border has come first, and is to be the left one
        const Item& item = ranked_.items[layer[k]];
        if (item.kind == ItemKind::border_right) left[item.ref] = static_cast<int>(k);
        if (item.kind == ItemKind::border_left) std::swap(layer[k], layer[left[item.ref]]);
      }
      number(layer);
    }
  }

  const Flat& flat_;
  Ranked& ranked_;
  LayerClock clock_;
  CrossingCounter counter_;
  OrderWishes wishes_;
  LocalSearch search_;
  LayerSorter sorter_;
  std::array<std::array<std::vector<long>, 2>, 2> sorted_;  ///< by median, from above, layer: when sorting changed nothing
  std::vector<long> swapped_;                               ///< by layer: when no neighbours were worth swapping
  std::vector<double> value_, weight_, walk_;
  std::vector<int> places_;
  std::vector<std::vector<int>> first_layers_, best_;
  double best_crossings_ = 0;
  bool has_best_ = false;
  long effort_ = 6'000'000;  ///< steps of local search left
  long fruitless_ = 0;       ///< steps that a search from the best order took that found nothing; 0: none was made
};

}  // namespace

void order_layers(const Flat& flat, Ranked& ranked) { Ordering(flat, ranked).run(); }

}  // namespace drawplate::layered
