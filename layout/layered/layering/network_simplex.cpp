// Network simplex: a tight spanning tree is improved by exchanging edges while one of them has a negative cut value.
// Subtrees are numbered so that "below" is one comparison; everything iterates, nothing recurses.
#include "layout/layered/layering/network_simplex.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <queue>
#include <utility>

namespace drawplate::layered {
namespace {

class Simplex {
 public:
  Simplex(int count, const std::vector<RankEdge>& edges) : edges_(edges), count_(count) {}

  std::vector<int> solve(int max_pivots) {
    join_parts();
    build_incidence();
    longest_paths();
    settle();
    grow_tight_tree();
    number_from(0, none_, 1);
    compute_cut_values();
    for (int pivot = 0; pivot < max_pivots; ++pivot) {
      const int leave = leaving_edge();
      if (leave < 0) break;
      exchange(leave, entering_edge(leave));
    }
    return normalized();
  }

 private:
  static constexpr int none_ = -1;

  int slack(int e) const { return rank_[edges_[e].to] - rank_[edges_[e].from] - edges_[e].min_length; }
  bool below(int v, int top) const { return low_[top] <= number_[v] && number_[v] <= number_[top]; }
  int other(int e, int v) const { return edges_[e].from == v ? edges_[e].to : edges_[e].from; }

  // Every part hangs on node 0 by an edge that costs nothing.
  void join_parts() {
    part_.assign(count_, none_);
    build_incidence();
    int parts = 0;
    std::vector<int> stack, heads;
    for (int start = 0; start < count_; ++start) {
      if (part_[start] != none_) continue;
      heads.push_back(start);
      part_[start] = parts;
      stack.push_back(start);
      while (!stack.empty()) {
        const int v = stack.back();
        stack.pop_back();
        for (int e : incident_[v]) {
          const int w = other(e, v);
          if (part_[w] == none_) part_[w] = parts, stack.push_back(w);
        }
      }
      ++parts;
    }
    parts_ = parts;
    for (int p = 1; p < parts; ++p) edges_.push_back({heads[0], heads[p], 0, 0});
  }

  void build_incidence() {
    incident_.assign(count_, {});
    for (int e = 0; e < static_cast<int>(edges_.size()); ++e) {
      incident_[edges_[e].from].push_back(e);
      if (edges_[e].to != edges_[e].from) incident_[edges_[e].to].push_back(e);
    }
  }

  void longest_paths() {
    std::vector<int> waiting(count_, 0), ready;
    for (const RankEdge& e : edges_) ++waiting[e.to];
    for (int v = 0; v < count_; ++v)
      if (waiting[v] == 0) ready.push_back(v);
    rank_.assign(count_, 0);
    std::size_t done = 0;
    for (; done < ready.size(); ++done) {
      const int v = ready[done];
      for (int e : incident_[v]) {
        if (edges_[e].from != v) continue;
        const int w = edges_[e].to;
        rank_[w] = std::max(rank_[w], rank_[v] + edges_[e].min_length);
        if (--waiting[w] == 0) ready.push_back(w);
      }
    }
    assert(done == static_cast<std::size_t>(count_) && "network simplex needs an acyclic graph");
  }

  // Moves each node to where its heavier side wants it. The tree then starts so near the best that few pivots are left.
  void settle() {
    std::vector<int> order(count_);
    for (int v = 0; v < count_; ++v) order[v] = v;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank_[a] < rank_[b]; });
    for (int pass = 0; pass < 12; ++pass) {
      bool changed = false;
      for (int v : order) changed = settle_node(v) || changed;
      std::reverse(order.begin(), order.end());
      if (!changed) return;
    }
  }

