// Dijkstra's algorithm on the grid of all lines that pass beside, or midway between, what stands in the box. A corner costs as
// much as a long detour, so that ways are simple.
#include "layout/layered/regions/leg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

namespace drawplate::layered {
namespace {

constexpr Pt clearance = 9;
constexpr double corner_cost = 60, crossing_cost = 45, shy_cost = 400, along_cost = 900;
constexpr int headings = 4;  // right, down, left, up
constexpr std::array<int, headings> step_x{1, 0, -1, 0}, step_y{0, 1, 0, -1};

void sort_unique(std::vector<Pt>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end(), [](Pt a, Pt b) { return b - a < 0.25; }), v.end());
}

bool enters(Point a, Point b, const Rect& r) {
  return std::max(a.x, b.x) > r.left() && std::min(a.x, b.x) < r.right() && std::max(a.y, b.y) > r.top() && std::min(a.y, b.y) < r.bottom();
}

struct Goal {
  Point at;     // middle of a side
  int heading;  // in which the line arrives
};

class LegSearch {
 public:
  explicit LegSearch(const LegProblem& p) : p_(p) {
    const Rect& t = p.target;
    goals_ = {{{t.left(), t.mid_y()}, 0}, {{t.mid_x(), t.top()}, 1}, {{t.right(), t.mid_y()}, 2}, {{t.mid_x(), t.bottom()}, 3}};
    add_straight_goals();
    blocks_ = p.blocks;
    for (Rect& r : blocks_) r = grown_by(r, clearance - 1);
    const Rect inside = grown_by(p.target, -0.5);
    blocks_.push_back(inside);
    lay_grid();
  }

  std::vector<Point> find() {
    const int width = static_cast<int>(xs_.size()), height = static_cast<int>(ys_.size());
    best_.assign(static_cast<std::size_t>(width) * height * headings, std::numeric_limits<double>::infinity());
    from_.assign(best_.size(), -1);
    const int sx = index_of(xs_, p_.start.x), sy = index_of(ys_, p_.start.y);
    const int first = state(sx, sy, start_heading());
    best_[first] = 0;
    queue_.push({0.0, first});
    while (!queue_.empty()) {
      const auto [cost, s] = queue_.top();
      queue_.pop();
      if (cost > best_[s]) continue;
      if (is_goal(s)) return path_to(s);
      expand(s, cost, s == first);
    }
    return simple_way();
  }

 private:
  int state(int ix, int iy, int heading) const { return (iy * static_cast<int>(xs_.size()) + ix) * headings + heading; }
  Point point_of(int s) const {
    const int cell = s / headings, width = static_cast<int>(xs_.size());
    return {xs_[cell % width], ys_[cell / width]};
  }
  static int index_of(const std::vector<Pt>& v, Pt at) {
    const auto it = std::lower_bound(v.begin(), v.end(), at - 0.25);
    return static_cast<int>(std::min<std::ptrdiff_t>(it - v.begin(), static_cast<std::ptrdiff_t>(v.size()) - 1));
  }

  // The way in from the side that the start stands on.
  int start_heading() const {
    const Rect& b = p_.box;
    const std::array<Pt, 4> distance{std::abs(p_.start.x - b.left()), std::abs(p_.start.y - b.top()), std::abs(p_.start.x - b.right()),
                                     std::abs(p_.start.y - b.bottom())};
    return static_cast<int>(std::min_element(distance.begin(), distance.end()) - distance.begin());
  }

  // Straight on from the start, if that meets the target's side not too near its corner.
  void add_straight_goals() {
    const Rect& t = p_.target;
    const double reach = p_.outline == OutlineKind::box ? 0.5 : p_.outline == OutlineKind::ellipse ? 0.25 : 0.15;
    const int heading = start_heading();
    const bool upright = heading == 1 || heading == 3;
    const Pt off = upright ? p_.start.x - t.mid_x() : p_.start.y - t.mid_y();
    const Pt limit = (upright ? t.width : t.height) * reach - (p_.outline == OutlineKind::box ? 8 : 0);
    if (std::abs(off) > limit) return;
    if (upright)
      goals_.push_back({{p_.start.x, heading == 1 ? t.top() : t.bottom()}, heading});
    else
      goals_.push_back({{heading == 0 ? t.left() : t.right(), p_.start.y}, heading});
  }

  void lay_grid() {
    xs_ = {p_.start.x};
    ys_ = {p_.start.y};
    std::vector<Rect> things = p_.blocks;
    things.push_back(p_.target);
    for (const Rect& r : p_.shy) things.push_back(r);
    for (const Rect& r : things) {
      for (Pt x : {r.left() - clearance, r.right() + clearance}) xs_.push_back(x);
      for (Pt y : {r.top() - clearance, r.bottom() + clearance}) ys_.push_back(y);
    }
    for (const auto& [a, b] : p_.lines) {
      if (a.x == b.x)
        for (Pt d : {-clearance, clearance}) xs_.push_back(a.x + d);
      if (a.y == b.y)
        for (Pt d : {-clearance, clearance}) ys_.push_back(a.y + d);
    }
    const Rect inner = grown_by(p_.box, -4);
    std::erase_if(xs_, [&](Pt x) { return x != p_.start.x && (x < inner.left() || x > inner.right()); });
    std::erase_if(ys_, [&](Pt y) { return y != p_.start.y && (y < inner.top() || y > inner.bottom()); });
    for (const Goal& g : goals_) xs_.push_back(g.at.x), ys_.push_back(g.at.y);
    keep_exact(xs_, p_.start.x);
    keep_exact(ys_, p_.start.y);
  }

