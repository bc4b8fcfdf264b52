// Lines that share an end form a net with one track. The nets of a channel are put in an order with few crossings by a greedy
// feedback arc set over "a above b costs less" (Sander, "Layout of directed hypergraphs with orthogonal hyperedges", GD 2003;
// Eades, Lin & Smyth 1993), then packed.
#include "layout/layered/route/tracks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

struct TrackNet {
  std::vector<int> links;
  std::vector<Pt> tops, bottoms;  ///< where its lines come in and go out
  Pt low = 0, high = 0;
};

constexpr double overlap_cost = 1000;
constexpr std::size_t exact_limit = 1200;  ///< above, nets are ordered by place alone

class Channel {
 public:
  Channel(const Flat& flat, const Ranked& ranked, const Ports& ports, int layer) : flat_(flat), ranked_(ranked), ports_(ports) {
    for (int item : ranked.layers[layer])
      for (int l : ranked.down[item])
        if (ranked.links[l].edge != none && std::abs(ports.upper[l] - ports.lower[l]) > 1e-6) bent_.push_back(l);
  }

  int assign(std::vector<int>& track_of) {
    build_nets();
    const std::vector<int> order = nets_.size() > exact_limit ? order_by_place() : order_by_crossings();
    return pack(order, track_of);
  }

