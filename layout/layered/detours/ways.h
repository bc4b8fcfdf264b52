// The simple ways from one box to another: straight, round one corner, two or three. It knows of nothing in between.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "layout/layered/model/graph.h"

namespace drawplate::layered {

struct WayEnd {
  Rect box;
  OutlineKind outline = OutlineKind::box;
  std::array<bool, 4> sides{true, true, true, true};  ///< by Side: where the line may meet it
  Pt stub = 8;                                        ///< least length of the line's last piece there
  Point now;                                          ///< where it meets the box at present
};

struct Way {
  std::vector<Point> points;
  double cost = 0;
};

/// A way of five points at most, in place: thousands are listed for one line.
struct ShortWay {
  std::array<Point, 5> points;
  std::uint8_t count = 0;
  double cost = 0;

  std::vector<Point> line() const { return {points.begin(), points.begin() + count}; }
};

/// What ways are measured by, in points of length.
struct WayPrices {
  double corner = 32, bent = 40, crossing = 110;
};

struct WayField {
  std::vector<Pt> xs, ys;  ///< where a middle piece may run
  Pt port_gap = 12;
};

/// All simple ways that cost less than `most`.
std::vector<ShortWay> list_ways(const WayEnd& from, const WayEnd& to, const WayField& field, const WayPrices& prices, double most);

/// Length, corners and how far the ends are off the middle of their sides.
double way_cost(const WayEnd& from, const WayEnd& to, const WayPrices& prices, const std::vector<Point>& points);

/// The ways that differ from `points` in a wriggle less: one of the pieces beside it moves into line with the other.
std::vector<Way> ways_without_jogs(const WayEnd& from, const WayEnd& to, const WayPrices& prices, const std::vector<Point>& points);

/// Two lines from one box, both written from there.
struct LinePair {
  std::vector<Point> a, b;
};

/// Lines that leave one side of the box `shared`, with their places there exchanged, their next pieces' lanes, or both; none for
/// lines of different sides. `to_a` and `to_b` are their other ends.
std::vector<LinePair> exchanged_ways(const WayEnd& shared, const WayEnd& to_a, const WayEnd& to_b, const LinePair& lines);

Side side_of(const Rect& box, Point p);

}  // namespace drawplate::layered
