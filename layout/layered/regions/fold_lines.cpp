// See fold_lines.h. Ways are proposed as if all flowed down, the columns standing left to right, and judged on the page.
#include "layout/layered/regions/fold_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include "layout/layered/detours/scene.h"
#include "layout/layered/regions/turn.h"

namespace drawplate::layered {
namespace {

using Way = std::vector<Point>;

/// A stretch across the flow that no box of the part stands in.
struct Stripe {
  Pt begin = 0, end = 0;
  Pt width() const { return end - begin; }
  Pt middle() const { return (begin + end) / 2; }
};

std::vector<Stripe> free_stripes(const std::vector<Rect>& boxes, Pt low, Pt high) {
  std::vector<Stripe> taken, stripes;
  for (const Rect& box : boxes) taken.push_back({box.left(), box.right()});
  std::ranges::sort(taken, {}, &Stripe::begin);
  Pt end = low;
  for (const Stripe& t : taken) {
    if (std::min(t.begin, high) > end) stripes.push_back({end, std::min(t.begin, high)});
    end = std::max(end, t.end);
  }
  return stripes;
}

/// `leave_room`: on the target's side of the gap, so that lines back can run beside it.
std::vector<Way> forward_ways(const std::vector<Rect>& boxes, const Rect& a, const Rect& b, bool leave_room) {
  std::vector<Way> ways;
  constexpr Pt stub = 20;
  const auto through = [&](Pt x) { ways.push_back({{a.right(), a.mid_y()}, {x, a.mid_y()}, {x, b.mid_y()}, {b.left(), b.mid_y()}}); };
  std::vector<Stripe> stripes = free_stripes(boxes, a.right(), b.left());
  if (leave_room && !stripes.empty()) through(stripes.back().end - 16);
  for (const Pt back : {22.0, 30.0, 40.0, 60.0, 90.0}) through(b.left() - back);
  std::ranges::stable_sort(stripes, std::greater(), &Stripe::width);
  for (std::size_t k = 0; k < std::min<std::size_t>(3, stripes.size()); ++k) through(stripes[k].middle());
  for (const Pt back : {22.0, 40.0, 60.0, 90.0, 130.0}) {
    const Pt out = a.bottom() + stub, in = b.top() - stub, x = b.left() - back;
    ways.push_back({{a.mid_x(), a.bottom()}, {a.mid_x(), out}, {x, out}, {x, in}, {b.mid_x(), in}, {b.mid_x(), b.top()}});
  }
  return ways;
}

/// From a box in a later column to one in an earlier column.
std::vector<Way> ways_back(const std::vector<Rect>& boxes, const Rect& a, const Rect& b) {
  Rect all = boxes.front();
  for (const Rect& box : boxes) all = union_of(all, box);
  const std::vector<Stripe> stripes = free_stripes(boxes, b.right(), a.left());
  std::vector<Pt> gaps;  // beside the target's column
  if (!stripes.empty())
    for (const Pt off : {16.0, 26.0, 36.0, 50.0})
      if (off < stripes.front().width() - 8) gaps.push_back(stripes.front().begin + off);
  std::vector<Way> ways;
  for (const Pt x : gaps) ways.push_back({{a.left(), a.mid_y()}, {x, a.mid_y()}, {x, b.mid_y()}, {b.right(), b.mid_y()}});
  for (const Pt off : {18.0, 30.0, 42.0, 60.0, 84.0, 120.0, 170.0})
    for (const Pt over : {18.0, 30.0, 42.0, 60.0}) {
      const Pt right = all.right() + off, top = all.top() - over, bottom = all.bottom() + over, left = all.left() - off;
      for (const Pt x : gaps)
        ways.push_back({{a.right(), a.mid_y()}, {right, a.mid_y()}, {right, top}, {x, top}, {x, b.mid_y()}, {b.right(), b.mid_y()}});
      ways.push_back({{a.mid_x(), a.bottom()}, {a.mid_x(), bottom}, {left, bottom}, {left, b.mid_y()}, {b.left(), b.mid_y()}});
    }
  return ways;
}

Way on_page(Way way, Direction d) {
  for (Point& p : way) p = turned_back(p, d);
  return way;
}

double length_of(const Way& way) {
  double length = 0;
  for (std::size_t k = 0; k + 1 < way.size(); ++k) length += std::abs(way[k + 1].x - way[k].x) + std::abs(way[k + 1].y - way[k].y);
  return length;
}

class FoldLines {
 public:
  FoldLines(const LayoutGraph& graph, const FoldedPart& part, Drawing& drawing) : graph_(graph), part_(part), drawing_(drawing) {
    for (const LayoutEnd& thing : part.things)
      boxes_.push_back(turned(thing.is_group ? drawing.groups[thing.index] : drawing.nodes[thing.index], part.direction));
  }

  void lead() {
    for (const int e : part_.forward) {
      const LayoutEdge& edge = graph_.edges[e];
      take_first(e, forward_ways(boxes_, box(edge.from), box(edge.to), !part_.back.empty()));
    }
    for (const int e : part_.back) take_best(e, ways_back(boxes_, box(graph_.edges[e].from), box(graph_.edges[e].to)));
  }

 private:
  Rect box(const LayoutEnd& end) const {
    return turned(end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index], part_.direction);
  }

  /// Where nothing fits the last way stays: a line that meets something is better than none.
  void take_first(int e, const std::vector<Way>& ways) {
    const Scene scene(graph_, drawing_);
    for (const Way& proposed : ways) {
      const Way way = on_page(proposed, part_.direction);
      drawing_.edges[e].points = way;
      if (!scene.judge(e, way).allowed) continue;
      if (take_label(scene, e, way)) return;
    }
  }

  void take_best(int e, const std::vector<Way>& ways) {
    constexpr double crossing = 800, corner = 30;
    struct Ranked {
      double cost;
      Way way;
    };
    const Scene scene(graph_, drawing_);
    std::vector<Ranked> ranked;
    for (const Way& proposed : ways) {
      Way way = on_page(proposed, part_.direction);
      drawing_.edges[e].points = way;
      const Verdict verdict = scene.judge(e, way);
      if (!verdict.allowed) continue;
      const double cost = verdict.crossings * crossing + length_of(way) + corner * static_cast<double>(way.size());
      ranked.push_back({cost, std::move(way)});
    }
    std::ranges::stable_sort(ranked, {}, &Ranked::cost);
    for (Ranked& best : ranked) {
      drawing_.edges[e].points = std::move(best.way);
      if (take_label(scene, e, drawing_.edges[e].points)) return;
    }
  }

  bool take_label(const Scene& scene, int e, const Way& way) {
    if (graph_.edges[e].label.width <= 0) return true;
    const std::optional<Rect> label = scene.label_beside(e, way);
    if (label) drawing_.edges[e].label = *label;
    return label.has_value();
  }

  const LayoutGraph& graph_;
  const FoldedPart& part_;
  Drawing& drawing_;
  std::vector<Rect> boxes_;
};

}  // namespace

void lead_folds(const LayoutGraph& graph, const std::vector<FoldedPart>& parts, Drawing& drawing) {
  for (const FoldedPart& part : parts) FoldLines(graph, part, drawing).lead();
}

}  // namespace drawplate::layered
