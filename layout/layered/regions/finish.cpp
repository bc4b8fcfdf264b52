// See finish.h.
#include "layout/layered/regions/finish.h"

#include <cmath>
#include <optional>

namespace drawplate::layered {
namespace {

Side side_towards(Point from, Point to) {
  if (std::abs(to.x - from.x) > std::abs(to.y - from.y)) return to.x > from.x ? Side::right : Side::left;
  return to.y > from.y ? Side::bottom : Side::top;
}

/// What is drawn, from (0, 0): lines that were straightened may have left room they no longer need.
void close_in(Drawing& drawing) {
  std::optional<Rect> bounds;
  const auto see = [&](const Rect& r) { bounds = bounds ? union_of(*bounds, r) : r; };
  for (const Rect& node : drawing.nodes) see(node);
  for (const Rect& group : drawing.groups) see(group);
  for (const DrawnEdge& e : drawing.edges) {
    for (const Point& p : e.points) see({p.x, p.y, 0, 0});
    if (e.label.width > 0) see(e.label);
  }
  if (!bounds) return;
  drawing.bounds = bounds->size();
  const Vec by{-bounds->x, -bounds->y};
  for (Rect& node : drawing.nodes) node = moved_by(node, by);
  for (Rect& group : drawing.groups) group = moved_by(group, by);
  for (Rect& title : drawing.titles) title = moved_by(title, by);
  for (DrawnEdge& e : drawing.edges) {
    for (Point& p : e.points) p = p + by;
    e.label = moved_by(e.label, by);
  }
}

}  // namespace

void finish(Drawing& drawing) {
  close_in(drawing);
  for (DrawnEdge& e : drawing.edges) {
    if (e.points.size() < 2) continue;
    e.from_side = side_towards(e.points[0], e.points[1]);
    e.to_side = side_towards(e.points.back(), e.points[e.points.size() - 2]);
  }
}

}  // namespace drawplate::layered
