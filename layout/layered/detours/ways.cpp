// For every pair of sides the few places where lines like to end, joined with the fewest corners that the pair needs.
#include "layout/layered/detours/ways.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>

#include "layout/layered/route/draw.h"

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

// What a way costs without its ends.
double run_cost(const WayPrices& prices, std::span<const Point> points) {
  double cost = 0;
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    cost += std::abs(points[k].x - points[k + 1].x) + std::abs(points[k].y - points[k + 1].y);
  const double corners = static_cast<double>(points.size()) - 2;
  if (corners > 0) cost += prices.bent + corners * prices.corner;
  return cost;
}

double end_cost(const WayEnd& end, Point p) {
  const Side side = side_of(end.box, p);
  const Pt off = std::abs(faces_x(side) ? p.y - end.box.mid_y() : p.x - end.box.mid_x());
  return 0.15 * off;
}

// A place at which a line may end.
struct Port {
  Pt at = 0;  ///< along its side
  Point point;
  double cost = 0;
};

class WayFinder {
 public:
  WayFinder(const WayEnd& from, const WayEnd& to, const WayField& field, const WayPrices& prices, double most)
      : from_(from), to_(to), field_(field), prices_(prices), most_(most) {}

  std::vector<ShortWay> run() {
    constexpr std::array all{Side::top, Side::right, Side::bottom, Side::left};
    std::array<std::vector<Port>, 4> starts, ends;
    for (const Side s : all) {
      const auto side = static_cast<std::size_t>(s);
      if (from_.sides[side]) starts[side] = ports(from_, s, to_);
      if (to_.sides[side]) ends[side] = ports(to_, s, from_);
    }
    for (const Side a : all)
      for (const Side b : all) join(a, starts[static_cast<std::size_t>(a)], b, ends[static_cast<std::size_t>(b)]);
    return std::move(found_);
  }

 private:
  static Port port(const WayEnd& end, Side side, Pt at) {
    const Point p = port_at(end, side, at);
    return {at, p, end_cost(end, p)};
  }

  // Where a line may end on a side: its middle, its neighbourhood, the present place, and opposite the other box.
  std::vector<Port> ports(const WayEnd& end, Side side, const WayEnd& other) const {
    const bool x = faces_x(side);
    const Pt middle = x ? end.box.mid_y() : end.box.mid_x(), reach = reach_of(end, side);
    std::vector<Port> out;
    const auto add = [&](Pt at) {
      if (std::abs(at - middle) > reach + 1e-6) return;
      for (const Port& p : out)
        if (std::abs(p.at - at) < 0.5) return;
      out.push_back(port(end, side, at));
    };
    add(middle);
    if (side_of(end.box, end.now) == side) add(x ? end.now.y : end.now.x);
    add(x ? other.box.mid_y() : other.box.mid_x());
    for (int k = 1; k <= 2; ++k) add(middle - k * field_.port_gap), add(middle + k * field_.port_gap);
    return out;
  }

  // Most ways cost too much: only the others are written down. Points are between the two ports.
  void consider(const Port& s, std::initializer_list<Point> between, const Port& e) {
    ShortWay way;
    way.points[way.count++] = s.point;
    for (const Point& p : between) way.points[way.count++] = p;
    way.points[way.count++] = e.point;
    way.cost = run_cost(prices_, {way.points.data(), way.count}) + s.cost + e.cost;
    if (way.cost < most_) found_.push_back(way);
  }

  void join(Side a, const std::vector<Port>& starts, Side b, const std::vector<Port>& ends) {
    if (starts.empty() || ends.empty()) return;
    if (faces_x(a) != faces_x(b)) {
      for (const Port& s : starts)
        for (const Port& e : ends) round_one(a, s, b, e), round_three(a, s, b, e);
      return;
    }
    if (a != b && beyond(a) > 0) straight(a, b, starts, ends);
    for (const Port& s : starts)
      for (const Port& e : ends) round_two(a, s, b, e);
  }

  // How far the other box begins beyond this one's side.
  Pt beyond(Side a) const {
    if (faces_x(a)) return a == Side::right ? to_.box.left() - from_.box.right() : from_.box.left() - to_.box.right();
    return a == Side::bottom ? to_.box.top() - from_.box.bottom() : from_.box.top() - to_.box.bottom();
  }

  void straight(Side a, Side b, const std::vector<Port>& starts, const std::vector<Port>& ends) {
    const bool x = faces_x(a);
    const Pt ma = x ? from_.box.mid_y() : from_.box.mid_x(), mb = x ? to_.box.mid_y() : to_.box.mid_x();
    const Pt low = std::max(ma - reach_of(from_, a), mb - reach_of(to_, b)),
             high = std::min(ma + reach_of(from_, a), mb + reach_of(to_, b));
    if (low > high) return;
    const auto try_at = [&](Pt at) {
      if (at >= low - 1e-6 && at <= high + 1e-6) consider(port(from_, a, at), {}, port(to_, b, at));
    };
    for (const Port& s : starts) try_at(s.at);
    for (const Port& e : ends) try_at(e.at);
    for (const Pt at : {(low + high) / 2, low, high, (3 * low + high) / 4, (low + 3 * high) / 4}) try_at(at);
  }

