// One line after another, the worst first, a few rounds: each takes the cheapest way that is allowed, seeing all the others.
#include "layout/layered/detours/shortcuts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "layout/layered/detours/scene.h"
#include "layout/layered/detours/ways.h"

namespace drawplate::layered {
namespace {

constexpr std::size_t most_edges = 400;  ///< larger drawings keep their ways, but for wriggles
constexpr long most_effort = 6'000'000;
constexpr int rounds = 3;
constexpr double least_gain = 10, broken = 60, leaves_trunk = 30, uneven = 14, against_wish = 400, unlabelled = 150, sideways_in = 12;
constexpr std::size_t most_lanes = 14;

class Shortcuts {
 public:
  Shortcuts(const LayoutGraph& graph, Drawing& drawing) : graph_(graph), drawing_(drawing), scene_(graph, drawing) {}

  void run() {
    large_ = graph_.edges.size() > most_edges;
    improve_all();
    if (!large_ && untangle()) improve_all();
    tidy_titles();
  }

 private:
  void improve_all() {
    for (int round = 0; round < rounds; ++round) {
      bool changed = false;
      for (const int e : by_need()) {
        if (scene_.effort() > most_effort) return;
        if (large_ && !has_jog(e)) continue;
        changed = improve(e) || changed;
      }
      if (!changed) return;
    }
  }

  bool has_jog(int e) const {
    const auto& p = drawing_.edges[e].points;
    for (std::size_t k = 1; k + 2 < p.size(); ++k)
      if (std::abs(p[k].x - p[k + 1].x) + std::abs(p[k].y - p[k + 1].y) < 8) return true;
    return false;
  }

  bool may_change(std::size_t e) const {
    const LayoutEdge& edge = graph_.edges[e];
    if (drawing_.edges[e].points.size() < 2) return false;
    if (edge.from.is_group == edge.to.is_group && edge.from.index == edge.to.index) return false;
    return !(edge.from.is_group && scene_.is_inside_group(edge.to, static_cast<int>(edge.from.index))) &&
           !(edge.to.is_group && scene_.is_inside_group(edge.from, static_cast<int>(edge.to.index)));
  }

  std::vector<int> by_need() const {
    std::vector<std::pair<double, int>> order;
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      if (!may_change(e)) continue;
      const auto [from, to] = ends_of(static_cast<int>(e));
      const Rect &a = from.box, &b = to.box;
      const Pt ideal =
          std::max({0.0, a.left() - b.right(), b.left() - a.right()}) + std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
      order.push_back({ideal - way_cost(from, to, prices_, drawing_.edges[e].points), static_cast<int>(e)});
    }
    std::sort(order.begin(), order.end());
    std::vector<int> edges;
    for (const auto& [need, e] : order) edges.push_back(e);
    return edges;
  }

  Direction flow_of(const LayoutEdge& edge) const {
    for (std::optional<std::uint32_t> g = edge.from.is_group ? graph_.groups[edge.from.index].parent : graph_.nodes[edge.from.index].group;
         g; g = graph_.groups[*g].parent)
      if (graph_.groups[*g].direction && scene_.is_inside_group(edge.to, static_cast<int>(*g))) return *graph_.groups[*g].direction;
    return graph_.direction;
  }

  static Side front_of(Direction d) {
    constexpr std::array sides{Side::bottom, Side::top, Side::right, Side::left};
    return sides[static_cast<std::size_t>(d)];
  }
  static Side opposite(Side s) { return static_cast<Side>((static_cast<int>(s) + 2) % 4); }

  // How far b lies beyond a in a direction.
  static Pt beyond(const Rect& a, const Rect& b, Side s) {
    switch (s) {
      case Side::top:
        return a.top() - b.bottom();
      case Side::right:
        return b.left() - a.right();
      case Side::bottom:
        return b.top() - a.bottom();
      case Side::left:
        return a.left() - b.right();
    }
    return 0;
  }

