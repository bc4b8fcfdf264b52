// Every clearance is checked piece by piece; two lines may only lie on one another where they leave, or reach, one point.
#include "layout/layered/detours/scene.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace drawplate::layered {
namespace {

constexpr Pt touch = 4;  ///< a corner nearer than this to a line looks joined to it
constexpr Pt exact = 0.01;

bool same(Point a, Point b) { return std::abs(a.x - b.x) < exact && std::abs(a.y - b.y) < exact; }
bool is_upright(Point a, Point b) { return std::abs(a.x - b.x) < 1e-6; }
bool same_end(const LayoutEnd& a, const LayoutEnd& b) { return a.is_group == b.is_group && a.index == b.index; }

int outer_group(const LayoutGraph& graph, const LayoutEnd& end) {
  const auto& g = end.is_group ? graph.groups[end.index].parent : graph.nodes[end.index].group;
  return g ? static_cast<int>(*g) : none;
}

}  // namespace

Scene::Scene(const LayoutGraph& graph, const Drawing& drawing) : graph_(graph), drawing_(drawing), nodes_(drawing.nodes) {
  edges_at_node_.resize(graph.nodes.size());
  edges_at_group_.resize(graph.groups.size());
  for (std::size_t e = 0; e < graph.edges.size(); ++e)
    for (const LayoutEnd& end : {graph.edges[e].from, graph.edges[e].to}) {
      auto& list = end.is_group ? edges_at_group_[end.index] : edges_at_node_[end.index];
      if (list.empty() || list.back() != static_cast<int>(e)) list.push_back(static_cast<int>(e));
    }
  for (std::uint32_t f = 0; f < graph.edges.size(); ++f)
    if (graph.edges[f].label.width > 0 || drawing.edges[f].label.width > 0) labelled_.push_back(f);  // it may find its place later
  for (std::uint32_t g = 0; g < drawing.titles.size(); ++g)
    if (drawing.titles[g].width > 0) titled_.push_back(g);
  line_bounds_.resize(drawing.edges.size());
  for (std::size_t e = 0; e < drawing.edges.size(); ++e) line_moved(static_cast<int>(e));
  number_groups();
}

void Scene::line_moved(int edge) {
  const auto& points = drawing_.edges[edge].points;
  if (points.empty()) return;
  line_bounds_[edge] = {points[0].x, points[0].y, 0, 0};
  for (const Point& p : points) line_bounds_[edge] = union_of(line_bounds_[edge], {p.x, p.y, 0, 0});
}

void Scene::number_groups() {
  const std::size_t count = graph_.groups.size();
  std::vector<std::vector<int>> inner(count + 1);  // by group; those outside all groups last
  for (std::size_t g = count; g-- > 0;) inner[graph_.groups[g].parent.value_or(count)].push_back(static_cast<int>(g));
  group_first_.assign(count, 0);
  group_last_.assign(count, none);
  int next = 0;
  std::vector<int> stack = inner[count];
  while (!stack.empty()) {
    const int g = stack.back();
    if (group_last_[g] == none) {
      group_first_[g] = next++;
      group_last_[g] = next;  // seen; put right when all in it is numbered
      stack.insert(stack.end(), inner[g].begin(), inner[g].end());
    } else {
      group_last_[g] = next - 1;
      stack.pop_back();
    }
  }
}

Rect Scene::box_of(const LayoutEnd& end) const { return end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index]; }

bool Scene::is_inside_group(const LayoutEnd& end, int group) const {
  const int outer = outer_group(graph_, end);
  return outer != none && group_first_[outer] >= group_first_[group] && group_last_[outer] <= group_last_[group];
}

Verdict Scene::judge(int edge, const std::vector<Point>& way) const {
  Verdict verdict;
  verdict.allowed = clear_of_boxes(edge, way) && clear_of_groups(edge, way) && ports_are_apart(edge, way);
  if (!verdict.allowed) return verdict;
  verdict.allowed = meets_lines(edge, way, verdict);
  return verdict;
}

