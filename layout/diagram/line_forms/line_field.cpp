// See line_field.h. Every question looks at all things on the page, most of them no further than their boxes.
#include "layout/diagram/line_forms/line_field.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace drawplate {
namespace {

constexpr Pt inside_ends = 0.75;  ///< a line may touch the boxes it ends at
constexpr Pt from_node = 5, from_text = 3.5, from_border = 4, from_end = 8, beside_label = 4.5, most_from_label = 10.5;

Rect box_of(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}; }

Rect bounds_of(const Polyline& line) {
  Rect bounds = box_of(line.front(), line.front());
  for (const Point& p : line) bounds = union_of(bounds, box_of(p, p));
  return bounds;
}

/// Like overlaps, but a box without width or height counts where it lies inside.
bool near(const Rect& a, const Rect& b, Pt reach) { return overlaps(grown_by(a, reach + 0.01), grown_by(b, 0.01)); }

/// True where a piece has a point in the box's inside: the piece is cut at each of the four sides (Liang and Barsky, 1984).
bool passes(Point a, Point b, const Rect& box) {
  double from = 0, to = 1;
  const auto cut = [&](Pt step, Pt room) {
    if (std::abs(step) < 1e-12) return room > 0;
    const double t = room / step;
    if (step < 0)
      from = std::max(from, t);
    else
      to = std::min(to, t);
    return from < to;
  };
  const Vec d = b - a;
  return cut(-d.x, a.x - box.left()) && cut(d.x, box.right() - a.x) && cut(-d.y, a.y - box.top()) && cut(d.y, box.bottom() - a.y);
}

bool passes(const Polyline& line, const Rect& box) {
  for (std::size_t k = 0; k + 1 < line.size(); ++k)
    if (passes(line[k], line[k + 1], box)) return true;
  return false;
}

Pt distance(Point p, const Rect& box) {
  return std::hypot(std::max({0.0, box.left() - p.x, p.x - box.right()}), std::max({0.0, box.top() - p.y, p.y - box.bottom()}));
}

Pt distance(Point p, Point a, Point b) {
  const Vec d = b - a, v = p - a;
  const Pt whole = d.x * d.x + d.y * d.y;
  const double t = whole > 0 ? std::clamp((v.x * d.x + v.y * d.y) / whole, 0.0, 1.0) : 0;
  return length(p - (a + d * t));
}

Pt distance(const Polyline& line, const Rect& box) {
  Pt least = 1e18;
  for (std::size_t k = 0; k + 1 < line.size(); ++k) least = std::min(least, drawplate::distance(line[k], line[k + 1], box));
  return least;
}

/// How long two pieces run beside one another, nearer than `gap` and almost parallel.
Pt shared_length(Point a, Point b, Point c, Point d, Pt gap) {
  const Vec u = b - a, v = d - c;
  const Pt lu = length(u), lv = length(v);
  if (lu < 1e-9 || lv < 1e-9 || std::abs(u.x * v.y - u.y * v.x) > 0.09 * lu * lv) return 0;
  const Vec along = u * (1 / lu);
  const auto at = [&](Point p) { return (p.x - a.x) * along.x + (p.y - a.y) * along.y; };
  const auto off = [&](Point p) { return std::abs((p.x - a.x) * along.y - (p.y - a.y) * along.x); };
  Pt from = std::max(0.0, std::min(at(c), at(d))), to = std::min(lu, std::max(at(c), at(d)));
  if (to <= from) return 0;
  // Where the second piece comes near enough: its distance changes evenly along the way.
  const auto off_at = [&](Pt s) {
    const double t = std::abs(at(d) - at(c)) < 1e-9 ? 0 : (s - at(c)) / (at(d) - at(c));
    return off(c + v * std::clamp(t, 0.0, 1.0));
  };
  Pt shared = 0;
  constexpr int parts = 8;
  for (int k = 0; k < parts; ++k) shared += off_at(from + (to - from) * (k + 0.5) / parts) < gap ? (to - from) / parts : 0;
  return shared;
}

