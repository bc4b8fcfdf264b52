// Crossing counts with a Fenwick tree over the lower layer's places.
#include "layout/layered/order/crossings.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace drawplate::layered {
namespace {

double crossings_below(const Ranked& ranked, const std::vector<int>& layer, std::size_t lower_size, std::vector<double>& tree) {
  tree.assign(lower_size + 1, 0.0);
  double crossings = 0, total = 0;
  const auto place = [&](const Link& link) { return static_cast<std::size_t>(ranked.items[link.lower].pos) + 1; };
  for (int item : layer) {
    for (int l : ranked.down[item]) {
      const Link& link = ranked.links[l];
      double before = 0;  // earlier links that end at or left of this one
      for (std::size_t k = place(link); k > 0; k &= k - 1) before += tree[k];
      crossings += link.weight * (total - before);
    }
    for (int l : ranked.down[item]) {
      const Link& link = ranked.links[l];
      total += link.weight;
      for (std::size_t k = place(link); k <= lower_size; k += k & (~k + 1)) tree[k] += link.weight;
    }
  }
  return crossings;
}

struct EndPlace {
  int pos;
  double weight;
};

std::vector<EndPlace> places_of(const Ranked& ranked, const std::vector<int>& links, bool to_upper) {
  std::vector<EndPlace> places;
  places.reserve(links.size());
  for (int l : links) {
    const Link& link = ranked.links[l];
    places.push_back({ranked.items[to_upper ? link.upper : link.lower].pos, link.weight});
  }
  std::sort(places.begin(), places.end(), [](const EndPlace& a, const EndPlace& b) { return a.pos < b.pos; });
  return places;
}

/// The same as gain_of where there are many links: b's ends are counted while a's pass by in order.
double gain_of_many(const Ranked& ranked, const std::vector<int>& links_a, const std::vector<int>& links_b, bool to_upper) {
  const std::vector<EndPlace> a = places_of(ranked, links_a, to_upper), b = places_of(ranked, links_b, to_upper);
  double gain = 0, before = 0, not_behind = 0, all = 0;
  for (const EndPlace& end : b) all += end.weight;
  std::size_t left = 0, upto = 0;
  for (const EndPlace& end : a) {
    for (; left < b.size() && b[left].pos < end.pos; ++left) before += b[left].weight;
    for (; upto < b.size() && b[upto].pos <= end.pos; ++upto) not_behind += b[upto].weight;
    gain += end.weight * (before - (all - not_behind));
  }
  return gain;
}

double gain_of(const Ranked& ranked, const std::vector<int>& links_a, const std::vector<int>& links_b, bool to_upper) {
  constexpr std::size_t many = 256;
  if (links_a.size() * links_b.size() > many) return gain_of_many(ranked, links_a, links_b, to_upper);
  double gain = 0;
  for (int la : links_a) {
    const Link& a = ranked.links[la];
    const int pa = ranked.items[to_upper ? a.upper : a.lower].pos;
    for (int lb : links_b) {
      const Link& b = ranked.links[lb];
      const int pb = ranked.items[to_upper ? b.upper : b.lower].pos;
      if (pa > pb)
        gain += a.weight * b.weight;
      else if (pa < pb)
        gain -= a.weight * b.weight;
    }
  }
  return gain;
}

}  // namespace

double count_crossings(const Ranked& ranked) {
  double sum = 0;
  std::vector<double> tree;
  for (std::size_t l = 0; l + 1 < ranked.layers.size(); ++l)
    sum += crossings_below(ranked, ranked.layers[l], ranked.layers[l + 1].size(), tree);
  return sum;
}

CrossingCounter::CrossingCounter(const Ranked& ranked, const LayerClock& clock)
    : ranked_(ranked), clock_(clock), counts_(ranked.layers.size()) {}

double CrossingCounter::all() {
  double sum = 0;
  for (std::size_t l = 0; l + 1 < ranked_.layers.size(); ++l) sum += below(static_cast<int>(l));
  return sum;
}

double CrossingCounter::below(int layer) {
  Count& count = counts_[static_cast<std::size_t>(layer)];
  if (!clock_.stands(layer, layer + 1, count.at)) count = {clock_.now(), count_below(layer)};
  return count.crossings;
}

double CrossingCounter::count_below(int layer) {
  const std::size_t l = static_cast<std::size_t>(layer);
  return crossings_below(ranked_, ranked_.layers[l], ranked_.layers[l + 1].size(), tree_);
}

double swap_gain(const Ranked& ranked, int a, int b) {
  return gain_of(ranked, ranked.up[a], ranked.up[b], true) + gain_of(ranked, ranked.down[a], ranked.down[b], false);
}

}  // namespace drawplate::layered
