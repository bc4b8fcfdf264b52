// What follows once everything has its place: shortcuts, the ways they choose from, the scene that judges these, and the measure
// of a drawing's flaws.
#include "layout/layered/detours/shortcuts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/layered/detours/flaws.h"
#include "layout/layered/detours/scene.h"
#include "layout/layered/detours/ways.h"
#include "tests/layout/diagram_geometry.h"
#include "tests/layout/diagram_random.h"

namespace drawplate::layered {
namespace {

using drawplate::testing::Dice;
using drawplate::testing::faults_of;
using drawplate::testing::random_graph;
using ::testing::IsEmpty;

LayoutEdge edge_of(std::uint32_t from, std::uint32_t to) {
  LayoutEdge edge;
  edge.from.index = from;
  edge.to.index = to;
  return edge;
}

bool is_axis_parallel(const std::vector<Point>& points) {
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    if (std::abs(points[k].x - points[k + 1].x) > 1e-6 && std::abs(points[k].y - points[k + 1].y) > 1e-6) return false;
  return true;
}

bool lies_on(const Rect& box, Point p) {
  return contains(grown_by(box, 1e-6), p) &&
         !(p.x > box.left() + 1e-6 && p.x < box.right() - 1e-6 && p.y > box.top() + 1e-6 && p.y < box.bottom() - 1e-6);
}

// Two boxes, one above the other and to the side, and a line that runs far around between them.
struct Roundabout {
  LayoutGraph graph;
  Drawing drawing;

  Roundabout() {
    graph.nodes = {{{60, 30}, {}, OutlineKind::box}, {{60, 30}, {}, OutlineKind::box}};
    graph.edges = {edge_of(0, 1)};
    drawing.nodes = {{0, 0, 60, 30}, {0, 120, 60, 30}};
    drawing.edges.resize(1);
    drawing.edges[0].points = {{30, 30}, {30, 50}, {140, 50}, {140, 90}, {30, 90}, {30, 120}};
    drawing.bounds = {140, 150};
  }
};

TEST(DiagramShortcuts, ALineThatCanRunStraightDoes) {
  Roundabout r;
  take_shortcuts(r.graph, r.drawing);
  EXPECT_EQ(r.drawing.edges[0].points, (std::vector<Point>{{30, 30}, {30, 120}}));
}

TEST(DiagramShortcuts, ALineStaysWhereSomethingIsInTheWay) {
  Roundabout r;
  r.graph.nodes.push_back({{60, 20}, {}, OutlineKind::box});
  r.drawing.nodes.push_back({0, 65, 60, 20});
  take_shortcuts(r.graph, r.drawing);
  EXPECT_GT(r.drawing.edges[0].points.size(), 2u);
  EXPECT_THAT(faults_of(r.graph, r.drawing), IsEmpty());
}

TEST(DiagramShortcuts, NothingButLinesAndTheirLabelsMoves) {
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    const LayoutGraph graph = random_graph(seed, {9, 12, 2});
    const Drawing before = layout_graph(graph);
    Drawing after = before;
    take_shortcuts(graph, after);
    EXPECT_EQ(after.nodes, before.nodes) << seed;
    EXPECT_EQ(after.groups, before.groups) << seed;
    EXPECT_THAT(faults_of(graph, after), IsEmpty()) << seed;
    EXPECT_LT(flaws_of(graph, after), flaws_of(graph, before) + 0.02) << seed;
  }
}

// ---- ways
TEST(DiagramWays, EveryWayIsAxisParallelAndEndsOnBothBoxes) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Dice dice{seed * 2221 + 3};
    const auto box = [&] { return Rect{dice.below(400) * 1.0, dice.below(400) * 1.0, 30.0 + dice.below(80), 20.0 + dice.below(60)}; };
    WayEnd from{.box = box()}, to{.box = box()};
    if (overlaps(grown_by(from.box, 30), to.box)) continue;
    from.now = {from.box.mid_x(), from.box.bottom()};
    to.now = {to.box.mid_x(), to.box.top()};
    const WayField field{{dice.below(500) * 1.0, dice.below(500) * 1.0}, {dice.below(500) * 1.0}, 12};
    const std::vector<ShortWay> ways = list_ways(from, to, field, {}, 5000);
    EXPECT_FALSE(ways.empty()) << seed;
    for (const ShortWay& way : ways) {
      const std::vector<Point> points = way.line();
      EXPECT_TRUE(is_axis_parallel(points)) << seed;
      EXPECT_TRUE(lies_on(from.box, points.front())) << seed;
      EXPECT_TRUE(lies_on(to.box, points.back())) << seed;
      EXPECT_LT(way.cost, 5000) << seed;
      EXPECT_NEAR(way.cost, way_cost(from, to, {}, points), 1e-6) << seed;
    }
  }
}

