// Blocks of aligned items are the variables; links are springs; parents are pulled hard over the middle of their children.
#include "layout/layered/place/place.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/place/align.h"
#include "layout/layered/place/separation.h"

namespace drawplate::layered {
namespace {

bool is_line(ItemKind k) { return k == ItemKind::bend || k == ItemKind::label || k == ItemKind::lane || k == ItemKind::group_port; }

Pt gap_between(const LayoutSpacing& s, ItemKind left, ItemKind right) {
  if (left == ItemKind::border_left || right == ItemKind::border_right) return 0;  // the padding is in the border's extent
  const bool left_border = left == ItemKind::border_right, right_border = right == ItemKind::border_left;
  if (is_line(left) && is_line(right)) return s.edge_gap;
  if (is_line(left) || is_line(right)) return s.edge_node_gap;
  return left_border || right_border ? s.node_gap * 0.6 : s.node_gap;
}

class Placement {
 public:
  Placement(const Flat& flat, Ranked& ranked, const std::vector<TitleRoom>& rooms) : flat_(flat), ranked_(ranked), rooms_(rooms) {}

  void run() {
    std::vector<int> wanted;
    const int most_rounds = ranked_.items.size() > 200'000 ? 1 : 4;
    for (int round = 0; round < most_rounds; ++round) {
      solve(wanted);
      if (!find_near_misses(wanted)) break;
    }
    tighten_borders();
  }

 private:
  void solve(const std::vector<int>& wanted) {
    blocks_ = align(flat_, ranked_, wanted);
    keep_apart();
    if (!flat_.aligned.empty()) align_as_wished();
    pull();
    centre();
    const int rounds = std::clamp(500'000 / std::max(1, problem_.count), 40, 600);
    std::vector<Pt> start(problem_.count, 0);
    for (std::size_t i = 0; i < ranked_.items.size(); ++i) start[blocks_.of[i]] = ranked_.items[i].x;
    x_ = solve_line(problem_, std::move(start), rounds);
    for (std::size_t i = 0; i < ranked_.items.size(); ++i) ranked_.items[i].x = x_[blocks_.of[i]];
  }

  void keep_apart() {
    borders_ = borders();
    problem_ = {};
    problem_.count = blocks_.count;
    separate();
    keep_groups_wide();
    for (const TitleRoom& r : rooms_) make_room(r);
  }

  // Two nodes of different layers are aligned by making their blocks one, unless what stands between them forbids it.
  void align_as_wished() {
    for (const std::vector<int>& wish : flat_.aligned)
      for (std::size_t k = 1; k < wish.size(); ++k) {
        const int first = blocks_.of[wish[k - 1]], second = blocks_.of[wish[k]];
        if (first == second || ranked_.items[wish[k - 1]].layer == ranked_.items[wish[k]].layer) continue;
        const Blocks before = blocks_;
        std::replace(blocks_.of.begin(), blocks_.of.end(), second, first);
        keep_apart();
        if (is_feasible(problem_)) continue;
        blocks_ = before;
        keep_apart();
      }
  }

  // Links that are straight but for a little: they are to be straight in the next round.
  bool find_near_misses(std::vector<int>& wanted) const {
    constexpr Pt near = 9;
    std::vector<std::pair<Pt, int>> found;
    for (std::size_t l = 0; l < ranked_.links.size(); ++l) {
      const Link& link = ranked_.links[l];
      if (link.edge == none || blocks_.of[link.upper] == blocks_.of[link.lower]) continue;
      const Pt off = std::abs(ranked_.items[link.upper].x - ranked_.items[link.lower].x);
      if (off < near) found.push_back({off, static_cast<int>(l)});
    }
    std::sort(found.begin(), found.end());
    const std::size_t before = wanted.size();
    std::vector<char> is_wanted(ranked_.links.size(), 0);
    for (int l : wanted) is_wanted[l] = 1;
    for (const auto& [off, l] : found)
      if (!is_wanted[l]) wanted.push_back(l);
    return wanted.size() > before && before < 400;
  }

  void separate() {
    for (const auto& layer : ranked_.layers)
      for (std::size_t k = 0; k + 1 < layer.size(); ++k) {
        const Item &a = ranked_.items[layer[k]], &b = ranked_.items[layer[k + 1]];
        const Pt gap = separation_between(flat_, a, b);
        const int left = blocks_.of[layer[k]], right = blocks_.of[layer[k + 1]];
        problem_.separations.push_back({left, right, gap});
        problem_.springs.push_back({right, left, 0.003, gap});  // a breath that keeps loose parts together
      }
  }

  std::vector<std::pair<int, int>> borders() const {
    std::vector<std::pair<int, int>> found(flat_.groups.size(), {none, none});
    for (std::size_t i = 0; i < ranked_.items.size(); ++i) {
      const Item& item = ranked_.items[i];
      if (item.kind == ItemKind::border_left) found[item.ref].first = blocks_.of[i];
      if (item.kind == ItemKind::border_right) found[item.ref].second = blocks_.of[i];
    }
    return found;
  }

  void keep_groups_wide() {
    for (std::size_t g = 0; g < borders_.size(); ++g) {
      const auto [left, right] = borders_[g];
      if (left == none) continue;
      problem_.separations.push_back({left, right, flat_.groups[g].min_width});
      problem_.springs.push_back({right, left, 0.02, flat_.groups[g].min_width});
    }
  }

  void make_room(const TitleRoom& room) {
    const auto [left, right] = borders_[room.group];
    const int item = blocks_.of[room.item];
    if (room.from_left)
      problem_.separations.push_back({left, item, room.distance});
    else
      problem_.separations.push_back({item, right, room.distance});
  }

  void pull() {
    for (std::size_t l = 0; l < ranked_.links.size(); ++l) {
      const Link& link = ranked_.links[l];
      const int a = blocks_.of[link.upper], b = blocks_.of[link.lower];
      if (a == b || link.edge == none) continue;
      const Pt* upper = pinned_offset(flat_, ranked_, static_cast<int>(l), true);
      const Pt* lower = pinned_offset(flat_, ranked_, static_cast<int>(l), false);
      const Pt offset = (lower ? *lower : 0) - (upper ? *upper : 0);
      const bool backward = ranked_.chains[link.edge].reversed;
      problem_.springs.push_back({a, b, flat_.edges[link.edge].weight * (backward ? 0.3 : 1.0), offset});
    }
  }

  // Outermost real neighbours on one side of a node, however far they are.
  void centre() {
    std::vector<std::vector<int>> targets(flat_.nodes.size()), sources(flat_.nodes.size());
    for (std::size_t e = 0; e < ranked_.chains.size(); ++e) {
      const Chain& c = ranked_.chains[e];
      if (c.reversed || c.self_loop || c.level || c.items.size() < 2) continue;
      const int u = c.items.front(), v = c.items.back();
      if (ranked_.items[u].kind == ItemKind::node && ranked_.items[v].kind == ItemKind::node) {
        targets[u].push_back(v);
        sources[v].push_back(u);
      }
    }
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) {
      centre_over(static_cast<int>(v), targets[v], 8);
      centre_over(static_cast<int>(v), sources[v], 2);
    }
  }

