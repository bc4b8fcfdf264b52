// Line after line; each sees those that were led before. First with the clearance that lines have elsewhere, then with less.
#include "layout/layered/detours/ways_round.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "layout/layered/detours/cheapest_way.h"
#include "layout/layered/detours/hard_faults.h"
#include "layout/layered/detours/scene.h"
#include "layout/layered/detours/ways.h"

namespace drawplate::layered {
namespace {

/// In points of length: a crossing as in the search for shortcuts, a foreign group's border about half of that.
constexpr double crossing = 110, foreign_border = 60;
/// A way that leaves off the middle of a side, at a place where another line ends, or at a side that the author did not ask for.
constexpr double off_middle = 12, taken_place = 250, against_wish = 400;
/// How far around both ends a way is looked for: near first, since the grid grows with the square of what is in it.
constexpr std::array<Pt, 2> reaches{160, 1e6};
constexpr Pt on_the_line = -1;            ///< in place of a label's distance to its line
constexpr std::size_t most_things = 700;  ///< boxes and pieces of lines in one grid: a second of work at the most

class WaysRound {
 public:
  WaysRound(const LayoutGraph& graph, Drawing& drawing) : graph_(graph), drawing_(drawing), scene_(graph, drawing) {}

  void run() {
    for (int e = 0; e < static_cast<int>(graph_.edges.size()); ++e)
      if (runs_through(graph_, drawing_, e)) lead(e);
    for (int e = 0; e < static_cast<int>(graph_.edges.size()); ++e)
      if (label_is_hidden(graph_, drawing_, e)) place_label(e);
  }

 private:
  void lead(int e) {
    const Pt usual = std::min(9.0, graph_.spacing.edge_node_gap * 0.7);
    for (const auto& [widest, narrowest] : {std::pair(usual, std::min(usual, 6.0)), std::pair(4.0, 2.5)})
      for (const Pt reach : reaches)
        for (const Pt clearance : {widest, narrowest}) {
          const std::optional<WayProblem> problem = problem_for(e, reach, clearance);
          if (!problem) continue;
          std::vector<Point> way = cheapest_way(*problem);
          if (way.size() < 2) continue;
          drawing_.edges[e].points = std::move(way);
          scene_.line_moved(e);
          if (graph_.edges[e].label.width > 0) place_label(e);
          return;
        }
  }

  std::optional<WayProblem> problem_for(int e, Pt reach, Pt clearance) const {
    const LayoutEdge& edge = graph_.edges[e];
    const Rect from = scene_.box_of(edge.from), to = scene_.box_of(edge.to);
    WayProblem p;
    p.clearance = clearance;
    p.area = grown_by(union_of(from, to), reach);
    add_blocks(edge, p);
    add_fences(e, p);
    if (p.blocks.size() + p.fences.size() > most_things) return std::nullopt;
    const bool from_holds_to = edge.from.is_group && scene_.is_inside_group(edge.to, static_cast<int>(edge.from.index));
    const bool to_holds_from = edge.to.is_group && scene_.is_inside_group(edge.from, static_cast<int>(edge.to.index));
    p.starts = stands(e, true, from_holds_to);
    p.goals = stands(e, false, to_holds_from);
    return p;
  }

