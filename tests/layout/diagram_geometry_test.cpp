// The judge of the property tests, and a few checks that it notices what it should.
#include "tests/layout/diagram_geometry.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drawplate::testing {
namespace {

constexpr double tolerance = 0.01;

bool inside_group(const LayoutGraph& graph, std::optional<std::uint32_t> at, std::uint32_t group) {
  for (; at; at = graph.groups[*at].parent)
    if (*at == group) return true;
  return false;
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.left() >= outer.left() - tolerance && inner.right() <= outer.right() + tolerance && inner.top() >= outer.top() - tolerance &&
         inner.bottom() <= outer.bottom() + tolerance;
}

bool deeply_overlap(Rect a, Rect b) { return overlaps(grown_by(a, -tolerance), grown_by(b, -tolerance)); }

Rect box_of_segment(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}; }

// Whether an axis-parallel piece enters a box, and not only along its border.
bool enters(Point a, Point b, const Rect& box) {
  const Rect s = box_of_segment(a, b), inner = grown_by(box, -0.5);
  return s.right() > inner.left() && s.left() < inner.right() && s.bottom() > inner.top() && s.top() < inner.bottom();
}

class Judge {
 public:
  Judge(const LayoutGraph& graph, const Drawing& drawing) : graph_(graph), drawing_(drawing) {}

  std::vector<std::string> judge() {
    judge_boxes();
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) judge_edge(e);
    judge_labels();
    return std::move(faults_);
  }

 private:
  template <typename... Args>
  void fault(fmt::format_string<Args...> text, Args&&... args) {
    faults_.push_back(fmt::format(text, std::forward<Args>(args)...));
  }

  void judge_boxes() {
    for (std::size_t a = 0; a < graph_.nodes.size(); ++a) {
      const Rect& r = drawing_.nodes[a];
      if (std::abs(r.width - graph_.nodes[a].size.width) > tolerance || std::abs(r.height - graph_.nodes[a].size.height) > tolerance)
        fault("node {} has another size", a);
      if (!holds({0, 0, drawing_.bounds.width, drawing_.bounds.height}, r)) fault("node {} leaves the bounds", a);
      for (std::size_t b = a + 1; b < graph_.nodes.size(); ++b)
        if (deeply_overlap(r, drawing_.nodes[b])) fault("nodes {} and {} overlap", a, b);
      for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
        const bool member = inside_group(graph_, graph_.nodes[a].group, static_cast<std::uint32_t>(g));
        if (member && !holds(drawing_.groups[g], r)) fault("node {} leaves group {}", a, g);
        if (!member && deeply_overlap(r, drawing_.groups[g])) fault("node {} is in foreign group {}", a, g);
        if (deeply_overlap(r, drawing_.titles[g])) fault("node {} lies on the title of group {}", a, g);
      }
    }
    for (std::size_t a = 0; a < graph_.groups.size(); ++a)
      for (std::size_t b = 0; b < graph_.groups.size(); ++b) {
        if (a == b) continue;
        if (graph_.groups[b].parent == a && !holds(drawing_.groups[a], drawing_.groups[b])) fault("group {} leaves group {}", b, a);
        const bool nested = inside_group(graph_, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)) ||
                            inside_group(graph_, static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(a));
        if (!nested && deeply_overlap(drawing_.groups[a], drawing_.groups[b])) fault("groups {} and {} overlap", a, b);
        if (drawing_.titles[a].width > 0 && !holds(drawing_.groups[a], drawing_.titles[a])) fault("title {} leaves its group", a);
      }
  }

  bool on_outline(const LayoutEnd& end, Point p) const {
    const Rect& r = end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index];
    const double u = std::abs(p.x - r.mid_x()) / (r.width / 2), v = std::abs(p.y - r.mid_y()) / (r.height / 2);
    const OutlineKind kind = end.is_group ? OutlineKind::box : graph_.nodes[end.index].outline;
    const double at = kind == OutlineKind::box ? std::max(u, v) : kind == OutlineKind::ellipse ? std::hypot(u, v) : u + v;
    return std::abs(at - 1) < 0.01;
  }

  void judge_edge(std::size_t e) {
    const auto& points = drawing_.edges[e].points;
    const LayoutEdge& edge = graph_.edges[e];
    if (points.size() < 2) return fault("edge {} has no route", e);
    if (!on_outline(edge.from, points.front())) fault("edge {} does not start at its source's outline", e);
    if (!on_outline(edge.to, points.back())) fault("edge {} does not end at its target's outline", e);
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
      const Point a = points[k], b = points[k + 1];
      if (std::abs(a.x - b.x) > 1e-6 && std::abs(a.y - b.y) > 1e-6) fault("edge {} has a slanted piece", e);
      if (a == b) fault("edge {} has a piece of no length", e);
      for (std::size_t v = 0; v < graph_.nodes.size(); ++v) {
        const bool own = (!edge.from.is_group && edge.from.index == v) || (!edge.to.is_group && edge.to.index == v);
        if (!own && enters(a, b, drawing_.nodes[v])) fault("edge {} passes through node {}", e, v);
      }
    }
  }

  void judge_labels() {
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const Rect& label = drawing_.edges[e].label;
      if (graph_.edges[e].label.width <= 0) continue;
      if (std::abs(label.width - graph_.edges[e].label.width) > tolerance) fault("label {} has another size", e);
      for (std::size_t v = 0; v < graph_.nodes.size(); ++v)
        if (deeply_overlap(label, drawing_.nodes[v])) fault("label {} lies on node {}", e, v);
      for (std::size_t f = 0; f < graph_.edges.size(); ++f) {
        if (f > e && graph_.edges[f].label.width > 0 && deeply_overlap(label, drawing_.edges[f].label))
          fault("labels {} and {} overlap", e, f);
        const auto& points = drawing_.edges[f].points;
        for (std::size_t k = 0; k + 1 < points.size(); ++k)
          if (enters(points[k], points[k + 1], label)) fault("edge {} passes through label {}", f, e);
      }
    }
  }

  const LayoutGraph& graph_;
  const Drawing& drawing_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const LayoutGraph& graph, const Drawing& drawing) { return Judge(graph, drawing).judge(); }

namespace {

LayoutGraph two_nodes() {
  LayoutGraph graph;
  graph.nodes = {{{40, 20}, {}, OutlineKind::box}, {{40, 20}, {}, OutlineKind::box}};
  graph.edges.resize(1);
  graph.edges[0].to.index = 1;
  return graph;
}

TEST(DiagramGeometry, ACleanDrawingHasNoFaults) {
  Drawing d{{{0, 0, 40, 20}, {0, 60, 40, 20}}, {}, {}, {{{{20, 20}, {20, 60}}, {}, Side::bottom, Side::top}}, {40, 80}};
  EXPECT_TRUE(faults_of(two_nodes(), d).empty());
}

TEST(DiagramGeometry, NoticesOverlapSlantAndDetachedEnds) {
  Drawing d{{{0, 0, 40, 20}, {0, 10, 40, 20}}, {}, {}, {{{{20, 25}, {23, 30}}, {}, Side::bottom, Side::top}}, {40, 80}};
  EXPECT_EQ(faults_of(two_nodes(), d), (std::vector<std::string>{"nodes 0 and 1 overlap", "edge 0 does not start at its source's outline",
                                                                 "edge 0 has a slanted piece"}));
}

}  // namespace
}  // namespace drawplate::testing
