// Dijkstra's algorithm on the grid of all lines that pass beside what stands in the area. What a step of the grid costs is
// written down once before the search. A corner costs as much as a long detour, so that ways are simple.
#include "layout/layered/detours/cheapest_way.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <queue>

namespace drawplate::layered {
namespace {

/// A corner is worth a detour of 60 pt, a title or label run through one of 400: ways through them are a last resort.
constexpr double corner_cost = 60, shy_cost = 400;
/// Of running on or right beside another line, for each step and each point of length.
constexpr double along_cost = 300, along_cost_per_point = 6;
constexpr Pt beside = 3;  ///< nearer than this, two parallel lines look like one
constexpr Pt same_place = 0.25, equal = 1e-6;
constexpr int headings = 4;
constexpr std::array<int, headings> step_x{1, 0, -1, 0}, step_y{0, 1, 0, -1};
constexpr double blocked = std::numeric_limits<double>::infinity();

/// Sorted places along one axis; the exact ones win over others nearer than a quarter point.
std::vector<Pt> places(std::vector<Pt> exact, const std::vector<Pt>& others, Pt from, Pt to) {
  const auto sort_unique = [](std::vector<Pt>& v, Pt apart) {
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end(), [&](Pt a, Pt b) { return b - a < apart; }), v.end());
  };
  sort_unique(exact, equal);
  std::vector<Pt> all = exact;
  for (const Pt at : others) {
    if (at < from || at > to) continue;
    const auto next = std::lower_bound(exact.begin(), exact.end(), at - same_place);
    if (next == exact.end() || *next > at + same_place) all.push_back(at);
  }
  sort_unique(all, equal);
  return all;
}

int index_of(const std::vector<Pt>& v, Pt at) {
  const auto it = std::lower_bound(v.begin(), v.end(), at - equal);
  return static_cast<int>(std::min<std::ptrdiff_t>(it - v.begin(), static_cast<std::ptrdiff_t>(v.size()) - 1));
}

class Search {
 public:
  explicit Search(const WayProblem& p) : p_(p) {
    lay_grid();
    width_ = static_cast<int>(xs_.size());
    height_ = static_cast<int>(ys_.size());
    price_steps();
  }

  std::vector<Point> find() {
    best_.assign(static_cast<std::size_t>(width_) * height_ * headings, blocked);
    from_.assign(best_.size(), -1);
    goal_price_.assign(best_.size(), blocked);
    for (const Stand& g : p_.goals) goal_price_[state_at(g)] = std::min(goal_price_[state_at(g)], g.price);
    for (const Stand& s : p_.starts) take_first_step(s);
    double least = blocked;
    int last = -1;
    while (!queue_.empty() && queue_.top().first < least) {
      const auto [cost, s] = queue_.top();
      queue_.pop();
      if (cost > best_[s]) continue;
      if (cost + goal_price_[s] < least) least = cost + goal_price_[s], last = s;
      for (int h = 0; h < headings; ++h)
        if ((h + 2) % headings != s % headings) step(s, cost + (h == s % headings ? 0 : corner_cost), h);
    }
    return last == -1 ? std::vector<Point>() : way_to(last);
  }

 private:
  int state_at(const Stand& s) const {
    return (index_of(ys_, s.at.y) * width_ + index_of(xs_, s.at.x)) * headings + static_cast<int>(s.heading);
  }
  Point point_of(int s) const { return {xs_[s / headings % width_], ys_[s / headings / width_]}; }

  void lay_grid() {
    std::vector<Pt> exact_x, exact_y, xs, ys;
    for (const auto* stands : {&p_.starts, &p_.goals})
      for (const Stand& s : *stands) exact_x.push_back(s.at.x), exact_y.push_back(s.at.y);
    const Pt c = p_.clearance;
    for (const auto* boxes : {&p_.blocks, &p_.shy})
      for (const Rect& r : *boxes) {
        xs.insert(xs.end(), {r.left() - c, r.right() + c});
        ys.insert(ys.end(), {r.top() - c, r.bottom() + c});
      }
    for (const Fence& f : p_.fences) {
      std::vector<Pt>& across = f.a.x == f.b.x ? xs : ys;
      const Pt at = f.a.x == f.b.x ? f.a.x : f.a.y;
      across.insert(across.end(), {at - c, at + c});
    }
    xs_ = places(std::move(exact_x), xs, p_.area.left(), p_.area.right());
    ys_ = places(std::move(exact_y), ys, p_.area.top(), p_.area.bottom());
  }

  // ---- what steps cost, beyond their length
  // level_[cell] is the step from the cell to the right, upright_[cell] the one down.
  void price_steps() {
    level_.assign(static_cast<std::size_t>(width_) * height_, 0);
    upright_ = level_;
    for (const Rect& r : p_.blocks) charge_box(grown_by(r, p_.clearance - 1), blocked);
    for (const Rect& r : p_.shy) charge_box(r, shy_cost);
    for (const Fence& f : p_.fences) {
      if (f.a.x == f.b.x)
        charge_fence(level_, upright_, xs_, ys_, {f.a.x, std::min(f.a.y, f.b.y), std::max(f.a.y, f.b.y), f.crossing, true});
      else
        charge_fence(upright_, level_, ys_, xs_, {f.a.y, std::min(f.a.x, f.b.x), std::max(f.a.x, f.b.x), f.crossing, false});
    }
  }

