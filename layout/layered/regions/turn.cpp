// down: as it is; up: mirrored; right: x and y exchanged; left: exchanged and mirrored.
#include "layout/layered/regions/turn.h"

#include <algorithm>
#include <cmath>

namespace drawplate::layered {

Insets turned(const Insets& i, Direction d) {
  switch (d) {
    case Direction::down:
      return i;
    case Direction::up:
      return {i.left, i.bottom, i.right, i.top};
    case Direction::right:
      return {i.top, i.left, i.bottom, i.right};
    case Direction::left:
      return {i.top, i.right, i.bottom, i.left};
  }
  return i;
}

Rect turned(const Rect& r, Direction d) {
  if (d == Direction::left) return {r.top(), -r.right(), r.height, r.width};
  return turned_back(r, d);  // its own reverse
}

Side top_side(Direction d) {
  switch (d) {
    case Direction::down:
      return Side::top;
    case Direction::up:
      return Side::bottom;
    default:
      return Side::left;
  }
}

Point turned_back(Point p, Direction d) {
  switch (d) {
    case Direction::down:
      return p;
    case Direction::up:
      return {p.x, -p.y};
    case Direction::right:
      return {p.y, p.x};
    case Direction::left:
      return {-p.y, p.x};
  }
  return p;
}

Rect turned_back(const Rect& r, Direction d) {
  const Point a = turned_back(Point{r.left(), r.top()}, d), b = turned_back(Point{r.right(), r.bottom()}, d);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

}  // namespace drawplate::layered
