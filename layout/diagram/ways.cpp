// For every pair of sides the few places where lines like to end, joined with the fewest corners that the pair needs.
#include "layout/diagram/ways.h"

#include <algorithm>
#include <cmath>

#include "layout/diagram/draw.h"

namespace drawplate::layered {
namespace {

bool faces_x(Side s) { return s == Side::left || s == Side::right; }
int sign_of(Side s) { return s == Side::right || s == Side::bottom ? 1 : -1; }

// Half the stretch of a side on which lines may end.
Pt reach_of(const WayEnd& end, Side side) {
  const Pt half = (faces_x(side) ? end.box.height : end.box.width) / 2;
  switch (end.outline) {
    case OutlineKind::box:
      return std::max(0.0, half - std::min(12.0, half / 2));
    case OutlineKind::ellipse:
      return half * 0.5;
    case OutlineKind::diamond:
      return half * 0.3;
  }
  return 0;
}

Point port_at(const WayEnd& end, Side side, Pt at) {
  const Rect& b = end.box;
  if (faces_x(side)) {
    const Pt reach = outline_reach(end.outline, b.width / 2, b.height / 2, at - b.mid_y());
    return {b.mid_x() + sign_of(side) * reach, at};
  }
  const Pt reach = outline_reach(end.outline, b.height / 2, b.width / 2, at - b.mid_x());
  return {at, b.mid_y() + sign_of(side) * reach};
}

class WayFinder {
 public:
  WayFinder(const WayEnd& from, const WayEnd& to, const WayField& field, const WayPrices& prices, double most)
      : from_(from), to_(to), field_(field), prices_(prices), most_(most) {}

  std::vector<Way> run() {
    constexpr std::array all{Side::top, Side::right, Side::bottom, Side::left};
    for (const Side a : all)
      for (const Side b : all)
        if (from_.sides[static_cast<std::size_t>(a)] && to_.sides[static_cast<std::size_t>(b)]) join(a, b);
    std::stable_sort(found_.begin(), found_.end(), [](const Way& a, const Way& b) { return a.cost < b.cost; });
    return std::move(found_);
  }

 private:
  // Where a line may end on a side: its middle, its neighbourhood, the present place, and opposite the other box.
  std::vector<Pt> places(const WayEnd& end, Side side, const WayEnd& other) const {
    const bool x = faces_x(side);
    const Pt middle = x ? end.box.mid_y() : end.box.mid_x(), reach = reach_of(end, side);
    std::vector<Pt> out;
    const auto add = [&](Pt at) {
      if (std::abs(at - middle) > reach + 1e-6) return;
      for (const Pt p : out)
        if (std::abs(p - at) < 0.5) return;
      out.push_back(at);
    };
    add(middle);
    if (side_of(end.box, end.now) == side) add(x ? end.now.y : end.now.x);
    add(x ? other.box.mid_y() : other.box.mid_x());
    for (int k = 1; k <= 2; ++k) add(middle - k * field_.port_gap), add(middle + k * field_.port_gap);
    return out;
  }

  void consider(std::vector<Point> points) {
    const double cost = way_cost(from_, to_, prices_, points);
    if (cost < most_) found_.push_back({std::move(points), cost});
  }

  void join(Side a, Side b) {
    const std::vector<Pt> starts = places(from_, a, to_), ends = places(to_, b, from_);
    if (faces_x(a) != faces_x(b)) {
      for (const Pt s : starts)
        for (const Pt e : ends) round_one(a, s, b, e), round_three(a, s, b, e);
      return;
    }
    if (a != b && beyond(a) > 0) straight(a, b, starts, ends);
    for (const Pt s : starts)
      for (const Pt e : ends) round_two(a, s, b, e);
  }

  // How far the other box begins beyond this one's side.
  Pt beyond(Side a) const {
    if (faces_x(a)) return a == Side::right ? to_.box.left() - from_.box.right() : from_.box.left() - to_.box.right();
    return a == Side::bottom ? to_.box.top() - from_.box.bottom() : from_.box.top() - to_.box.bottom();
  }

  void straight(Side a, Side b, const std::vector<Pt>& starts, const std::vector<Pt>& ends) {
    const bool x = faces_x(a);
    const Pt ma = x ? from_.box.mid_y() : from_.box.mid_x(), mb = x ? to_.box.mid_y() : to_.box.mid_x();
    const Pt low = std::max(ma - reach_of(from_, a), mb - reach_of(to_, b)),
             high = std::min(ma + reach_of(from_, a), mb + reach_of(to_, b));
    if (low > high) return;
    std::vector<Pt> at = starts;
    at.insert(at.end(), ends.begin(), ends.end());
    at.insert(at.end(), {(low + high) / 2, low, high, (3 * low + high) / 4, (low + 3 * high) / 4});
    for (const Pt p : at)
      if (p >= low - 1e-6 && p <= high + 1e-6) consider({port_at(from_, a, p), port_at(to_, b, p)});
  }