  std::size_t cell(int ix, int iy) const { return static_cast<std::size_t>(iy) * width_ + ix; }

  // Steps that enter a box.
  void charge_box(const Rect& r, double price) {
    const auto inside = [](const std::vector<Pt>& v, Pt from, Pt to) {  // places strictly between
      return std::pair(static_cast<int>(std::upper_bound(v.begin(), v.end(), from) - v.begin()),
                       static_cast<int>(std::lower_bound(v.begin(), v.end(), to) - v.begin()));
    };
    const auto [x0, x1] = inside(xs_, r.left(), r.right());
    const auto [y0, y1] = inside(ys_, r.top(), r.bottom());
    const auto enters = [](const std::vector<Pt>& v, int i, Pt from, Pt to) { return v[i + 1] > from && v[i] < to; };
    for (int iy = y0; iy < y1; ++iy)
      for (int ix = std::max(0, x0 - 1); ix < std::min(x1 + 1, width_ - 1); ++ix)
        if (enters(xs_, ix, r.left(), r.right())) level_[cell(ix, iy)] += price;
    for (int ix = x0; ix < x1; ++ix)
      for (int iy = std::max(0, y0 - 1); iy < std::min(y1 + 1, height_ - 1); ++iy)
        if (enters(ys_, iy, r.top(), r.bottom())) upright_[cell(ix, iy)] += price;
  }

  struct Wall {
    Pt at, from, to;
    double crossing;
    bool upright;
  };

  // Steps across the wall once each, and steps that run along it; `across` places stand across the wall, `along` along it.
  void charge_fence(std::vector<double>& through, std::vector<double>& beside_it, const std::vector<Pt>& across,
                    const std::vector<Pt>& along, const Wall& w) const {
    const auto cell_of = [&](int a, int l) { return w.upright ? cell(a, l) : cell(l, a); };
    const int step = static_cast<int>(std::lower_bound(across.begin(), across.end(), w.at) - across.begin()) - 1;
    const int count = static_cast<int>(along.size());
    for (int l = 0; l < count; ++l)
      if (step >= 0 && step + 1 < static_cast<int>(across.size()) && along[l] >= w.from - 1 && along[l] <= w.to + 1)
        through[cell_of(step, l)] += w.crossing;
    for (int a = 0; a < static_cast<int>(across.size()); ++a) {
      if (std::abs(across[a] - w.at) >= beside) continue;
      for (int l = 0; l + 1 < count; ++l) {
        const Pt shared = std::min(along[l + 1], w.to) - std::max(along[l], w.from);
        if (shared > 0) beside_it[cell_of(a, l)] += along_cost + along_cost_per_point * shared;
      }
    }
  }

  // ---- the search
  void take_first_step(const Stand& s) {
    const int at = state_at(s);
    if (s.price >= best_[at]) return;
    best_[at] = s.price;
    from_[at] = -1;
    step(at, s.price, static_cast<int>(s.heading));
    best_[at] = blocked;  // a way that comes back to its start is none
    starts_.push_back(at);
  }

  void step(int s, double cost, int h) {
    const int ix = s / headings % width_, iy = s / headings / width_, nx = ix + step_x[h], ny = iy + step_y[h];
    if (nx < 0 || ny < 0 || nx >= width_ || ny >= height_) return;
    const std::size_t crossed = cell(std::min(ix, nx), std::min(iy, ny));
    const Pt length = std::abs(xs_[ix] - xs_[nx]) + std::abs(ys_[iy] - ys_[ny]);
    const double reached = cost + length + (step_x[h] != 0 ? level_ : upright_)[crossed];
    const int next = static_cast<int>(cell(nx, ny)) * headings + h;
    if (reached >= best_[next] - 1e-9) return;
    best_[next] = reached;
    from_[next] = s;
    queue_.push({reached, next});
  }

  std::vector<Point> way_to(int s) const {
    std::vector<Point> way;
    for (; s != -1; s = from_[s]) {
      const Point p = point_of(s);
      if (way.size() > 1) {
        const Point &a = way[way.size() - 2], &b = way.back();
        if ((a.x == b.x && b.x == p.x) || (a.y == b.y && b.y == p.y)) way.pop_back();
      }
      way.push_back(p);
      if (std::find(starts_.begin(), starts_.end(), s) != starts_.end()) break;
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  const WayProblem& p_;
  std::vector<Pt> xs_, ys_;
  int width_ = 0, height_ = 0;
  std::vector<double> level_, upright_;
  std::vector<double> best_, goal_price_;
  std::vector<int> from_, starts_;
  std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> queue_;
};

}  // namespace

std::vector<Point> cheapest_way(const WayProblem& problem) {
  if (problem.starts.empty() || problem.goals.empty()) return {};
  return Search(problem).find();
}

}  // namespace drawplate::layered
