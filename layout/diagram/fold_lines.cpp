// See fold_lines.h.
#include "layout/diagram/fold_lines.h"

#include "layout/diagram/scene.h"
#include "layout/diagram/turn.h"

namespace drawplate::layered {
namespace {

std::vector<std::vector<Point>> fold_ways(const LayoutGraph& graph, const Rect& a, const Rect& b) {
  std::vector<std::vector<Point>> ways;
  constexpr Pt stub = 20;
  const bool level = is_sideways(graph.direction);
  for (const Pt back : {22.0, 30.0, 40.0, 60.0, 90.0}) {
    if (level) {
      const Pt y = b.top() - back;
      ways.push_back({{a.mid_x(), a.bottom()}, {a.mid_x(), y}, {b.mid_x(), y}, {b.mid_x(), b.top()}});
    } else {
      const Pt x = b.left() - back;
      ways.push_back({{a.right(), a.mid_y()}, {x, a.mid_y()}, {x, b.mid_y()}, {b.left(), b.mid_y()}});
    }
  }
  for (const Pt back : {22.0, 40.0, 60.0, 90.0, 130.0}) {
    if (level) {
      const int s = graph.direction == Direction::right ? 1 : -1;
      const Pt out = (s > 0 ? a.right() : a.left()) + s * stub, in = (s > 0 ? b.left() : b.right()) - s * stub, y = b.top() - back;
      ways.push_back({{s > 0 ? a.right() : a.left(), a.mid_y()},
                      {out, a.mid_y()},
                      {out, y},
                      {in, y},
                      {in, b.mid_y()},
                      {s > 0 ? b.left() : b.right(), b.mid_y()}});
    } else {
      const int s = graph.direction == Direction::down ? 1 : -1;
      const Pt out = (s > 0 ? a.bottom() : a.top()) + s * stub, in = (s > 0 ? b.top() : b.bottom()) - s * stub, x = b.left() - back;
      ways.push_back({{a.mid_x(), s > 0 ? a.bottom() : a.top()},
                      {a.mid_x(), out},
                      {x, out},
                      {x, in},
                      {b.mid_x(), in},
                      {b.mid_x(), s > 0 ? b.top() : b.bottom()}});
    }
  }
  return ways;
}

}  // namespace

void lead_folds(const LayoutGraph& graph, const std::vector<int>& folds, Drawing& drawing) {
  for (int e : folds) {
    const Scene scene(graph, drawing);
    for (const std::vector<Point>& way : fold_ways(graph, scene.box_of(graph.edges[e].from), scene.box_of(graph.edges[e].to))) {
      drawing.edges[e].points = way;
      if (!scene.judge(e, way).allowed) continue;
      const std::optional<Rect> label = scene.label_beside(e, way);
      if (graph.edges[e].label.width > 0 && !label) continue;
      if (label) drawing.edges[e].label = *label;
      break;
    }
  }
}

}  // namespace drawplate::layered
