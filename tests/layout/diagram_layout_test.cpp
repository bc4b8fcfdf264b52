// The layout as a whole: what it promises, on many seeded random graphs of every kind.
#include "layout/layered/layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/layered/detours/hard_faults.h"
#include "tests/layout/diagram_geometry.h"
#include "tests/layout/diagram_random.h"

namespace drawplate {
namespace {

using drawplate::testing::faults_of;
using drawplate::testing::random_graph;
using drawplate::testing::RandomKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

void expect_clean(const RandomKind& kind, int seeds) {
  for (int seed = 0; seed < seeds; ++seed) {
    const LayoutGraph graph = random_graph(static_cast<std::uint64_t>(seed), kind);
    EXPECT_THAT(faults_of(graph, layout_graph(graph)), IsEmpty()) << "seed " << seed;
  }
}

TEST(DiagramLayout, SmallGraphsAreClean) { expect_clean({8, 10}, 60); }
TEST(DiagramLayout, DenseGraphsAreClean) { expect_clean({12, 40}, 8); }
TEST(DiagramLayout, LargerGraphsAreClean) { expect_clean({60, 80}, 3); }
TEST(DiagramLayout, GroupedGraphsAreClean) { expect_clean({14, 18, 4}, 50); }
TEST(DiagramLayout, DeeplyGroupedGraphsAreClean) { expect_clean({20, 24, 10}, 20); }
TEST(DiagramLayout, EdgesToGroupsAreClean) { expect_clean({10, 14, 4, true, true, true, true}, 50); }
TEST(DiagramLayout, GroupsWithTheirOwnDirectionAreClean) { expect_clean({12, 10, 5, true, true, true, false, true}, 50); }

// Gaps as they are where a drawing is set small for its page: what lines keep from things must shrink with them.
LayoutGraph with_small_gaps(LayoutGraph graph) {
  LayoutSpacing& s = graph.spacing;
  for (Pt* gap : {&s.node_gap, &s.layer_gap, &s.edge_gap, &s.edge_node_gap, &s.port_gap, &s.label_gap, &s.title_gap, &s.component_gap})
    *gap *= 0.5;
  for (LayoutGroup& group : graph.groups) group.padding = {7, 7, 7, 7};
  return graph;
}

TEST(DiagramLayout, SystemsAsPeopleDrawThemHaveNoLineThroughAThing) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const std::uint32_t nodes = 4 + seed % 19, groups = std::min(seed % 5, nodes / 2);
    const RandomKind kind{nodes, nodes + seed % 7, groups, true, true, false, groups > 0 && seed % 3 == 0, true};
    const LayoutGraph graph = with_small_gaps(random_graph(seed + 1'000, kind));
    EXPECT_EQ(layered::hard_faults(graph, layout_graph(graph)), 0) << "seed " << seed;
  }
}

TEST(DiagramLayout, AnEmptyGraphHasNoSize) {
  const Drawing d = layout_graph({});
  EXPECT_TRUE(d.nodes.empty());
  EXPECT_EQ(d.bounds, (Size{0, 0}));
}

TEST(DiagramLayout, TwoRunsAreEqual) {
  const LayoutGraph graph = random_graph(3, {40, 60, 6});
  const Drawing a = layout_graph(graph), b = layout_graph(graph);
  EXPECT_EQ(a.nodes, b.nodes);
  EXPECT_EQ(a.groups, b.groups);
  for (std::size_t e = 0; e < a.edges.size(); ++e) EXPECT_EQ(a.edges[e].points, b.edges[e].points);
}

LayoutGraph chain_of(int count, Direction direction) {
  LayoutGraph graph;
  graph.direction = direction;
  for (int v = 0; v < count; ++v) graph.nodes.push_back({{60.0 + 10 * v, 30}, {}, OutlineKind::box});
  for (int v = 0; v + 1 < count; ++v) {
    graph.edges.emplace_back();
    graph.edges.back().from.index = static_cast<std::uint32_t>(v);
    graph.edges.back().to.index = static_cast<std::uint32_t>(v + 1);
  }
  return graph;
}

TEST(DiagramLayout, AChainIsOneStraightLineInEveryDirection) {
  for (const Direction d : {Direction::down, Direction::up, Direction::right, Direction::left}) {
    const Drawing drawing = layout_graph(chain_of(4, d));
    for (const DrawnEdge& e : drawing.edges) EXPECT_EQ(e.points.size(), 2u);
    const Vec along = drawing.nodes[3].center() - drawing.nodes[0].center();
    EXPECT_EQ(along.y > 1, d == Direction::down);
    EXPECT_EQ(along.y < -1, d == Direction::up);
    EXPECT_EQ(along.x > 1, d == Direction::right);
    EXPECT_EQ(along.x < -1, d == Direction::left);
  }
}

TEST(DiagramLayout, AParentStandsOverTheMiddleOfItsChildren) {
  LayoutGraph graph = chain_of(1, Direction::down);
  for (int k = 0; k < 4; ++k) {
    graph.nodes.push_back({{50, 30}, {}, OutlineKind::box});
    graph.edges.emplace_back();
    graph.edges.back().to.index = static_cast<std::uint32_t>(k + 1);
  }
  const Drawing d = layout_graph(graph);
  EXPECT_NEAR(d.nodes[0].mid_x(), (d.nodes[1].mid_x() + d.nodes[4].mid_x()) / 2, 0.5);
  EXPECT_LT(d.nodes[1].x, d.nodes[2].x);
  EXPECT_LT(d.nodes[2].x, d.nodes[3].x);
}

TEST(DiagramLayout, AlignedNodesStandOnOneLine) {
  LayoutGraph graph = chain_of(1, Direction::down);
  for (const auto& [from, to] : {std::pair(0, 1), {0, 2}, {1, 3}, {1, 4}, {2, 5}}) {
    graph.nodes.push_back({{70, 30}, {}, OutlineKind::box});
    graph.edges.emplace_back();
    graph.edges.back().from.index = static_cast<std::uint32_t>(from);
    graph.edges.back().to.index = static_cast<std::uint32_t>(to);
  }
  ASSERT_GT(std::abs(layout_graph(graph).nodes[0].mid_x() - layout_graph(graph).nodes[3].mid_x()), 5);
  graph.requests.push_back({LayoutWish::Kind::align, {0, 3}});
  const Drawing d = layout_graph(graph);
  EXPECT_NEAR(d.nodes[0].mid_x(), d.nodes[3].mid_x(), 0.01);
  EXPECT_THAT(faults_of(graph, d), IsEmpty());
}

TEST(DiagramLayout, ManyLooseCardsOfAGroupFormAGridThoughAFewAreLinked) {
  LayoutGraph graph = chain_of(2, Direction::down);
  graph.groups.push_back({.title = {60, 16}});
  for (int k = 0; k < 12; ++k) graph.nodes.push_back({{80, 30}, 0, OutlineKind::box});
  for (const std::uint32_t k : {2U, 6U}) {
    graph.edges.emplace_back();
    graph.edges.back().from.index = 1;
    graph.edges.back().to.index = k;
  }
  const Drawing d = layout_graph(graph);
  EXPECT_LT(d.groups[0].width, 2.5 * d.groups[0].height);
  EXPECT_THAT(faults_of(graph, d), IsEmpty());
}

TEST(DiagramLayout, LooseNodesOfAGroupStandWhereTheirLinesComeFrom) {
  LayoutGraph graph = chain_of(1, Direction::right);
  graph.groups.push_back({.title = {40, 16}, .direction = Direction::down});
  for (int k = 0; k < 4; ++k) graph.nodes.push_back({{80, 30}, k < 2 ? std::nullopt : std::optional<std::uint32_t>(0), OutlineKind::box});
  for (const auto& [from, to] : {std::pair(0, 1), {0, 2}, {1, 4}, {2, 3}}) {
    graph.edges.emplace_back();
    graph.edges.back().from.index = static_cast<std::uint32_t>(from);
    graph.edges.back().to.index = static_cast<std::uint32_t>(to);
  }
  const Drawing d = layout_graph(graph);
  EXPECT_EQ(d.nodes[1].y < d.nodes[2].y, d.nodes[4].y < d.nodes[3].y);
  EXPECT_THAT(faults_of(graph, d), IsEmpty());
}

TEST(DiagramLayout, AChainInAGroupFoldsToo) {
  LayoutGraph graph = chain_of(12, Direction::down);
  graph.groups.push_back({.title = {60, 16}});
  for (LayoutNode& node : graph.nodes) node.group = 0;
  const Drawing whole = layout_graph(graph);
  graph.columns = 3;
  const Drawing d = layout_graph(graph);
  EXPECT_LT(d.bounds.height, whole.bounds.height * 0.6);
  EXPECT_THAT(faults_of(graph, d), IsEmpty());
}

TEST(DiagramLayout, FeedbackRunsInASideLaneWithTwoCorners) {
  LayoutGraph graph = chain_of(3, Direction::down);
  graph.edges.emplace_back();
  graph.edges.back().from.index = 2;
  graph.edges.back().to.index = 0;
  const Drawing d = layout_graph(graph);
  EXPECT_EQ(d.edges[2].points.size(), 4u);
  EXPECT_EQ(d.edges[2].from_side, d.edges[2].to_side);
  EXPECT_TRUE(d.edges[2].from_side == Side::left || d.edges[2].from_side == Side::right);
}

}  // namespace
}  // namespace drawplate
