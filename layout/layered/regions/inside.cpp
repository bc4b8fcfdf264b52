// One leg after another, in the order of the edges; each sees the earlier ones.
#include "layout/layered/regions/inside.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/regions/leg.h"
#include "layout/layered/route/draw.h"

namespace drawplate::layered {
namespace {

int parent_group(const LayoutGraph& graph, const LayoutEnd& end) {
  const auto& g = end.is_group ? graph.groups[end.index].parent : graph.nodes[end.index].group;
  return g ? static_cast<int>(*g) : none;
}

bool is_within(const LayoutGraph& graph, int group, int box) {
  while (group != none && group != box) group = graph.groups[group].parent ? static_cast<int>(*graph.groups[group].parent) : none;
  return group == box;
}

Pt distance(const Rect& r, Point a, Point b) {
  const Rect s{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
  return std::max({0.0, r.left() - s.right(), s.left() - r.right()}) + std::max({0.0, r.top() - s.bottom(), s.top() - r.bottom()});
}

class Insides {
 public:
  Insides(const LayoutGraph& graph, const Regions& regions, Drawing& drawing) : graph_(graph), regions_(regions), drawing_(drawing) {
    members_.resize(graph.groups.size());
    lines_.resize(graph.groups.size());
    titled_.assign(graph.groups.size(), 0);
  }

  void run() {
    for (const EdgePlace& place : regions_.edges)
      for (int box : {place.from_box, place.to_box})
        if (box != none) titled_[box] = 1;
    if (std::none_of(titled_.begin(), titled_.end(), [](char c) { return c; })) return;
    note_contents();
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      if (regions_.edges[e].to_box != none) extend(e, false);
      if (regions_.edges[e].from_box != none) extend(e, true);
    }
    for (std::size_t g = 0; g < titled_.size(); ++g)
      if (titled_[g] && drawing_.titles[g].width > 0) move_title(static_cast<int>(g));
  }

 private:
  // Nodes and lines within each box that a leg enters.
  void note_contents() {
    for (std::size_t v = 0; v < graph_.nodes.size(); ++v)
      for (auto g = graph_.nodes[v].group; g; g = graph_.groups[*g].parent)
        if (titled_[*g]) members_[*g].push_back(static_cast<int>(v));
    for (std::size_t e = 0; e < graph_.edges.size(); ++e)
      for (const LayoutEnd& end : {graph_.edges[e].from, graph_.edges[e].to})
        for (int g = parent_group(graph_, end); g != none; g = graph_.groups[g].parent ? static_cast<int>(*graph_.groups[g].parent) : none)
          if (titled_[g] && (lines_[g].empty() || lines_[g].back() != static_cast<int>(e))) lines_[g].push_back(static_cast<int>(e));
  }

  LegProblem problem_for(std::size_t edge, const LayoutEnd& end, int box, Point start) const {
    LegProblem p;
    p.box = drawing_.groups[box];
    p.start = start;
    p.target = end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index];
    if (!end.is_group) p.outline = graph_.nodes[end.index].outline;
    for (int v : members_[box]) {
      const bool own = end.is_group ? is_within(graph_, node_group(v), static_cast<int>(end.index)) : static_cast<int>(end.index) == v;
      if (!own) p.blocks.push_back(drawing_.nodes[v]);
    }
    keep_nearest(p);
    const int inner = parent_group(graph_, end);
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      const int index = static_cast<int>(g);
      if (!is_within(graph_, index, box)) continue;
      if (drawing_.titles[g].width > 0) p.shy.push_back(grown_by(drawing_.titles[g], 2));
      const bool is_end = end.is_group && end.index == g;
      if (index != box && !is_end && !is_within(graph_, inner, index)) p.shy.push_back(drawing_.groups[g]);
    }
    for (int e : lines_[box]) {
      if (drawing_.edges[e].label.width > 0) p.shy.push_back(grown_by(drawing_.edges[e].label, 2));
      if (e == static_cast<int>(edge)) continue;
      const auto& points = drawing_.edges[e].points;
      for (std::size_t k = 0; k + 1 < points.size(); ++k) p.lines.push_back({points[k], points[k + 1]});
    }
    return p;
  }

