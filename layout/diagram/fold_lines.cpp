// See fold_lines.h.
#include "layout/diagram/fold_lines.h"

#include <algorithm>

#include "layout/diagram/scene.h"
#include "layout/diagram/turn.h"

namespace drawplate::layered {
namespace {

// The middles of the stripes between two columns that no box stands in, the widest first: across the columns' gap.
std::vector<Pt> free_stripes(const Drawing& drawing, bool level, Pt low, Pt high) {
  std::vector<std::pair<Pt, Pt>> taken;
  for (const Rect& n : drawing.nodes) taken.push_back(level ? std::pair{n.top(), n.bottom()} : std::pair{n.left(), n.right()});
  std::sort(taken.begin(), taken.end());
  std::vector<std::pair<Pt, Pt>> stripes;  // width, middle
  Pt end = low;
  for (const auto& [first, last] : taken) {
    const Pt to = std::min(first, high);
    if (to - end > 0) stripes.push_back({to - end, (end + to) / 2});
    end = std::max(end, last);
  }
  std::stable_sort(stripes.begin(), stripes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Pt> middles;
  for (std::size_t k = 0; k < std::min<std::size_t>(3, stripes.size()); ++k) middles.push_back(stripes[k].second);
  return middles;
}

std::vector<std::vector<Point>> fold_ways(const LayoutGraph& graph, const Drawing& drawing, const Rect& a, const Rect& b) {
  std::vector<std::vector<Point>> ways;
  constexpr Pt stub = 20;
  const bool level = is_sideways(graph.direction);
  const std::vector<Pt> stripes = free_stripes(drawing, level, level ? a.bottom() : a.right(), level ? b.top() : b.left());
  for (const Pt back : {22.0, 30.0, 40.0, 60.0, 90.0}) {
    if (level) {
      const Pt y = b.top() - back;
      ways.push_back({{a.mid_x(), a.bottom()}, {a.mid_x(), y}, {b.mid_x(), y}, {b.mid_x(), b.top()}});
    } else {
      const Pt x = b.left() - back;
      ways.push_back({{a.right(), a.mid_y()}, {x, a.mid_y()}, {x, b.mid_y()}, {b.left(), b.mid_y()}});
    }
  }
  for (const Pt m : stripes) {
    if (level)
      ways.push_back({{a.mid_x(), a.bottom()}, {a.mid_x(), m}, {b.mid_x(), m}, {b.mid_x(), b.top()}});
    else
      ways.push_back({{a.right(), a.mid_y()}, {m, a.mid_y()}, {m, b.mid_y()}, {b.left(), b.mid_y()}});
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
    for (const std::vector<Point>& way : fold_ways(graph, drawing, scene.box_of(graph.edges[e].from), scene.box_of(graph.edges[e].to))) {
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