  // Lines nearer than a quarter point to an important one give way to it.
  void keep_exact(std::vector<Pt>& v, Pt start) const {
    std::vector<Pt> exact{start};
    for (const Goal& g : goals_) exact.push_back(&v == &xs_ ? g.at.x : g.at.y);
    sort_unique(exact);
    std::erase_if(v, [&](Pt x) { return std::any_of(exact.begin(), exact.end(), [&](Pt e) { return std::abs(e - x) < 0.25; }); });
    v.insert(v.end(), exact.begin(), exact.end());
    sort_unique(v);
  }

  bool is_goal(int s) const {
    const Point p = point_of(s);
    return std::any_of(goals_.begin(), goals_.end(), [&](const Goal& g) {
      return g.heading == s % headings && std::abs(g.at.x - p.x) < 0.3 && std::abs(g.at.y - p.y) < 0.3;
    });
  }

  void expand(int s, double cost, bool at_start) {
    const int width = static_cast<int>(xs_.size()), height = static_cast<int>(ys_.size());
    const int cell = s / headings, heading = s % headings, ix = cell % width, iy = cell / width;
    for (int h = 0; h < headings; ++h) {
      if ((h + 2) % headings == heading || (at_start && h != heading)) continue;
      const int nx = ix + step_x[h], ny = iy + step_y[h];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const Point a{xs_[ix], ys_[iy]}, b{xs_[nx], ys_[ny]};
      const double price = price_of(a, b, at_start);
      if (price < 0) continue;
      const double next_cost = cost + price + (h == heading ? 0 : corner_cost);
      const int next = state(nx, ny, h);
      if (next_cost >= best_[next] - 1e-9) continue;
      best_[next] = next_cost;
      from_[next] = s;
      queue_.push({next_cost, next});
    }
  }

  // Of a step along the grid; negative where a block stands in the way.
  double price_of(Point a, Point b, bool at_start) const {
    for (const Rect& r : blocks_)
      if (enters(a, b, r)) return -1;
    if (!at_start && !contains(grown_by(p_.box, -1), b)) return -1;
    double price = std::abs(a.x - b.x) + std::abs(a.y - b.y);
    for (const Rect& r : p_.shy)
      if (enters(a, b, r)) price += shy_cost;
    const bool upright = a.x == b.x;
    const Rect near{std::min(a.x, b.x) - 3, std::min(a.y, b.y) - 3, std::abs(a.x - b.x) + 6, std::abs(a.y - b.y) + 6};
    for (const auto& [c, d] : p_.lines) {
      if (!enters(c, d, near)) continue;
      const bool same = upright == (c.x == d.x);
      price += same ? along_cost : crossing_cost / 2;  // a crossing at a grid point is seen from both sides
    }
    return price;
  }

  std::vector<Point> path_to(int s) const {
    std::vector<Point> path;
    for (; s != -1; s = from_[s]) path.push_back(point_of(s));
    std::reverse(path.begin(), path.end());
    path.front() = p_.start;
    std::vector<Point> corners;
    for (const Point& p : path) {
      if (corners.size() > 1) {
        const Point &a = corners[corners.size() - 2], &b = corners.back();
        if ((a.x == b.x && b.x == p.x) || (a.y == b.y && b.y == p.y)) corners.pop_back();
      }
      corners.push_back(p);
    }
    return corners;
  }

  // Where everything is blocked: straight in, then across.
  std::vector<Point> simple_way() const {
    const Rect& t = p_.target;
    const bool upright = start_heading() % 2 == 1;
    if (upright && p_.start.x > t.left() && p_.start.x < t.right())
      return {p_.start, {p_.start.x, p_.start.y < t.top() ? t.top() : t.bottom()}};
    if (!upright && p_.start.y > t.top() && p_.start.y < t.bottom())
      return {p_.start, {p_.start.x < t.left() ? t.left() : t.right(), p_.start.y}};
    if (upright) return {p_.start, {p_.start.x, t.mid_y()}, {p_.start.x < t.left() ? t.left() : t.right(), t.mid_y()}};
    return {p_.start, {t.mid_x(), p_.start.y}, {t.mid_x(), p_.start.y < t.top() ? t.top() : t.bottom()}};
  }

  const LegProblem& p_;
  std::vector<Goal> goals_;
  std::vector<Rect> blocks_;
  std::vector<Pt> xs_, ys_;
  std::vector<double> best_;
  std::vector<int> from_;
  std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> queue_;
};

}  // namespace

std::vector<Point> route_leg(const LegProblem& problem) { return LegSearch(problem).find(); }

}  // namespace drawplate::layered