/// True where two pieces cross; not where they only touch.
bool cross(Point a, Point b, Point c, Point d) {
  const auto side = [](Point p, Point q, Point r) {
    const Vec u = q - p, v = r - p;
    const double area = u.x * v.y - u.y * v.x;
    return std::abs(area) < 1e-6 ? 0 : area > 0 ? 1 : -1;
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace

Pt distance(Point a, Point b, const Rect& box) {
  if (passes(a, b, box)) return 0;
  Pt least = std::min(distance(a, box), distance(b, box));
  for (const Point& corner :
       {Point{box.left(), box.top()}, Point{box.right(), box.top()}, Point{box.left(), box.bottom()}, Point{box.right(), box.bottom()}})
    least = std::min(least, distance(corner, a, b));
  return least;
}

LineField::LineField(PlacedDiagram& placed, const LayoutContext& context) : placed_(placed), air_(context.scale.geometry) {
  for (const PlacedGroup& group : placed.groups) titles_.push_back(panel_title_box(group.panel, group.place, context));
  for (const PlacedEdge& edge : placed.edges) {
    lines_.push_back(edge.route);
    bounds_.push_back(bounds_of(edge.route));
  }
}

Rect LineField::end_box(std::size_t i, bool at_start) const {
  const EdgeEnd& end = at_start ? edge(i).from : edge(i).to;
  return end.is_group ? placed_.groups[end.index].place.box : placed_.nodes[end.index].box;
}

bool LineField::is_inside(const EdgeEnd& end, std::size_t group) const {
  const Diagram& diagram = *placed_.diagram;
  std::optional<GroupId> at = end.is_group ? diagram.groups[end.index].parent : diagram.nodes[end.index].group;
  while (at && index_of(*at) != group) at = diagram.groups[index_of(*at)].parent;
  return at.has_value();
}

bool LineField::may_change(std::size_t i) const {
  const Edge& e = edge(i);
  if (e.from.is_group == e.to.is_group && e.from.index == e.to.index) return false;
  return !(e.from.is_group && is_inside(e.to, e.from.index)) && !(e.to.is_group && is_inside(e.from, e.to.index));
}

bool LineField::is_clear(std::size_t i, const Polyline& line) const {
  return is_clear_of_nodes(i, line) && is_clear_of_texts(i, line) && is_clear_of_groups(i, line) && !lies_on_another(i, line) &&
         crossings(i, line) <= crossings(i, lines_[i]);
}

bool LineField::is_piece_clear(std::size_t i, Point a, Point b) const {
  const PlacedEdge& own = placed_.edges[i];
  if (own.label && passes(a, b, grown_by(own.label->box, from_text * air_))) return false;
  return is_clear_of_nodes(i, {a, b}) && is_clear_of_texts(i, {a, b});
}

bool LineField::is_clear_of_nodes(std::size_t i, const Polyline& line) const {
  const Rect around = bounds_of(line);
  const Pt gap = from_node * air_;
  const auto ends_at = [&](const EdgeEnd& end, std::size_t v) { return !end.is_group && end.index == v; };
  for (std::size_t v = 0; v < placed_.nodes.size(); ++v) {
    const Rect& box = placed_.nodes[v].box;
    if (!near(around, box, gap)) continue;
    Rect keep_out = grown_by(box, gap);
    if (ends_at(edge(i).from, v) || ends_at(edge(i).to, v)) {
      const bool full = node_form(placed_.diagram->nodes[v].shape).fills_box;
      keep_out = full ? grown_by(box, -inside_ends) : shrunk_by(box, {box.width / 4, box.height / 4, box.width / 4, box.height / 4});
    }
    if (passes(line, keep_out)) return false;
  }
  return true;
}

bool LineField::is_clear_of_texts(std::size_t i, const Polyline& line) const {
  const Rect around = bounds_of(line);
  const Pt gap = from_text * air_;
  const auto hits = [&](const Rect& text) { return text.width > 0 && near(around, text, gap) && passes(line, grown_by(text, gap)); };
  if (std::any_of(titles_.begin(), titles_.end(), hits)) return false;
  for (std::size_t f = 0; f < placed_.edges.size(); ++f) {
    const PlacedEdge& other = placed_.edges[f];
    if (f != i && other.label && hits(other.label->box)) return false;
    for (const PlacedLabel& label : other.end_labels)
      if (hits(label.box)) return false;
  }
  return true;
}

bool LineField::is_clear_of_groups(std::size_t i, const Polyline& line) const {
  const Edge& e = edge(i);
  const Pt gap = from_border * air_;
  for (std::size_t g = 0; g < placed_.groups.size(); ++g) {
    const Rect& box = placed_.groups[g].place.box;
    const bool is_end = (e.from.is_group && e.from.index == g) || (e.to.is_group && e.to.index == g);
    const bool from = is_inside(e.from, g), to = is_inside(e.to, g);
    if (from && to) {
      const Rect room = grown_by(box, -gap);
      if (!std::all_of(line.begin(), line.end(), [&](Point p) { return contains(room, p); })) return false;
    } else if (from || to) {
      int turns = 0;
      for (std::size_t k = 0; k + 1 < line.size(); ++k) {
        const bool a = contains(box, line[k]), b = contains(box, line[k + 1]);
        turns += a != b;
        if (!a && !b && passes(line[k], line[k + 1], box)) return false;
      }
      if (turns != 1) return false;
    } else if (passes(line, grown_by(box, is_end ? -inside_ends : gap))) {
      return false;
    }
  }
  return true;
}

bool LineField::lies_on_another(std::size_t i, const Polyline& line) const {
  const Edge& e = edge(i);
  const Rect around = bounds_of(line);
  const Pt gap = 3 * air_;
  for (std::size_t f = 0; f < lines_.size(); ++f) {
    if (f == i || !near(around, bounds_[f], gap)) continue;
    const Edge& other = edge(f);
    if ((e.from == other.from) != (e.to == other.to)) continue;  // a fan may begin as one line
    Pt shared = 0;
    for (std::size_t k = 0; k + 1 < line.size(); ++k)
      for (std::size_t j = 0; j + 1 < lines_[f].size(); ++j)
        shared += shared_length(line[k], line[k + 1], lines_[f][j], lines_[f][j + 1], gap);
    if (shared > 8 * air_) return true;
  }
  return false;
}

int LineField::crossings(std::size_t i, const Polyline& line) const {
  const Rect around = bounds_of(line);
  int count = 0;
  for (std::size_t f = 0; f < lines_.size(); ++f) {
    if (f == i || !near(around, bounds_[f], 0)) continue;
    for (std::size_t k = 0; k + 1 < line.size(); ++k)
      for (std::size_t j = 0; j + 1 < lines_[f].size(); ++j) count += cross(line[k], line[k + 1], lines_[f][j], lines_[f][j + 1]);
  }
  return count;
}

bool LineField::is_end_free(std::size_t i, bool at_start, Point at) const {
  const EdgeEnd& end = at_start ? edge(i).from : edge(i).to;
  for (std::size_t f = 0; f < lines_.size(); ++f) {
    if (f == i) continue;
    if (edge(f).from == end && length(lines_[f].front() - at) < from_end * air_) return false;
    if (edge(f).to == end && length(lines_[f].back() - at) < from_end * air_) return false;
  }
  return true;
}

bool LineField::label_fits(std::size_t i, const Rect& label, const Polyline& line) const {
  const Pt own = distance(line, label);
  if (own < 0.5 * beside_label * air_ || own > most_from_label * air_) return false;
  const Rect wide = grown_by(label, 3 * air_);
  for (const PlacedNode& node : placed_.nodes)
    if (overlaps(wide, node.box)) return false;
  for (const Rect& title : titles_)
    if (title.width > 0 && overlaps(wide, title)) return false;
  for (std::size_t g = 0; g < placed_.groups.size(); ++g) {
    const Rect& box = placed_.groups[g].place.box;
    if (!overlaps(wide, box)) continue;
    const Rect both = union_of(box, wide);
    if (both != box || (!is_inside(edge(i).from, g) && !is_inside(edge(i).to, g))) return false;
  }
  const Rect reach = grown_by(label, own + 1.5);
  for (std::size_t f = 0; f < lines_.size(); ++f) {
    if (f == i) continue;
    const PlacedEdge& other = placed_.edges[f];
    if (other.label && overlaps(wide, other.label->box)) return false;
    if (near(bounds_[f], reach, 0) && passes(lines_[f], reach)) return false;
    for (const PlacedLabel& end : other.end_labels)
      if (overlaps(wide, end.box)) return false;
  }
  return wide.left() >= 0 && wide.top() >= 0 && wide.right() <= placed_.page.width && wide.bottom() <= placed_.page.height;
}

std::optional<Rect> LineField::label_beside(std::size_t i, const Polyline& line) const {
  const PlacedEdge& placed = placed_.edges[i];
  if (!placed.label) return Rect{};
  const Rect now = placed.label->box;
  if (label_fits(i, now, line)) return now;
  struct Place {
    double rank;
    Rect box;
  };
  std::vector<Place> places;
  Pt whole = 0, passed = 0;
  for (std::size_t k = 0; k + 1 < line.size(); ++k) whole += length(line[k + 1] - line[k]);
  for (std::size_t k = 0; k + 1 < line.size(); ++k) {
    const Vec piece = line[k + 1] - line[k];
    const Pt long_ = length(piece);
    if (long_ < 1e-6) continue;
    const Vec normal{-piece.y / long_, piece.x / long_};
    const Pt off = beside_label * air_ + std::abs(normal.x) * now.width / 2 + std::abs(normal.y) * now.height / 2;
    for (const double t : {0.1, 0.3, 0.5, 0.7, 0.9})
      for (const double side : {1.0, -1.0}) {
        const Point at = line[k] + piece * t + normal * (side * off);
        const double share = (passed + long_ * t) / whole;
        places.push_back({std::abs(share - 0.5) * whole + 0.1 * length(at - now.center()),
                          {at.x - now.width / 2, at.y - now.height / 2, now.width, now.height}});
      }
    passed += long_;
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.rank < b.rank; });
  for (const Place& place : places)
    if (label_fits(i, place.box, line)) return place.box;
  return std::nullopt;
}

void LineField::settle(std::size_t i, Polyline line, const Rect& label) {
  bounds_[i] = bounds_of(line);
  lines_[i] = std::move(line);
  if (placed_.edges[i].label) placed_.edges[i].label->box = label;
}

}  // namespace drawplate