TEST(DiagramWays, AClosedSideIsNotUsed) {
  WayEnd from{.box = {0, 0, 40, 20}}, to{.box = {0, 100, 40, 20}};
  from.now = {20, 20};
  to.now = {20, 100};
  from.sides = {false, true, false, false};
  for (const ShortWay& way : list_ways(from, to, {{80}, {60}, 12}, {}, 5000)) EXPECT_EQ(side_of(from.box, way.points.front()), Side::right);
}

TEST(DiagramWays, CornersAndLengthCost) {
  WayEnd from{.box = {0, 0, 40, 20}}, to{.box = {0, 100, 40, 20}};
  const double straight = way_cost(from, to, {}, {{20, 20}, {20, 100}});
  const double bent = way_cost(from, to, {}, {{20, 20}, {20, 50}, {30, 50}, {30, 100}});
  EXPECT_LT(straight, bent);
  EXPECT_LT(bent, way_cost(from, to, {}, {{40, 10}, {90, 10}, {90, 110}, {40, 110}}));
}

TEST(DiagramWays, AWriggleIsTakenOutInBothDirections) {
  WayEnd from{.box = {0, 0, 60, 20}}, to{.box = {0, 100, 60, 20}};
  const std::vector<Way> ways = ways_without_jogs(from, to, {}, {{30, 20}, {30, 60}, {34, 60}, {34, 100}});
  ASSERT_FALSE(ways.empty());
  for (const Way& way : ways) {
    EXPECT_EQ(way.points.size(), 2u);
    EXPECT_TRUE(is_axis_parallel(way.points));
  }
}

// ---- scene
TEST(DiagramWays, LinesOfOneSideExchangeTheirPlaces) {
  const WayEnd shared{.box = {0, 0, 60, 20}}, left{.box = {-100, 60, 60, 20}}, below{.box = {-10, 100, 80, 20}};
  const LinePair lines{{{40, 20}, {40, 40}, {-70, 40}, {-70, 60}}, {{30, 20}, {30, 100}}};
  const std::vector<LinePair> found = exchanged_ways(shared, left, below, lines);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].a, (std::vector<Point>{{30, 20}, {30, 40}, {-70, 40}, {-70, 60}}));
  EXPECT_EQ(found[0].b, (std::vector<Point>{{40, 20}, {40, 100}}));
}

TEST(DiagramWays, LinesWithLanesExchangeTheseToo) {
  const WayEnd shared{.box = {0, 0, 60, 20}}, a{.box = {-100, 100, 60, 20}}, b{.box = {-200, 100, 60, 20}};
  const LinePair lines{{{20, 20}, {20, 40}, {-70, 40}, {-70, 100}}, {{30, 20}, {30, 60}, {-170, 60}, {-170, 100}}};
  const std::vector<LinePair> found = exchanged_ways(shared, a, b, lines);
  ASSERT_EQ(found.size(), 3u);  // places, lanes, both
  EXPECT_EQ(found[2].a, (std::vector<Point>{{30, 20}, {30, 60}, {-70, 60}, {-70, 100}}));
  EXPECT_EQ(found[2].b, (std::vector<Point>{{20, 20}, {20, 40}, {-170, 40}, {-170, 100}}));
  EXPECT_TRUE(exchanged_ways(shared, a, b, {lines.a, {{60, 10}, {80, 10}, {80, 110}, {-140, 110}}}).empty());
}

TEST(DiagramScene, AWayThroughABoxOrALabelIsNotAllowed) {
  Roundabout r;
  r.graph.nodes.push_back({{20, 20}, {}, OutlineKind::box});
  r.drawing.nodes.push_back({100, 65, 20, 20});
  r.graph.edges.push_back(edge_of(2, 0));
  r.drawing.edges.push_back({{{110, 65}, {110, 15}, {60, 15}}, {64, 58, 30, 10}});
  const Scene scene(r.graph, r.drawing);
  EXPECT_TRUE(scene.judge(0, {{30, 30}, {30, 120}}).allowed);
  EXPECT_FALSE(scene.judge(0, {{30, 30}, {30, 75}, {130, 75}, {130, 135}, {60, 135}}).allowed);  // through the box
  EXPECT_FALSE(scene.judge(0, {{55, 30}, {55, 62}, {80, 62}, {80, 135}, {60, 135}}).allowed);    // through the label
}

