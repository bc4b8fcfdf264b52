// What is wrong with a composed flow, in words: see flow_faults in flow.h. A composition with a fault is not taken.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "layout/diagram/flow/flow.h"

namespace drawplate {
namespace {

struct Segment {
  Point a, b;
  bool horizontal() const { return std::abs(a.y - b.y) < 0.01; }
};

std::vector<Segment> segments_of(const PlacedEdge& edge) {
  std::vector<Segment> out;
  for (std::size_t i = 0; i + 1 < edge.route.size(); ++i) out.push_back({edge.route[i], edge.route[i + 1]});
  return out;
}

Rect box_of(const Segment& s) {
  const Pt x = std::min(s.a.x, s.b.x), y = std::min(s.a.y, s.b.y);
  return {x, y, std::abs(s.a.x - s.b.x), std::abs(s.a.y - s.b.y)};
}

bool meets(Rect a, Rect b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom(); }

/// Things a line must keep away from, with their names.
struct Obstacle {
  EdgeEnd end;
  Rect box;
  std::string name;
};

std::vector<Obstacle> obstacles_of(const PlacedDiagram& placed) {
  const Diagram& diagram = *placed.diagram;
  std::vector<Obstacle> out;
  for (std::uint32_t i = 0; i < diagram.nodes.size(); ++i)
    if (!diagram.nodes[i].group) out.push_back({{false, i, {}}, placed.nodes[i].box, diagram.nodes[i].id});
  for (std::uint32_t i = 0; i < diagram.groups.size(); ++i)
    out.push_back({{true, i, {}}, placed.groups[i].place.box, diagram.groups[i].id});
  return out;
}

bool share_an_end(const Edge& a, const Edge& b) { return a.from == b.from || a.to == b.to; }

bool collinear_near(const Segment& s, const Segment& t, Pt clearance) {
  if (s.horizontal() != t.horizontal()) return false;
  const Pt apart = s.horizontal() ? std::abs(s.a.y - t.a.y) : std::abs(s.a.x - t.a.x);
  const Rect a = box_of(s), b = box_of(t);
  const Pt overlap =
      s.horizontal() ? std::min(a.right(), b.right()) - std::max(a.x, b.x) : std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return apart < clearance && overlap > 1;
}

bool cross(const Segment& s, const Segment& t) {
  if (s.horizontal() == t.horizontal()) return false;
  const Segment &h = s.horizontal() ? s : t, &v = s.horizontal() ? t : s;
  const Rect a = box_of(h), b = box_of(v);
  return b.x > a.x + 0.5 && b.x < a.right() - 0.5 && a.y > b.y + 0.5 && a.y < b.bottom() - 0.5;
}

void line_faults(const PlacedDiagram& placed, const PlacedEdge& edge, const std::vector<Obstacle>& obstacles, Pt clearance,
                 std::vector<std::string>& out) {
  const Edge& source = placed.diagram->edges[edge.edge];
  for (const Obstacle& obstacle : obstacles)
    for (const Segment& s : segments_of(edge)) {
      const bool own = obstacle.end == source.from || obstacle.end == source.to;
      if (meets(box_of(s), grown_by(obstacle.box, own ? -0.5 : clearance - 0.01)) &&
          !(own && box_of(s).width < 0.01 && box_of(s).height < 0.01))
        out.push_back(fmt::format("{} passes {} too closely", source.id, obstacle.name));
    }
}

/// What two lines owe one another.
struct PairRules {
  Pt clearance = 0;
  Crossings crossings = Crossings::refused;
};

void pair_faults(const PlacedDiagram& placed, const PlacedEdge& a, const PlacedEdge& b, const PairRules& rules,
                 std::vector<std::string>& out) {
  const Edge &ea = placed.diagram->edges[a.edge], &eb = placed.diagram->edges[b.edge];
  const bool bus = share_an_end(ea, eb) && ea.kind == eb.kind && ea.line == eb.line;
  for (const Segment& s : segments_of(a))
    for (const Segment& t : segments_of(b)) {
      if (!bus && collinear_near(s, t, rules.clearance)) out.push_back(fmt::format("{} runs too near to {}", ea.id, eb.id));
      if (!bus && rules.crossings == Crossings::refused && cross(s, t)) out.push_back(fmt::format("{} crosses {}", ea.id, eb.id));
    }
}

void label_faults(const PlacedDiagram& placed, const std::vector<Obstacle>& obstacles, Pt clearance, std::vector<std::string>& out) {
  const Rect page = {0, 0, placed.page.width, placed.page.height};
  for (const PlacedEdge& edge : placed.edges) {
    if (!edge.label) continue;
    const Rect label = edge.label->box;
    const std::string& id = placed.diagram->edges[edge.edge].id;
    if (label.x < page.x + clearance || label.right() > page.right() - clearance || label.y < clearance ||
        label.bottom() > page.bottom() - clearance)
      out.push_back(fmt::format("the label of {} leaves the page", id));
    for (const Obstacle& obstacle : obstacles)
      if (meets(label, grown_by(obstacle.box, clearance / 2))) out.push_back(fmt::format("the label of {} touches {}", id, obstacle.name));
    for (const PlacedEdge& other : placed.edges) {
      for (const Segment& s : segments_of(other))
        if (meets(grown_by(box_of(s), other.edge == edge.edge ? 1 : clearance * 0.6), label))
          out.push_back(fmt::format("the label of {} lies on {}", id, placed.diagram->edges[other.edge].id));
      if (other.edge > edge.edge && other.label && meets(grown_by(other.label->box, clearance / 2), label))
        out.push_back(fmt::format("the labels of {} and {} touch", id, placed.diagram->edges[other.edge].id));
    }
  }
}

}  // namespace

std::vector<std::string> flow_faults(const PlacedDiagram& placed, const LayoutContext& context, Crossings crossings) {
  const LineMetrics& lines = context.theme.lines;
  std::vector<std::string> out;
  const std::vector<Obstacle> obstacles = obstacles_of(placed);
  for (std::size_t i = 0; i < placed.edges.size(); ++i) {
    line_faults(placed, placed.edges[i], obstacles, lines.card_clearance * 0.6, out);
    for (std::size_t j = i + 1; j < placed.edges.size(); ++j)
      pair_faults(placed, placed.edges[i], placed.edges[j], {lines.line_clearance * 0.6, crossings}, out);
  }
  label_faults(placed, obstacles, lines.text_clearance, out);
  for (const PlacedEdge& edge : placed.edges)
    for (const Point p : edge.route)
      if (p.x < 4 || p.y < 4 || p.x > placed.page.width - 4 || p.y > placed.page.height - 4)
        out.push_back(fmt::format("{} leaves the page", placed.diagram->edges[edge.edge].id));
  return out;
}

}  // namespace drawplate