bool Scene::clear_of_boxes(int edge, const std::vector<Point>& way) const {
  const LayoutEdge& e = graph_.edges[edge];
  const Pt gap = graph_.spacing.edge_node_gap * 0.7, label_gap = std::max(4.0, graph_.spacing.label_gap + 1.5);
  const std::size_t last = way.size() - 2;
  for (std::size_t k = 0; k <= last; ++k) {
    const Rect piece = box_of_piece(way[k], way[k + 1]), wide = grown_by(piece, gap), label_wide = grown_by(piece, label_gap);
    effort_ += static_cast<long>(drawing_.nodes.size() + drawing_.edges.size() + drawing_.titles.size());
    const auto is_hit = [&](std::uint32_t v) {
      if (!overlaps(wide, drawing_.nodes[v])) return false;
      const bool from = !e.from.is_group && e.from.index == v, to = !e.to.is_group && e.to.index == v;
      return !(from && k == 0) && !(to && k == last);
    };
    if (nodes_.any_near(wide, is_hit)) return false;
    if (e.from.is_group && k > 0 && overlaps(wide, drawing_.groups[e.from.index])) return false;
    if (e.to.is_group && k < last && overlaps(wide, drawing_.groups[e.to.index])) return false;
    for (const std::uint32_t g : titled_)
      if (overlaps(grown_by(piece, 4), drawing_.titles[g]) && !title_place(static_cast<int>(g), edge, way)) return false;
    for (const std::uint32_t f : labelled_)
      if (static_cast<int>(f) != edge && drawing_.edges[f].label.width > 0 && overlaps(label_wide, drawing_.edges[f].label)) return false;
  }
  return true;
}

bool Scene::clear_of_groups(int edge, const std::vector<Point>& way) const {
  const LayoutEdge& e = graph_.edges[edge];
  const Pt inner = 7, outer = graph_.spacing.edge_gap * 0.7;
  for (std::size_t g = 0; g < drawing_.groups.size(); ++g) {
    const Rect& box = drawing_.groups[g];
    const int index = static_cast<int>(g);
    const bool from = is_inside_group(e.from, index), to = is_inside_group(e.to, index);
    const bool ends_here = (e.from.is_group && e.from.index == g) || (e.to.is_group && e.to.index == g);
    if (ends_here) continue;  // kept out by its box
    effort_ += static_cast<long>(way.size());
    if (from && to) {
      const Rect room = grown_by(box, -inner);
      for (const Point& p : way)
        if (!contains(room, p) && !same(p, way.front()) && !same(p, way.back())) return false;
    } else if (from || to) {
      if (!enters_once(box, way)) return false;
    } else {
      for (std::size_t k = 0; k + 1 < way.size(); ++k)
        if (overlaps(grown_by(box_of_piece(way[k], way[k + 1]), outer), box)) return false;
    }
  }
  return true;
}

// One end lies inside: the border is met once, squarely, and nothing runs along it.
bool Scene::enters_once(const Rect& box, const std::vector<Point>& way) const {
  int turns = 0;
  for (std::size_t k = 0; k + 1 < way.size(); ++k) {
    const bool a = contains(box, way[k]), b = contains(box, way[k + 1]);
    turns += a != b;
    const Rect piece = box_of_piece(way[k], way[k + 1]);
    if (!a && !b && overlaps(grown_by(piece, 0.01), box)) return false;
    constexpr Pt along = 6;
    const bool beside_x = std::min(std::abs(piece.x - box.left()), std::abs(piece.x - box.right())) < along;
    const bool beside_y = std::min(std::abs(piece.y - box.top()), std::abs(piece.y - box.bottom())) < along;
    if (is_upright(way[k], way[k + 1]) ? beside_x && piece.bottom() > box.top() && piece.top() < box.bottom()
                                       : beside_y && piece.right() > box.left() && piece.left() < box.right())
      return false;
  }
  return turns == 1;
}

bool Scene::are_alike(int a, int b) const {
  const LayoutEdge &p = graph_.edges[a], &q = graph_.edges[b];
  return p.look == q.look && (p.head > 0) == (q.head > 0) && (p.tail > 0) == (q.tail > 0);
}

// Both leave one point, or both reach one, look alike and part on the way.
bool Scene::share_port(int a, const std::vector<Point>& way, int b) const {
  const LayoutEdge &p = graph_.edges[a], &q = graph_.edges[b];
  const auto& other = drawing_.edges[b].points;
  const bool from = same_end(p.from, q.from), to = same_end(p.to, q.to);
  if (from == to || !are_alike(a, b)) return false;
  return from ? same(way.front(), other.front()) : same(way.back(), other.back());
}

bool Scene::shares_end(int edge, bool at_from, Point p) const {
  const LayoutEnd& end = at_from ? graph_.edges[edge].from : graph_.edges[edge].to;
  for (int f : end.is_group ? edges_at_group_[end.index] : edges_at_node_[end.index]) {
    const auto& points = drawing_.edges[f].points;
    if (f != edge && points.size() > 1 && (same(points.front(), p) || same(points.back(), p))) return true;
  }
  return false;
}