  std::pair<WayEnd, WayEnd> ends_of(int e) const {
    const LayoutEdge& edge = graph_.edges[e];
    const auto& points = drawing_.edges[e].points;
    WayEnd from, to;
    const auto fill = [&](WayEnd& w, const LayoutEnd& end, Pt head, Point now, const std::optional<Side>& wish) {
      w.box = scene_.box_of(end);
      w.outline = end.is_group ? OutlineKind::box : graph_.nodes[end.index].outline;
      w.stub = head + 7;
      w.now = now;
      if (wish) w.sides = {}, w.sides[static_cast<std::size_t>(*wish)] = true;
    };
    fill(from, edge.from, edge.tail, points.front(), edge.from_side);
    fill(to, edge.to, edge.head, points.back(), edge.to_side);
    const Side front = front_of(flow_of(edge));
    if (beyond(from.box, to.box, front) > 0) {  // with the flow: neither out at the back nor in at the front
      if (!edge.from_side) from.sides[static_cast<std::size_t>(opposite(front))] = false;
      if (!edge.to_side) to.sides[static_cast<std::size_t>(front)] = false;
    }
    return {from, to};
  }

  // Places for middle pieces: beside what stands near, nearest to the two boxes first.
  WayField field_of(int e, const WayEnd& from, const WayEnd& to) const {
    WayField field;
    field.port_gap = std::max(6.5, graph_.spacing.port_gap);
    const Rect both = union_of(from.box, to.box);
    Rect window = both;
    for (const Point& p : drawing_.edges[e].points) window = union_of(window, {p.x, p.y, 0, 0});
    window = grown_by(window, 40);
    const Pt by_node = graph_.spacing.edge_node_gap, by_group = graph_.spacing.edge_gap, by_line = std::max(6.0, graph_.spacing.edge_gap);
    const auto add = [&](const Rect& r, Pt gap) {
      if (!overlaps(window, r)) return;
      field.xs.insert(field.xs.end(), {r.left() - gap, r.right() + gap});
      field.ys.insert(field.ys.end(), {r.top() - gap, r.bottom() + gap});
    };
    for (const Rect& n : drawing_.nodes) add(n, by_node);
    for (const Rect& g : drawing_.groups) add(g, by_group), add(g, -by_group);
    for (std::size_t f = 0; f < drawing_.edges.size(); ++f) {
      if (static_cast<int>(f) == e) continue;
      const DrawnEdge& other = drawing_.edges[f];
      if (other.label.width > 0) add(other.label, by_line);
      for (std::size_t k = 1; k + 2 < other.points.size(); ++k) {
        const Point a = other.points[k], b = other.points[k + 1];
        if (!overlaps(window, grown_by(box_of_piece(a, b), 0.01))) continue;
        auto& list = a.x == b.x ? field.xs : field.ys;
        const Pt at = a.x == b.x ? a.x : a.y;
        list.insert(list.end(), {at - by_line, at, at + by_line});
      }
    }
    keep_nearest(field.xs, both.left(), both.right());
    keep_nearest(field.ys, both.top(), both.bottom());
    for (const Point& p : drawing_.edges[e].points) field.xs.push_back(p.x), field.ys.push_back(p.y);
    return field;
  }