  void add_blocks(const LayoutEdge& edge, WayProblem& p) const {
    const auto is_end = [&](std::size_t v) {
      return (!edge.from.is_group && edge.from.index == v) || (!edge.to.is_group && edge.to.index == v);
    };
    const Rect near = grown_by(p.area, p.clearance);
    // The search keeps clear of blocks; a way begins and ends right at its own.
    const auto shrunk = [&](const Rect& r) { return grown_by(r, -p.clearance + 0.5); };
    for (std::size_t v = 0; v < drawing_.nodes.size(); ++v)
      if (overlaps(near, drawing_.nodes[v])) p.blocks.push_back(is_end(v) ? shrunk(drawing_.nodes[v]) : drawing_.nodes[v]);
    for (const auto& [end, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (end.is_group && !scene_.is_inside_group(other, static_cast<int>(end.index)))
        p.blocks.push_back(shrunk(drawing_.groups[end.index]));
    for (const Rect& title : drawing_.titles)
      if (title.width > 0 && overlaps(near, title)) p.shy.push_back(grown_by(title, 2));
  }

  void add_fences(int e, WayProblem& p) const {
    const LayoutEdge& edge = graph_.edges[e];
    for (std::size_t f = 0; f < drawing_.edges.size(); ++f) {
      if (static_cast<int>(f) == e) continue;
      const DrawnEdge& other = drawing_.edges[f];
      if (other.label.width > 0 && overlaps(p.area, other.label)) p.shy.push_back(grown_by(other.label, 2));
      for (std::size_t k = 0; k + 1 < other.points.size(); ++k)
        if (overlaps(p.area, grown_by(box_of_piece(other.points[k], other.points[k + 1]), 0.01)))
          p.fences.push_back({other.points[k], other.points[k + 1], crossing});
    }
    for (std::size_t g = 0; g < drawing_.groups.size(); ++g) {
      const Rect& r = drawing_.groups[g];
      if (!overlaps(p.area, r)) continue;
      const int index = static_cast<int>(g);
      const bool holds_end = scene_.is_inside_group(edge.from, index) || scene_.is_inside_group(edge.to, index);
      const bool is_end = (edge.from.is_group && edge.from.index == g) || (edge.to.is_group && edge.to.index == g);
      const double price = holds_end || is_end ? 0 : foreign_border;
      const Point a{r.left(), r.top()}, b{r.right(), r.top()}, c{r.right(), r.bottom()}, d{r.left(), r.bottom()};
      for (const auto& [one, two] : {std::pair(a, b), std::pair(b, c), std::pair(c, d), std::pair(d, a)})
        p.fences.push_back({one, two, price});
    }
  }

  // Where the edge may leave (or reach) its end: the middle of each side, and a quarter to both sides of it.
  std::vector<Stand> stands(int e, bool at_from, bool inwards) const {
    const LayoutEdge& edge = graph_.edges[e];
    const LayoutEnd& end = at_from ? edge.from : edge.to;
    const Rect r = scene_.box_of(end);
    const bool is_box = end.is_group || graph_.nodes[end.index].outline == OutlineKind::box;
    const std::optional<Side>& wish = at_from ? edge.from_side : edge.to_side;
    std::vector<Stand> found;
    for (const Side side : {Side::top, Side::right, Side::bottom, Side::left})
      for (const double off : {0.0, -0.25, 0.25}) {
        if (off != 0 && !is_box) continue;
        const bool upright = side == Side::top || side == Side::bottom;
        const Point at = upright ? Point{r.mid_x() + off * r.width, side == Side::top ? r.top() : r.bottom()}
                                 : Point{side == Side::left ? r.left() : r.right(), r.mid_y() + off * r.height};
        double price = off == 0 ? 0 : off_middle;
        if (wish && *wish != side) price += against_wish;
        if (is_taken(e, end, at)) price += taken_place;
        const Heading out = side == Side::top      ? Heading::up
                            : side == Side::bottom ? Heading::down
                            : side == Side::left   ? Heading::left
                                                   : Heading::right;
        found.push_back({at, at_from != inwards ? out : opposite(out), price});
      }
    return found;
  }

  static Heading opposite(Heading h) { return static_cast<Heading>((static_cast<int>(h) + 2) % 4); }

  bool is_taken(int e, const LayoutEnd& end, Point at) const {
    const Pt least = std::max(6.2, graph_.spacing.port_gap * 0.75);
    for (std::size_t f = 0; f < drawing_.edges.size(); ++f) {
      const auto& points = drawing_.edges[f].points;
      if (static_cast<int>(f) == e || points.size() < 2) continue;
      const LayoutEdge& other = graph_.edges[f];
      for (const auto& [theirs, p] : {std::pair(other.from, points.front()), std::pair(other.to, points.back())})
        if (theirs.is_group == end.is_group && theirs.index == end.index && std::abs(p.x - at.x) + std::abs(p.y - at.y) < least)
          return true;
    }
    return false;
  }

  // Beside the line; else on it or further off, where it hides nothing else. A label that nowhere is free stays in sight all the same.
  void place_label(int e) {
    DrawnEdge& line = drawing_.edges[e];
    const Size size = graph_.edges[e].label;
    if (const std::optional<Rect> place = scene_.label_beside(e, line.points)) {
      line.label = *place;
      return;
    }
    const Rect before = line.label;
    for (const Pt gap : {graph_.spacing.label_gap, 2.0, on_the_line, 12.0, 24.0, 40.0})
      for (std::size_t k = 0; k + 1 < line.points.size(); ++k)
        for (const double share : {0.5, 0.3, 0.7, 0.15, 0.85, 0.0, 1.0})
          for (const int side : {1, -1}) {
            line.label = beside(line.points[k], line.points[k + 1], size, {share, gap, side});
            if (!label_is_hidden(graph_, drawing_, e)) return;
          }
    line.label = before.width > 0 ? before : beside(line.points[0], line.points[1], size, {0.5, on_the_line, 1});
  }

  struct LabelPlace {
    double share;  ///< along the piece
    Pt gap;        ///< to the line
    int side;
  };

  static Rect beside(Point a, Point b, Size size, const LabelPlace& place) {
    const Point at{a.x + (b.x - a.x) * place.share, a.y + (b.y - a.y) * place.share};
    const bool upright = a.x == b.x;
    const Pt half = (upright ? size.width : size.height) / 2, off = place.gap == on_the_line ? 0 : place.side * (place.gap + half);
    const Point middle = upright ? Point{at.x + off, at.y} : Point{at.x, at.y - off};
    return {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
  }

  const LayoutGraph& graph_;
  Drawing& drawing_;
  Scene scene_;
};

}  // namespace

void lead_round(const LayoutGraph& graph, Drawing& drawing) {
  constexpr std::size_t most_edges = 4'000;  // each is looked at beside each node
  if (graph.edges.size() > most_edges) return;
  WaysRound(graph, drawing).run();
}

}  // namespace drawplate::layered