  void round_one(Side a, Pt s, Side b, Pt e) {
    const Point p = port_at(from_, a, s), q = port_at(to_, b, e);
    const Point corner = faces_x(a) ? Point{q.x, p.y} : Point{p.x, q.y};
    const Pt out = sign_of(a) * (faces_x(a) ? corner.x - p.x : corner.y - p.y),
             in = sign_of(b) * (faces_x(b) ? corner.x - q.x : corner.y - q.y);
    if (out < from_.stub || in < to_.stub) return;
    consider({p, corner, q});
  }

  // Sides that look the same way or at one another: the middle piece runs beside both, or between them.
  void round_two(Side a, Pt s, Side b, Pt e) {
    if (std::abs(s - e) < 8) return;
    const Point p = port_at(from_, a, s), q = port_at(to_, b, e);
    const bool x = faces_x(a);
    const auto try_at = [&](Pt m) {
      if (sign_of(a) * (m - (x ? p.x : p.y)) < from_.stub || sign_of(b) * (m - (x ? q.x : q.y)) < to_.stub) return;
      if (x)
        consider({p, {m, p.y}, {m, q.y}, q});
      else
        consider({p, {p.x, m}, {q.x, m}, q});
    };
    if (a != b) try_at(x ? (p.x + q.x) / 2 : (p.y + q.y) / 2);
    for (const Pt m : x ? field_.xs : field_.ys) try_at(m);
  }

  void round_three(Side a, Pt s, Side b, Pt e) {
    const Point p = port_at(from_, a, s), q = port_at(to_, b, e);
    const bool x = faces_x(a);
    constexpr double corners = 3;
    if (corners * prices_.corner + prices_.bent + std::abs(p.x - q.x) + std::abs(p.y - q.y) >= most_) return;
    for (const Pt m : x ? field_.xs : field_.ys) {
      if (sign_of(a) * (m - (x ? p.x : p.y)) < from_.stub || std::abs(m - (x ? q.x : q.y)) < 8) continue;
      for (const Pt n : x ? field_.ys : field_.xs) {
        if (sign_of(b) * (n - (x ? q.y : q.x)) < to_.stub || std::abs(n - (x ? p.y : p.x)) < 8) continue;
        if (x)
          consider({p, {m, p.y}, {m, n}, {q.x, n}, q});
        else
          consider({p, {p.x, m}, {n, m}, {n, q.y}, q});
      }
    }
  }

  const WayEnd &from_, &to_;
  const WayField& field_;
  const WayPrices& prices_;
  double most_;
  std::vector<Way> found_;
};

double end_cost(const WayEnd& end, Point p) {
  const Side side = side_of(end.box, p);
  const Pt off = std::abs(faces_x(side) ? p.y - end.box.mid_y() : p.x - end.box.mid_x());
  return 0.15 * off;
}

}  // namespace

Side side_of(const Rect& box, Point p) {
  const double u = (p.x - box.mid_x()) / std::max(1e-9, box.width), v = (p.y - box.mid_y()) / std::max(1e-9, box.height);
  if (std::abs(u) > std::abs(v)) return u > 0 ? Side::right : Side::left;
  return v > 0 ? Side::bottom : Side::top;
}

double way_cost(const WayEnd& from, const WayEnd& to, const WayPrices& prices, const std::vector<Point>& points) {
  double cost = 0;
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    cost += std::abs(points[k].x - points[k + 1].x) + std::abs(points[k].y - points[k + 1].y);
  const double corners = static_cast<double>(points.size()) - 2;
  if (corners > 0) cost += prices.bent + corners * prices.corner;
  return cost + end_cost(from, points.front()) + end_cost(to, points.back());
}

std::vector<Way> ways_without_jogs(const WayEnd& from, const WayEnd& to, const WayPrices& prices, const std::vector<Point>& points) {
  constexpr Pt short_piece = 10;
  std::vector<Way> found;
  const auto slide_end = [](const WayEnd& end, Point& p, bool upright) {
    const Side side = side_of(end.box, p);
    if (faces_x(side) == upright) return false;
    const Pt at = upright ? p.x : p.y, middle = upright ? end.box.mid_x() : end.box.mid_y();
    if (std::abs(at - middle) > reach_of(end, side)) return false;
    p = port_at(end, side, at);
    return true;
  };
  for (std::size_t k = 1; k + 2 < points.size(); ++k) {
    const Vec by = points[k + 1] - points[k];
    if (std::abs(by.x) + std::abs(by.y) >= short_piece) continue;
    const bool upright = by.y == 0;  // of the pieces beside it
    for (const bool before : {true, false}) {
      std::vector<Point> moved = points;
      Point &near = moved[before ? k : k + 1], &far = moved[before ? k - 1 : k + 2];
      near = before ? near + by : near - by;
      far = before ? far + by : far - by;
      if (before && k == 1 && !slide_end(from, far, upright)) continue;
      if (!before && k + 3 == points.size() && !slide_end(to, far, upright)) continue;
      moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(k), moved.begin() + static_cast<std::ptrdiff_t>(k) + 2);
      if (moved.size() > 1) found.push_back({moved, way_cost(from, to, prices, moved)});
    }
  }
  return found;
}

std::vector<Way> list_ways(const WayEnd& from, const WayEnd& to, const WayField& field, const WayPrices& prices, double most) {
  return WayFinder(from, to, field, prices, most).run();
}

}  // namespace drawplate::layered