std::optional<Rect> Scene::title_place(int group, int edge, const std::vector<Point>& way) const {
  constexpr Pt corner = 12, gap = 6;
  Rect title = drawing_.titles[group];
  const Rect& box = drawing_.groups[group];
  std::vector<std::pair<Pt, Pt>> taken;
  const auto is_near = [&](const Rect& r) {
    return r.bottom() > title.top() - 3 && r.top() < title.bottom() + 3 && r.right() + gap > box.left() && r.left() - gap < box.right();
  };
  const auto avoid = [&](const Rect& r) {
    if (is_near(r)) taken.push_back({r.left() - gap, r.right() + gap});
  };
  const auto avoid_all = [&](const std::vector<Point>& points) {
    for (std::size_t k = 0; k + 1 < points.size(); ++k) avoid(box_of_piece(points[k], points[k + 1]));
  };
  for (std::size_t f = 0; f < drawing_.edges.size(); ++f)
    if (static_cast<int>(f) != edge && is_near(line_bounds_[f])) avoid_all(drawing_.edges[f].points);
  if (edge != none) avoid_all(way);
  for (const std::uint32_t f : labelled_)
    if (drawing_.edges[f].label.width > 0) avoid(drawing_.edges[f].label);
  effort_ += static_cast<long>(2 * drawing_.edges.size());
  std::sort(taken.begin(), taken.end());
  title.x = box.x + corner;
  for (const auto& [from, to] : taken)
    if (title.right() > from && title.x < to) title.x = to;
  if (title.right() > box.right() - corner) return std::nullopt;
  return title;
}

int Scene::uneven_turns(int edge, const std::vector<Point>& way) const {
  const LayoutEdge& e = graph_.edges[edge];
  int count = 0;
  for (const bool at_from : {true, false}) {
    const LayoutEnd& end = at_from ? e.from : e.to;
    for (int f : end.is_group ? edges_at_group_[end.index] : edges_at_node_[end.index]) {
      const auto& other = drawing_.edges[f].points;
      if (f == edge || other.size() < 3 || way.size() < 3 || !share_port(edge, way, f)) continue;
      const Point a = at_from ? way[1] : way[way.size() - 2], b = at_from ? other[1] : other[other.size() - 2];
      const Point p = at_from ? way.front() : way.back();
      if (same(p, at_from ? other.front() : other.back()) && !same(a, b)) ++count;
    }
  }
  return count;
}

bool Scene::ports_are_apart(int edge, const std::vector<Point>& way) const {
  const LayoutEdge& e = graph_.edges[edge];
  const Pt least = std::max(6.2, graph_.spacing.port_gap * 0.75);
  for (const bool at_from : {true, false}) {
    const LayoutEnd& end = at_from ? e.from : e.to;
    const Point p = at_from ? way.front() : way.back();
    for (int f : end.is_group ? edges_at_group_[end.index] : edges_at_node_[end.index]) {
      const auto& other = drawing_.edges[f].points;
      if (f == edge || other.size() < 2) continue;
      const bool shared = share_port(edge, way, f);
      for (const Point& q : {other.front(), other.back()}) {
        if (std::abs(p.x - q.x) + std::abs(p.y - q.y) >= least) continue;
        if (!shared || !same(p, q)) return false;
      }
    }
  }
  return true;
}

bool Scene::meets_lines(int edge, const std::vector<Point>& way, Verdict& verdict) const {
  const Pt gap = std::max(5.2, graph_.spacing.edge_gap * 0.9);
  const Rect bounds = [&] {
    Rect r = box_of_piece(way[0], way[1]);
    for (std::size_t k = 1; k + 1 < way.size(); ++k) r = union_of(r, box_of_piece(way[k], way[k + 1]));
    return grown_by(r, gap);
  }();
  for (std::size_t f = 0; f < drawing_.edges.size(); ++f) {
    const auto& other = drawing_.edges[f].points;
    if (static_cast<int>(f) == edge || other.size() < 2) continue;
    effort_ += static_cast<long>(other.size());
    if (!overlaps(bounds, grown_by(line_bounds_[f], 0.01))) continue;
    for (std::size_t j = 0; j + 1 < other.size(); ++j) {
      const Rect t = box_of_piece(other[j], other[j + 1]);
      if (!overlaps(bounds, grown_by(t, 0.01))) continue;
      const bool upright = is_upright(other[j], other[j + 1]);
      for (std::size_t k = 0; k + 1 < way.size(); ++k) {
        const Rect s = box_of_piece(way[k], way[k + 1]);
        if (is_upright(way[k], way[k + 1]) == upright) {
          const Pt off = upright ? std::abs(s.x - t.x) : std::abs(s.y - t.y);
          const Pt beside = upright ? std::min(s.bottom(), t.bottom()) - std::max(s.top(), t.top())
                                    : std::min(s.right(), t.right()) - std::max(s.left(), t.left());
          if (off >= gap || beside < -touch) continue;
          if (off > exact || !share_port(edge, way, static_cast<int>(f))) return false;
          continue;
        }
        const Rect &h = upright ? s : t, &v = upright ? t : s;
        const Pt in_x = std::min(v.x - h.left(), h.right() - v.x), in_y = std::min(h.y - v.top(), v.bottom() - h.y);
        if (in_x < -touch || in_y < -touch) continue;
        if (in_x > touch && in_y > touch)
          ++verdict.crossings;
        else if (!share_port(edge, way, static_cast<int>(f)))
          return false;
      }
    }
  }
  return true;
}