  bool settle_node(int v) {
    long long pull = 0;  // downwards
    int room_up = 1 << 30, room_down = 1 << 30;
    for (int e : incident_[v]) {
      const bool leaves = edges_[e].from == v;
      pull += leaves ? edges_[e].weight : -edges_[e].weight;
      int& room = leaves ? room_down : room_up;
      room = std::min(room, slack(e));
    }
    const int step = pull > 0 ? room_down : pull < 0 ? -room_up : 0;
    if (step == 0 || std::abs(step) >= 1 << 30) return false;
    rank_[v] += step;
    return true;
  }

  // Prim's algorithm on slacks: moving the whole tree by `shift` makes the next edge tight.
  void grow_tight_tree() {
    using Entry = std::pair<int, int>;  // slack without the shift, edge
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> out, in;
    std::vector<char> inside(count_, 0);
    tree_.assign(count_, {});
    is_tree_.assign(edges_.size(), 0);
    int shift = 0;
    const auto add = [&](int v) {
      inside[v] = 1;
      rank_[v] -= shift;
      for (int e : incident_[v]) {
        const int w = other(e, v);
        if (inside[w]) continue;
        if (edges_[e].from == v)
          out.push({rank_[w] - rank_[v] - edges_[e].min_length, e});
        else
          in.push({rank_[v] - rank_[w] - edges_[e].min_length, e});
      }
    };
    const auto is_old = [&](const Entry& entry) { return inside[edges_[entry.second].from] && inside[edges_[entry.second].to]; };
    add(0);
    for (int size = 1; size < count_; ++size) {
      while (!out.empty() && is_old(out.top())) out.pop();
      while (!in.empty() && is_old(in.top())) in.pop();
      const bool from_out = in.empty() || (!out.empty() && out.top().first - shift <= in.top().first + shift);
      const Entry best = from_out ? out.top() : in.top();
      shift = from_out ? best.first : -best.first;
      const int e = best.second;
      is_tree_[e] = 1;
      tree_[edges_[e].from].push_back(e);
      tree_[edges_[e].to].push_back(e);
      add(inside[edges_[e].from] ? edges_[e].to : edges_[e].from);
    }
    for (int v = 0; v < count_; ++v) rank_[v] += shift;
  }