  int node_group(int v) const { return graph_.nodes[v].group ? static_cast<int>(*graph_.nodes[v].group) : none; }

  static void keep_nearest(LegProblem& p) {
    if (p.blocks.size() <= leg_limit) return;
    const auto nearer = [&](const Rect& a, const Rect& b) {
      return distance(a, p.start, p.target.center()) < distance(b, p.start, p.target.center());
    };
    std::stable_sort(p.blocks.begin(), p.blocks.end(), nearer);
    p.blocks.resize(leg_limit);
  }

  void extend(std::size_t edge, bool at_from) {
    std::vector<Point>& points = drawing_.edges[edge].points;
    if (points.size() < 2) return;
    const LayoutEnd& end = at_from ? graph_.edges[edge].from : graph_.edges[edge].to;
    const int box = at_from ? regions_.edges[edge].from_box : regions_.edges[edge].to_box;
    if (at_from) std::reverse(points.begin(), points.end());
    const LegProblem problem = problem_for(edge, end, box, points.back());
    std::vector<Point> leg = route_leg(problem);
    meet_outline(problem, leg);
    points.insert(points.end(), leg.begin() + 1, leg.end());
    join_straight_pieces(points);
    if (at_from) std::reverse(points.begin(), points.end());
  }

  // The leg ends at the box of its end; an ellipse or a diamond lies further in, off its middle.
  static void meet_outline(const LegProblem& p, std::vector<Point>& leg) {
    if (p.outline == OutlineKind::box || leg.size() < 2) return;
    const Rect& t = p.target;
    Point& last = leg.back();
    const bool upright = leg[leg.size() - 2].x == last.x;
    const Pt along = upright ? t.height / 2 : t.width / 2, across = upright ? t.width / 2 : t.height / 2;
    const Pt off = upright ? last.x - t.mid_x() : last.y - t.mid_y();
    const Pt reach = outline_reach(p.outline, along, across, off);
    if (upright)
      last.y = last.y < t.mid_y() ? t.mid_y() - reach : t.mid_y() + reach;
    else
      last.x = last.x < t.mid_x() ? t.mid_x() - reach : t.mid_x() + reach;
  }

  static void join_straight_pieces(std::vector<Point>& points) {
    std::vector<Point> out;
    const auto same = [](Pt a, Pt b) { return std::abs(a - b) < 1e-6; };
    for (const Point& p : points) {
      if (!out.empty() && same(out.back().x, p.x) && same(out.back().y, p.y)) continue;
      if (out.size() > 1) {
        const Point &a = out[out.size() - 2], &b = out.back();
        if ((same(a.x, b.x) && same(b.x, p.x)) || (same(a.y, b.y) && same(b.y, p.y))) out.pop_back();
      }
      out.push_back(p);
    }
    points = std::move(out);
  }

  // Along its strip to the first place that no line crosses.
  void move_title(int group) {
    Rect& title = drawing_.titles[group];
    const Rect& box = drawing_.groups[group];
    constexpr Pt gap = 6, corner = 12;
    std::vector<std::pair<Pt, Pt>> taken;
    for (int e : lines_[group]) {
      const auto& points = drawing_.edges[e].points;
      for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        const Point a = points[k], b = points[k + 1];
        if (std::max(a.y, b.y) < title.top() || std::min(a.y, b.y) > title.bottom()) continue;
        taken.push_back({std::min(a.x, b.x) - gap, std::max(a.x, b.x) + gap});
      }
    }
    std::sort(taken.begin(), taken.end());
    Pt x = title.x;
    for (const auto& [from, to] : taken)
      if (x + title.width > from && x < to) x = to;
    if (x + title.width <= box.right() - corner) title.x = x;
  }

  const LayoutGraph& graph_;
  const Regions& regions_;
  Drawing& drawing_;
  std::vector<std::vector<int>> members_, lines_;  ///< by group
  std::vector<char> titled_;                       ///< by group: legs enter it
};

}  // namespace

void lead_lines_inside(const LayoutGraph& graph, const Regions& regions, Drawing& drawing) { Insides(graph, regions, drawing).run(); }

}  // namespace drawplate::layered