 private:
  // Links that start at one point of one item share a net, then those that end at one point.
  void build_nets() {
    std::vector<char> done(bent_.size(), 0);
    for (const bool by_upper : {true, false}) {
      std::vector<std::size_t> order;
      for (std::size_t k = 0; k < bent_.size(); ++k)
        if (!done[k]) order.push_back(k);
      const auto key = [&](std::size_t k) {
        const Link& link = ranked_.links[bent_[k]];
        return std::pair(by_upper ? link.upper : link.lower, by_upper ? ports_.upper[bent_[k]] : ports_.lower[bent_[k]]);
      };
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
      for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && key(order[to]) == key(order[from])) ++to;
        if (to - from > 1 || !by_upper) {
          TrackNet net;
          for (; from < to; ++from) net.links.push_back(bent_[order[from]]), done[order[from]] = 1;
          add_net(std::move(net));
        }
        from = to;
      }
    }
  }

  // A line along a row turns on its track: it does not reach the item below, and what comes down there straight goes up again.
  bool turns_up(int l) const {
    const Link& link = ranked_.links[l];
    const auto& up = ranked_.up[link.lower];
    return ranked_.chains[link.edge].level && up.size() == 2;
  }

  bool is_bent_beside(int l) const {
    for (int other : ranked_.up[ranked_.links[l].lower])
      if (other != l) return std::abs(ports_.upper[other] - ports_.lower[other]) > 1e-6;
    return false;
  }

  void add_net(TrackNet net) {
    net.low = 1e18;
    net.high = -1e18;
    for (int l : net.links) {
      net.tops.push_back(ports_.upper[l]);
      if (!turns_up(l))
        net.bottoms.push_back(ports_.lower[l]);
      else if (!is_bent_beside(l))
        net.tops.push_back(ports_.lower[l]);
      net.low = std::min({net.low, ports_.upper[l], ports_.lower[l]});
      net.high = std::max({net.high, ports_.upper[l], ports_.lower[l]});
    }
    for (auto* xs : {&net.tops, &net.bottoms}) {
      std::sort(xs->begin(), xs->end());
      xs->erase(std::unique(xs->begin(), xs->end()), xs->end());
    }
    nets_.push_back(std::move(net));
  }

  bool meet(const TrackNet& a, const TrackNet& b) const {
    return a.low < b.high + flat_.spacing.edge_gap * 0.5 && b.low < a.high + flat_.spacing.edge_gap * 0.5;
  }

  // What it costs to have a above b.
  double cost_above(const TrackNet& a, const TrackNet& b) const {
    double cost = 0;
    for (Pt x : a.bottoms) cost += x > b.low && x < b.high;
    for (Pt x : b.tops) cost += x > a.low && x < a.high;
    for (Pt x : a.bottoms)
      for (Pt y : b.tops)
        if (std::abs(x - y) < flat_.spacing.edge_gap * 0.45) cost += overlap_cost;
    return cost;
  }

  std::vector<int> order_by_place() const {
    std::vector<int> order(nets_.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<int>(k);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return nets_[a].low < nets_[b].low; });
    return order;
  }

  std::vector<int> order_by_crossings() const {
    const int count = static_cast<int>(nets_.size());
    std::vector<std::vector<std::pair<int, double>>> arcs(count);  // (other, gain of standing above it; negative: below)
    std::vector<double> balance(count, 0);
    for (int a = 0; a < count; ++a)
      for (int b = a + 1; b < count; ++b) {
        if (!meet(nets_[a], nets_[b])) continue;
        const double gain = cost_above(nets_[b], nets_[a]) - cost_above(nets_[a], nets_[b]);
        if (gain == 0) continue;
        arcs[a].push_back({b, gain});
        arcs[b].push_back({a, -gain});
        balance[a] += gain;
        balance[b] -= gain;
      }
    return greedy_order(arcs, balance);
  }

  // Always the net that gains most by standing above all that are left.
  static std::vector<int> greedy_order(const std::vector<std::vector<std::pair<int, double>>>& arcs, std::vector<double> balance) {
    const int count = static_cast<int>(arcs.size());
    std::vector<int> order;
    std::vector<char> placed(count, 0);
    std::vector<double> against(count, 0);  // what is lost by standing above those left
    for (int a = 0; a < count; ++a)
      for (const auto& [b, gain] : arcs[a])
        if (gain < 0) against[a] -= gain;
    for (int step = 0; step < count; ++step) {
      int best = none;
      for (int a = 0; a < count; ++a) {
        if (placed[a]) continue;
        const bool free_a = against[a] < 0.5, free_best = best != none && against[best] < 0.5;
        if (best == none || (free_a && !free_best) || (free_a == free_best && !free_a && balance[a] > balance[best])) best = a;
      }
      placed[best] = 1;
      order.push_back(best);
      for (const auto& [b, gain] : arcs[best]) {
        balance[b] += gain;
        if (gain > 0) against[b] -= gain;
      }
    }
    return order;
  }

  int pack(const std::vector<int>& order, std::vector<int>& track_of) const {
    std::vector<int> track(nets_.size(), 0);
    int used = 0;
    std::vector<Pt> reach;  // for the ordering by place: right end of each track
    for (std::size_t k = 0; k < order.size(); ++k) {
      const TrackNet& net = nets_[order[k]];
      int t = 0;
      if (nets_.size() > exact_limit) {
        while (t < static_cast<int>(reach.size()) && reach[t] + flat_.spacing.edge_gap > net.low) ++t;
        if (t == static_cast<int>(reach.size())) reach.push_back(0);
        reach[t] = net.high;
      } else {
        for (std::size_t j = 0; j < k; ++j)
          if (meet(nets_[order[j]], net)) t = std::max(t, track[order[j]] + 1);
      }
      track[order[k]] = t;
      used = std::max(used, t + 1);
      for (int l : net.links) track_of[l] = t;
    }
    return used;
  }

  const Flat& flat_;
  const Ranked& ranked_;
  const Ports& ports_;
  std::vector<int> bent_;
  std::vector<TrackNet> nets_;
};

}  // namespace

Tracks assign_tracks(const Flat& flat, const Ranked& ranked, const Ports& ports) {
  Tracks tracks;
  tracks.of.assign(ranked.links.size(), none);
  for (std::size_t l = 0; l < ranked.layers.size(); ++l)
    tracks.count.push_back(Channel(flat, ranked, ports, static_cast<int>(l)).assign(tracks.of));
  return tracks;
}

}  // namespace drawplate::layered