  // Post-order numbers of the subtree of `root`, starting with `next`.
  void number_from(int root, int parent_edge, int next) {
    if (number_.empty()) number_.assign(count_, 0), low_.assign(count_, 0), parent_.assign(count_, none_);
    struct Frame {
      int node;
      std::size_t child;
    };
    std::vector<Frame> stack{{root, 0}};
    parent_[root] = parent_edge;
    low_[root] = next;
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const int v = frame.node;
      if (frame.child < tree_[v].size()) {
        const int e = tree_[v][frame.child++];
        if (e == parent_[v]) continue;
        const int w = other(e, v);
        parent_[w] = e;
        low_[w] = next;
        stack.push_back({w, 0});
      } else {
        number_[v] = next++;
        stack.pop_back();
      }
    }
  }

  // The cut value of v's parent edge from the values below v.
  long long cut_value_of(int v) const {
    const int pe = parent_[v];
    const bool v_is_tail = edges_[pe].from == v;
    long long sum = 0;
    for (int e : incident_[v]) {
      if (e == pe) continue;
      const bool leaves_v = edges_[e].from == v;
      const int w = other(e, v);
      long long value = edges_[e].weight;
      if (is_tree_[e] && parent_[w] == e) value -= cut_[e];  // what hangs below is already summed up in its own cut
      sum += leaves_v == v_is_tail ? value : -value;
    }
    return sum + edges_[pe].weight;
  }

  void compute_cut_values() {
    cut_.assign(edges_.size(), 0);
    std::vector<int> by_number(count_);
    for (int v = 0; v < count_; ++v) by_number[number_[v] - 1] = v;
    for (int v : by_number)
      if (parent_[v] != none_) cut_[parent_[v]] = cut_value_of(v);
  }

  // The most negative of the next few negative ones, going round.
  int leaving_edge() {
    int best = none_, seen = 0;
    const int total = static_cast<int>(edges_.size());
    for (int k = 0; k < total; ++k) {
      const int e = cursor_;
      cursor_ = cursor_ + 1 == total ? 0 : cursor_ + 1;
      if (!is_tree_[e] || cut_[e] >= 0) continue;
      if (best == none_ || cut_[e] < cut_[best]) best = e;
      if (++seen == 30) break;
    }
    return best;
  }

  int entering_edge(int leave) const {
    const bool tail_below = parent_[edges_[leave].from] == leave;
    const int top = tail_below ? edges_[leave].from : edges_[leave].to;
    int best = none_, best_slack = 0;
    std::vector<int> stack{top};
    while (!stack.empty()) {
      const int v = stack.back();
      stack.pop_back();
      for (int e : incident_[v]) {
        const int w = other(e, v);
        if (is_tree_[e]) {
          if (parent_[w] == e) stack.push_back(w);
          continue;
        }
        // It must run opposite to the leaving edge, from the head's part to the tail's.
        if (below(w, top) || (edges_[e].to == v) != tail_below) continue;
        const int s = slack(e);
        if (best == none_ || s < best_slack) best = e, best_slack = s;
      }
    }
    assert(best != none_);
    return best;
  }

  void exchange(int leave, int enter) {
    const bool tail_below = parent_[edges_[leave].from] == leave;
    const int top = tail_below ? edges_[leave].from : edges_[leave].to;
    const int delta = slack(enter);
    if (delta != 0) shift_subtree(top, tail_below ? -delta : delta);
    const long long cut = cut_[leave];
    // Values change along the tree path between the ends of the entering edge.
    int meet = edges_[enter].from;
    const int goal = edges_[enter].to;
    while (!below(goal, meet)) meet = climb(meet, cut, true);
    for (int v = goal; v != meet;) v = climb(v, cut, false);
    cut_[enter] = -cut;
    cut_[leave] = 0;
    is_tree_[leave] = 0;
    is_tree_[enter] = 1;
    for (int v : {edges_[leave].from, edges_[leave].to}) std::erase(tree_[v], leave);
    for (int v : {edges_[enter].from, edges_[enter].to}) tree_[v].push_back(enter);
    number_from(meet, parent_[meet], low_[meet]);
  }

  int climb(int v, long long cut, bool from_tail) {
    const int e = parent_[v];
    const bool upward = edges_[e].from == v;
    cut_[e] += (upward == from_tail) ? cut : -cut;
    return other(e, v);
  }

  void shift_subtree(int top, int by) {
    std::vector<int> stack{top};
    while (!stack.empty()) {
      const int v = stack.back();
      stack.pop_back();
      rank_[v] += by;
      for (int e : tree_[v])
        if (e != parent_[v]) stack.push_back(other(e, v));
    }
  }

  std::vector<int> normalized() const {
    std::vector<int> least(parts_, 0), result = rank_;
    std::vector<char> seen(parts_, 0);
    for (int v = 0; v < count_; ++v) {
      const int p = part_[v];
      if (!seen[p] || rank_[v] < least[p]) least[p] = rank_[v], seen[p] = 1;
    }
    for (int v = 0; v < count_; ++v) result[v] -= least[part_[v]];
    return result;
  }

  std::vector<RankEdge> edges_;
  int count_ = 0, parts_ = 0, cursor_ = 0;
  std::vector<std::vector<int>> incident_, tree_;
  std::vector<int> part_, rank_, number_, low_, parent_;
  std::vector<char> is_tree_;
  std::vector<long long> cut_;
};

}  // namespace

std::vector<int> network_simplex(int count, const std::vector<RankEdge>& edges, int max_pivots) {
  if (count == 0) return {};
  std::vector<RankEdge> kept;
  for (const RankEdge& e : edges)
    if (e.from != e.to) kept.push_back(e);
  return Simplex(count, kept).solve(max_pivots);
}

}  // namespace drawplate::layered