  void centre_over(int node, const std::vector<int>& others, double weight) {
    if (others.size() < 2) return;
    // Leftmost and rightmost in the nearest layer in which two of them stand.
    std::vector<int> sorted = others;
    std::sort(sorted.begin(), sorted.end(), [&](int a, int b) {
      const Item &p = ranked_.items[a], &q = ranked_.items[b];
      return p.layer != q.layer ? p.layer < q.layer : p.pos < q.pos;
    });
    const bool below = ranked_.items[sorted.front()].layer > ranked_.items[node].layer;
    const int layer = ranked_.items[below ? sorted.front() : sorted.back()].layer;
    std::erase_if(sorted, [&](int i) { return ranked_.items[i].layer != layer; });
    const int first = sorted.front(), last = sorted.back();
    const int m = blocks_.of[node], a = blocks_.of[first], b = blocks_.of[last];
    if (a == b || m == a || m == b) return;
    problem_.centrings.push_back({m, a, b, weight});
  }

  // Borders move in until they touch what they hold; inner groups first.
  void tighten_borders() {
    for (int g = static_cast<int>(flat_.groups.size()) - 1; g >= 0; --g) {
      Pt left = 1e18, right = -1e18;
      std::vector<int> own;
      for (int layer = ranked_.spans[g].first; layer <= ranked_.spans[g].last; ++layer) {
        const auto& order = ranked_.layers[layer];
        for (std::size_t k = 0; k < order.size(); ++k) {
          const Item& item = ranked_.items[order[k]];
          if (item.ref != g || (item.kind != ItemKind::border_left && item.kind != ItemKind::border_right)) continue;
          own.push_back(order[k]);
          const bool is_left = item.kind == ItemKind::border_left;
          const Item& inner = ranked_.items[order[is_left ? k + 1 : k - 1]];
          if (inner.ref == g && (inner.kind == ItemKind::border_left || inner.kind == ItemKind::border_right)) continue;
          if (is_left)
            left = std::min(left, inner.x - separation_between(flat_, item, inner));
          else
            right = std::max(right, inner.x + separation_between(flat_, inner, item));
        }
      }
      limit(g, left, right);
      for (int i : own) ranked_.items[i].x = ranked_.items[i].kind == ItemKind::border_left ? left : right;
    }
  }

  // Neither wider than the solution nor narrower than the least width and the title's room.
  void limit(int g, Pt& left, Pt& right) const {
    const auto [l, r] = borders_[g];
    const Pt lacking = flat_.groups[g].min_width - (right - left);
    if (lacking > 0) {
      const Pt room_left = std::max(0.0, left - x_[l]), room_right = std::max(0.0, x_[r] - right);
      const Pt take_left = std::min(room_left, std::max(lacking / 2, lacking - room_right));
      left -= take_left;
      right += lacking - take_left;
    }
    for (const TitleRoom& room : rooms_) {
      if (room.group != g) continue;
      const Pt at = x_[blocks_.of[room.item]];
      if (room.from_left)
        left = std::min(left, at - room.distance);
      else
        right = std::max(right, at + room.distance);
    }
  }

  const Flat& flat_;
  Ranked& ranked_;
  const std::vector<TitleRoom>& rooms_;
  Blocks blocks_;
  std::vector<std::pair<int, int>> borders_;  ///< by group: left and right block
  LineProblem problem_;
  std::vector<Pt> x_;
};

}  // namespace

Pt separation_between(const Flat& flat, const Item& left, const Item& right) {
  return left.right + right.left + gap_between(flat.spacing, left.kind, right.kind);
}

void place_across(const Flat& flat, Ranked& ranked, const std::vector<TitleRoom>& rooms) { Placement(flat, ranked, rooms).run(); }

}  // namespace drawplate::layered