  static void keep_nearest(std::vector<Pt>& at, Pt low, Pt high) {
    const auto distance = [&](Pt x) { return std::max({0.0, low - x, x - high}) + 0.01 * std::abs(x - (low + high) / 2); };
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end(), [](Pt a, Pt b) { return b - a < 1; }), at.end());
    std::stable_sort(at.begin(), at.end(), [&](Pt a, Pt b) { return distance(a) < distance(b); });
    if (at.size() > most_lanes) at.resize(most_lanes);
  }

  double extra_cost(int e, const WayEnd& from, const WayEnd& to, const std::vector<Point>& way, const Verdict& verdict) const {
    double cost = prices_.crossing * verdict.crossings + (verdict.allowed ? 0 : broken);
    cost += uneven * std::min(2, scene_.uneven_turns(e, way));
    if (comes_in_sideways(e, from, to, way)) cost += sideways_in;
    if (!from.sides[static_cast<std::size_t>(side_of(from.box, way.front()))] && graph_.edges[e].from_side) cost += against_wish;
    if (!to.sides[static_cast<std::size_t>(side_of(to.box, way.back()))] && graph_.edges[e].to_side) cost += against_wish;
    return cost;
  }

  // With the flow, but in at a side: a child is expected below its parent's line.
  bool comes_in_sideways(int e, const WayEnd& from, const WayEnd& to, const std::vector<Point>& way) const {
    const Side front = front_of(flow_of(graph_.edges[e]));
    return way.size() > 2 && beyond(from.box, to.box, front) > 0 && side_of(to.box, way.back()) != opposite(front);
  }

  double present_cost(int e) const {
    const auto [from, to] = ends_of(e);
    const auto& points = drawing_.edges[e].points;
    return way_cost(from, to, prices_, points) + extra_cost(e, from, to, points, scene_.judge(e, points));
  }

  /// Ways in the order of their costs, as indices: first those without jogs, then the short ones.
  struct Candidates {
    std::vector<Way> straightened;
    std::vector<ShortWay> simple;
    std::vector<std::pair<double, std::uint32_t>> order;

    std::vector<Point> points(std::uint32_t index) const {
      if (index < straightened.size()) return straightened[index].points;
      return simple[index - straightened.size()].line();
    }
  };

  Candidates candidates(int e, const WayEnd& from, const WayEnd& to, double most) const {
    Candidates found;
    found.straightened = ways_without_jogs(from, to, prices_, drawing_.edges[e].points);
    if (!large_) found.simple = list_ways(from, to, field_of(e, from, to), prices_, most);
    for (const Way& way : found.straightened) found.order.emplace_back(way.cost, found.order.size());
    for (const ShortWay& way : found.simple) found.order.emplace_back(way.cost, found.order.size());
    std::sort(found.order.begin(), found.order.end());
    return found;
  }

  /// Takes the cheapest way that is allowed, if it is cheaper than the present one.
  bool improve(int e) {
    DrawnEdge& line = drawing_.edges[e];
    if (graph_.edges[e].from_at || graph_.edges[e].to_at) return false;  // it stays where it was told to end
    const auto [from, to] = ends_of(e);
    const Verdict now = scene_.judge(e, line.points);
    if (line.points.size() == 2 && now.crossings == 0) return false;
    double best = way_cost(from, to, prices_, line.points) + extra_cost(e, from, to, line.points, now) - least_gain;
    if (graph_.edges[e].label.width > 0 && line.label.width <= 0) best += unlabelled;
    const bool trunk_from = scene_.shares_end(e, true, line.points.front()), trunk_to = scene_.shares_end(e, false, line.points.back());
    std::vector<Point> chosen;
    Rect label = line.label;
    const Candidates ways = candidates(e, from, to, best);
    for (const auto& [least_cost, index] : ways.order) {
      if (least_cost >= best || scene_.effort() > most_effort) break;
      double cost = least_cost;
      std::vector<Point> points = ways.points(index);
      if (trunk_from && !scene_.shares_end(e, true, points.front())) cost += leaves_trunk;
      if (trunk_to && !scene_.shares_end(e, false, points.back())) cost += leaves_trunk;
      if (cost >= best) continue;
      const Verdict verdict = scene_.judge(e, points);
      if (!verdict.allowed) continue;
      cost += extra_cost(e, from, to, points, verdict);
      if (cost >= best) continue;
      if (graph_.edges[e].label.width > 0) {
        const std::optional<Rect> place = scene_.label_beside(e, points);
        if (!place) continue;
        label = *place;
      }
      best = cost;
      chosen = std::move(points);
    }
    if (chosen.empty()) return false;
    move_titles(e, chosen);
    line.points = std::move(chosen);
    line.label = label;
    scene_.line_moved(e);
    return true;
  }

  // Titles that a new way would cross move along their strips.
  void move_titles(int e, const std::vector<Point>& way) {
    for (std::size_t g = 0; g < drawing_.titles.size(); ++g) {
      Rect& title = drawing_.titles[g];
      if (title.width <= 0) continue;
      for (std::size_t k = 0; k + 1 < way.size(); ++k) {
        if (!overlaps(grown_by(box_of_piece(way[k], way[k + 1]), 4), title)) continue;
        if (const std::optional<Rect> place = scene_.title_place(static_cast<int>(g), e, way)) title = *place;
        break;
      }
    }
  }

  /// Titles go back to their corners where these are free now.
  void tidy_titles() {
    for (std::size_t g = 0; g < drawing_.titles.size(); ++g) {
      if (drawing_.titles[g].width <= 0) continue;
      if (const std::optional<Rect> place = scene_.title_place(static_cast<int>(g), none, {}))
        if (place->x < drawing_.titles[g].x - 1) drawing_.titles[g] = *place;
    }
  }

  void put_back(int e, const DrawnEdge& kept) {
    drawing_.edges[e] = kept;
    scene_.line_moved(e);
  }

  // Two lines that cross, or of which one is in the other's way: one is taken up, the other laid first.
  bool improve_pair(int a, int b) {
    const double before = present_cost(a) + present_cost(b);
    const DrawnEdge kept_a = drawing_.edges[a], kept_b = drawing_.edges[b];
    const std::vector<Rect> kept_titles = drawing_.titles;
    drawing_.edges[b].points.clear();
    drawing_.edges[b].label.width = 0;
    bool better = improve(a);
    put_back(b, kept_b);
    if (better) {
      const bool moved = improve(b);
      const Verdict at_b = scene_.judge(b, drawing_.edges[b].points), at_a = scene_.judge(a, drawing_.edges[a].points);
      better = moved && at_b.allowed && at_a.allowed && present_cost(a) + present_cost(b) < before - least_gain;
    }
    if (better) return true;
    put_back(a, kept_a);
    put_back(b, kept_b);
    drawing_.titles = kept_titles;
    return false;
  }

  /// Lines of one box that cross though they need not: their places there, or their lanes, change hands.
  bool exchange(int a, int b) {
    const LayoutEdge &ea = graph_.edges[a], &eb = graph_.edges[b];
    if (ea.from_at || ea.to_at || eb.from_at || eb.to_at) return false;
    const double before = present_cost(a) + present_cost(b);
    const DrawnEdge kept_a = drawing_.edges[a], kept_b = drawing_.edges[b];
    const auto [from_a, to_a] = ends_of(a);
    const auto [from_b, to_b] = ends_of(b);
    for (const bool back_a : {false, true})
      for (const bool back_b : {false, true}) {
        const LayoutEnd &end_a = back_a ? ea.to : ea.from, &end_b = back_b ? eb.to : eb.from;
        if (end_a.is_group != end_b.is_group || end_a.index != end_b.index) continue;
        LinePair lines{kept_a.points, kept_b.points};
        if (back_a) std::reverse(lines.a.begin(), lines.a.end());
        if (back_b) std::reverse(lines.b.begin(), lines.b.end());
        for (LinePair& pair : exchanged_ways(back_a ? to_a : from_a, back_a ? from_a : to_a, back_b ? from_b : to_b, lines)) {
          if (back_a) std::reverse(pair.a.begin(), pair.a.end());
          if (back_b) std::reverse(pair.b.begin(), pair.b.end());
          if (take_pair(a, b, pair) && present_cost(a) + present_cost(b) < before - least_gain) return true;
          put_back(a, kept_a);
          put_back(b, kept_b);
        }
      }
    return false;
  }

  bool take_pair(int a, int b, const LinePair& pair) {
    const std::array<std::pair<int, const std::vector<Point>*>, 2> both{{{a, &pair.a}, {b, &pair.b}}};
    for (const auto& [e, points] : both) {
      drawing_.edges[e].points = *points;
      drawing_.edges[e].label.width = 0;  // both labels look for places anew
      scene_.line_moved(e);
    }
    for (const auto& [e, points] : both) {
      if (!scene_.judge(e, *points).allowed) return false;
      if (graph_.edges[e].label.width <= 0) continue;
      const std::optional<Rect> place = scene_.label_beside(e, *points);
      if (!place) return false;
      drawing_.edges[e].label = *place;
      scene_.line_moved(e);
    }
    return true;
  }

  bool cross(int a, int b) const {
    const auto &p = drawing_.edges[a].points, &q = drawing_.edges[b].points;
    for (std::size_t k = 0; k + 1 < p.size(); ++k)
      for (std::size_t j = 0; j + 1 < q.size(); ++j)
        if ((p[k].x == p[k + 1].x) != (q[j].x == q[j + 1].x) &&
            overlaps(grown_by(box_of_piece(p[k], p[k + 1]), 1), grown_by(box_of_piece(q[j], q[j + 1]), 1)))
          return true;
    return false;
  }

  bool untangle() {
    bool changed = false;
    for (std::size_t a = 0; a < graph_.edges.size(); ++a)
      for (std::size_t b = 0; b < graph_.edges.size() && scene_.effort() < most_effort; ++b)
        if (a != b && may_change(a) && may_change(b) && cross(static_cast<int>(a), static_cast<int>(b)))
          changed = exchange(static_cast<int>(a), static_cast<int>(b)) || improve_pair(static_cast<int>(a), static_cast<int>(b)) || changed;
    return changed;
  }

  const LayoutGraph& graph_;
  Drawing& drawing_;
  Scene scene_;
  WayPrices prices_;
  bool large_ = false;  ///< only wriggles are straightened
};

}  // namespace

void take_shortcuts(const LayoutGraph& graph, Drawing& drawing) {
  if (graph.edges.size() > 10 * most_edges) return;
  Shortcuts(graph, drawing).run();
}

}  // namespace drawplate::layered