bool Scene::label_fits(int edge, const Rect& label, const std::vector<Point>& way) const {
  constexpr Pt air = 3;
  const Rect wide = grown_by(label, air), lines = grown_by(label, std::max(3.0, graph_.spacing.label_gap + 1.2));
  effort_ += static_cast<long>(2 * drawing_.nodes.size() + 3 * drawing_.edges.size() + drawing_.groups.size());
  if (nodes_.any_near(wide, [&](std::uint32_t v) { return overlaps(wide, drawing_.nodes[v]); })) return false;
  for (const Rect& t : drawing_.titles)
    if (t.width > 0 && overlaps(wide, t)) return false;
  for (std::size_t k = 0; k + 1 < way.size(); ++k)
    if (overlaps(grown_by(box_of_piece(way[k], way[k + 1]), 0.01), grown_by(label, 1.5))) return false;
  for (std::size_t g = 0; g < drawing_.groups.size(); ++g) {
    const Rect& box = drawing_.groups[g];
    if (!overlaps(wide, box)) continue;
    const bool whole = wide.left() >= box.left() && wide.right() <= box.right() && wide.top() >= box.top() && wide.bottom() <= box.bottom();
    const int index = static_cast<int>(g);
    if (!whole || (!is_inside_group(graph_.edges[edge].from, index) && !is_inside_group(graph_.edges[edge].to, index))) return false;
  }
  for (std::size_t f = 0; f < drawing_.edges.size(); ++f) {
    if (static_cast<int>(f) == edge) continue;
    const DrawnEdge& other = drawing_.edges[f];
    if (other.label.width > 0 && overlaps(wide, other.label)) return false;
    for (std::size_t j = 0; j + 1 < other.points.size(); ++j)
      if (overlaps(lines, grown_by(box_of_piece(other.points[j], other.points[j + 1]), 0.01))) return false;
  }
  return true;
}

std::optional<Rect> Scene::label_beside(int edge, const std::vector<Point>& way) const {
  const LayoutEdge& e = graph_.edges[edge];
  const Rect present = drawing_.edges[edge].label;
  const Pt gap = graph_.spacing.label_gap;
  for (std::size_t k = 0; present.width > 0 && k + 1 < way.size(); ++k) {
    const Rect piece = box_of_piece(way[k], way[k + 1]);
    if (overlaps(grown_by(piece, gap * 1.05), present) && label_fits(edge, present, way)) return present;
  }
  struct Place {
    Pt rank;
    Rect box;
  };
  std::vector<Place> places;
  for (std::size_t k = 0; k + 1 < way.size(); ++k) {
    const Point a = way[k], b = way[k + 1];
    const Rect piece = box_of_piece(a, b);
    const bool upright = is_upright(a, b);
    const Pt extent = upright ? e.label.height : e.label.width, length = upright ? piece.height : piece.width;
    const Pt before = (k == 0 ? e.tail : 0) + 3, after = (k + 2 == way.size() ? e.head : 0) + 3, room = length - before - after - extent;
    if (room < 0) continue;
    const Pt low = (upright ? b.y > a.y : b.x > a.x) ? before : after;  // along the axis, from the piece's beginning
    for (const double share : {0.5, 0.2, 0.8, 0.0, 1.0})
      for (const bool second : {true, false}) {
        const Pt at = low + room * share;
        const Rect box = upright
                             ? Rect{second ? piece.x + gap : piece.x - gap - e.label.width, piece.y + at, e.label.width, e.label.height}
                             : Rect{piece.x + at, second ? piece.y - gap - e.label.height : piece.y + gap, e.label.width, e.label.height};
        places.push_back({-length + std::abs(share - 0.5) * 40 + (second ? 0 : 5), box});
      }
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.rank < b.rank; });
  for (const Place& p : places)
    if (label_fits(edge, p.box, way)) return p.box;
  return std::nullopt;
}

}  // namespace drawplate::layered