TEST(DiagramScene, CrossingsAreCountedAndOverlapsForbidden) {
  Roundabout r;
  r.graph.nodes.push_back({{20, 20}, {}, OutlineKind::box});
  r.graph.nodes.push_back({{20, 20}, {}, OutlineKind::box});
  r.drawing.nodes.push_back({-80, 65, 20, 20});
  r.drawing.nodes.push_back({200, 65, 20, 20});
  r.graph.edges.push_back(edge_of(2, 3));
  r.drawing.edges.push_back({{{-60, 75}, {200, 75}}, {}});
  const Scene scene(r.graph, r.drawing);
  const Verdict across = scene.judge(0, {{30, 30}, {30, 120}});
  EXPECT_TRUE(across.allowed);
  EXPECT_EQ(across.crossings, 1);
  EXPECT_FALSE(scene.judge(0, {{30, 30}, {30, 75}, {100, 75}, {100, 135}, {60, 135}}).allowed);
}

TEST(DiagramScene, ALabelStandsBesideItsLineAndTouchesNothing) {
  Roundabout r;
  r.graph.edges[0].label = {24, 12};
  const Scene scene(r.graph, r.drawing);
  const std::vector<Point> way{{30, 30}, {30, 120}};
  const auto label = scene.label_beside(0, way);
  ASSERT_TRUE(label);
  EXPECT_FALSE(overlaps(*label, {29, 30, 2, 90}));
  EXPECT_TRUE(overlaps(grown_by(*label, 8), {29, 30, 2, 90}));
  for (const Rect& node : r.drawing.nodes) EXPECT_FALSE(overlaps(*label, node));
}

// Lines of the first layout may stand a little closer in a crowd than a shortcut ever may.
TEST(DiagramScene, WaysAsTheyAreDrawnAreAllowed) {
  int judged = 0, allowed = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const LayoutGraph graph = random_graph(seed, {8, 7, 0, false, false, false, false, false, false});
    const Drawing drawing = layout_graph(graph);
    const Scene scene(graph, drawing);
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
      const auto& points = drawing.edges[e].points;
      if (points.size() != 2) continue;
      const Verdict verdict = scene.judge(static_cast<int>(e), points);
      ++judged;
      allowed += verdict.allowed;
      EXPECT_TRUE(!verdict.allowed || verdict.crossings < 4) << seed << " edge " << e;
    }
  }
  EXPECT_GT(judged, 30);
  EXPECT_GT(allowed * 100, judged * 85);
}

// ---- flaws
TEST(DiagramFlaws, AStraightChainHasNoneButItsRoom) {
  Roundabout r;
  const double bent = flaws_of(r.graph, r.drawing);
  r.drawing.edges[0].points = {{30, 30}, {30, 120}};
  const double straight = flaws_of(r.graph, r.drawing);
  EXPECT_LT(straight, 0.2);
  EXPECT_GT(bent, straight + 0.5);
}

TEST(DiagramFlaws, ACrossingIsOne) {
  LayoutGraph graph;
  for (int k = 0; k < 4; ++k) graph.nodes.push_back({{20, 20}, {}, OutlineKind::box});
  graph.edges = {edge_of(0, 1), edge_of(2, 3)};
  Drawing drawing;
  drawing.nodes = {{0, 40, 20, 20}, {200, 40, 20, 20}, {100, -60, 20, 20}, {100, 140, 20, 20}};
  drawing.edges.resize(2);
  drawing.edges[0].points = {{20, 50}, {200, 50}};
  drawing.edges[1].points = {{110, -40}, {110, 140}};
  drawing.bounds = {220, 220};
  const double crossed = flaws_of(graph, drawing);
  drawing.nodes[2].x = drawing.nodes[3].x = 300;
  drawing.edges[1].points = {{310, -40}, {310, 140}};
  EXPECT_NEAR(crossed - flaws_of(graph, drawing), 0.25, 0.05);
}

}  // namespace
}  // namespace drawplate::layered