  void round_one(Side a, const Port& s, Side b, const Port& e) {
    const Point p = s.point, q = e.point;
    const Point corner = faces_x(a) ? Point{q.x, p.y} : Point{p.x, q.y};
    const Pt out = sign_of(a) * (faces_x(a) ? corner.x - p.x : corner.y - p.y),
             in = sign_of(b) * (faces_x(b) ? corner.x - q.x : corner.y - q.y);
    if (out < from_.stub || in < to_.stub) return;
    consider(s, {corner}, e);
  }

  // Sides that look the same way or at one another: the middle piece runs beside both, or between them.
  void round_two(Side a, const Port& s, Side b, const Port& e) {
    if (std::abs(s.at - e.at) < 8) return;
    const Point p = s.point, q = e.point;
    const bool x = faces_x(a);
    const auto try_at = [&](Pt m) {
      if (sign_of(a) * (m - (x ? p.x : p.y)) < from_.stub || sign_of(b) * (m - (x ? q.x : q.y)) < to_.stub) return;
      if (x)
        consider(s, {{m, p.y}, {m, q.y}}, e);
      else
        consider(s, {{p.x, m}, {q.x, m}}, e);
    };
    if (a != b) try_at(x ? (p.x + q.x) / 2 : (p.y + q.y) / 2);
    for (const Pt m : x ? field_.xs : field_.ys) try_at(m);
  }

  void round_three(Side a, const Port& s, Side b, const Port& e) {
    const Point p = s.point, q = e.point;
    const bool x = faces_x(a);
    constexpr double corners = 3;
    if (corners * prices_.corner + prices_.bent + std::abs(p.x - q.x) + std::abs(p.y - q.y) >= most_) return;
    for (const Pt m : x ? field_.xs : field_.ys) {
      if (sign_of(a) * (m - (x ? p.x : p.y)) < from_.stub || std::abs(m - (x ? q.x : q.y)) < 8) continue;
      for (const Pt n : x ? field_.ys : field_.xs) {
        if (sign_of(b) * (n - (x ? q.y : q.x)) < to_.stub || std::abs(n - (x ? p.y : p.x)) < 8) continue;
        if (x)
          consider(s, {{m, p.y}, {m, n}, {q.x, n}}, e);
        else
          consider(s, {{p.x, m}, {n, m}, {n, q.y}}, e);
      }
    }
  }

  const WayEnd &from_, &to_;
  const WayField& field_;
  const WayPrices& prices_;
  double most_;
  std::vector<ShortWay> found_;
};

// Moves the line's beginning along its side, and a straight line's end with it; false where that leaves a side.
bool move_port(const WayEnd& shared, const WayEnd& other, Pt at, std::vector<Point>& line) {
  const Side side = side_of(shared.box, line.front()), far = side_of(other.box, line.back());
  const bool is_straight = line.size() == 2;
  if (is_straight) {
    const Pt middle = faces_x(far) ? other.box.mid_y() : other.box.mid_x();
    if (std::abs(at - middle) > reach_of(other, far)) return false;
    line.back() = port_at(other, far, at);
  } else {
    (faces_x(side) ? line[1].y : line[1].x) = at;
  }
  line.front() = port_at(shared, side, at);
  return true;
}

}  // namespace

std::vector<LinePair> exchanged_ways(const WayEnd& shared, const WayEnd& to_a, const WayEnd& to_b, const LinePair& lines) {
  const auto& [a, b] = lines;
  const Side side = side_of(shared.box, a.front());
  if (side_of(shared.box, b.front()) != side) return {};
  const bool x = faces_x(side);
  std::vector<LinePair> found;
  LinePair ports = lines;
  const Pt at_a = x ? a.front().y : a.front().x, at_b = x ? b.front().y : b.front().x;
  const bool may_move = std::abs(at_a - at_b) > 1 && move_port(shared, to_a, at_b, ports.a) && move_port(shared, to_b, at_a, ports.b);
  if (may_move) found.push_back(ports);
  if (a.size() < 4 || b.size() < 4) return found;
  const auto exchange_lanes = [&](LinePair pair) {
    for (const std::size_t k : {1, 2}) std::swap(x ? pair.a[k].x : pair.a[k].y, x ? pair.b[k].x : pair.b[k].y);
    found.push_back(std::move(pair));
  };
  exchange_lanes(lines);
  if (may_move) exchange_lanes(ports);
  return found;
}

Side side_of(const Rect& box, Point p) {
  const double u = (p.x - box.mid_x()) / std::max(1e-9, box.width), v = (p.y - box.mid_y()) / std::max(1e-9, box.height);
  if (std::abs(u) > std::abs(v)) return u > 0 ? Side::right : Side::left;
  return v > 0 ? Side::bottom : Side::top;
}

double way_cost(const WayEnd& from, const WayEnd& to, const WayPrices& prices, const std::vector<Point>& points) {
  return run_cost(prices, points) + end_cost(from, points.front()) + end_cost(to, points.back());
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

std::vector<ShortWay> list_ways(const WayEnd& from, const WayEnd& to, const WayField& field, const WayPrices& prices, double most) {
  return WayFinder(from, to, field, prices, most).run();
}

}  // namespace drawplate::layered
