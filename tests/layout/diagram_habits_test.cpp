// Graphs as people write them, each with the one thing that a reader expects of it: where flows begin, how groups with a
// direction of their own stand, that folded lines are drawn once.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/layered/detours/hard_faults.h"
#include "layout/layered/layout.h"
#include "tests/layout/diagram_geometry.h"

namespace drawplate {
namespace {

using ::testing::IsEmpty;

constexpr Size usual{80, 32};

LayoutGraph graph_of(std::size_t nodes, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  LayoutGraph graph;
  graph.nodes.assign(nodes, {usual, {}, OutlineKind::box});
  for (const auto& [from, to] : edges) {
    graph.edges.emplace_back();
    graph.edges.back().from.index = from;
    graph.edges.back().to.index = to;
  }
  return graph;
}

void put_into_group(LayoutGraph& graph, const std::vector<std::uint32_t>& nodes, std::optional<Direction> direction = {}) {
  LayoutGroup group;
  group.title = {50, 16};
  group.direction = direction;
  for (const std::uint32_t v : nodes) graph.nodes[v].group = static_cast<std::uint32_t>(graph.groups.size());
  graph.groups.push_back(group);
}

TEST(DiagramHabits, TwoChecksThatLeadBackIntoAGroupDoNotTurnItOver) {
  // Branch, Code, Pull request | Approved?, Smoke ok?, Done
  LayoutGraph graph = graph_of(6, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 1}, {4, 5}});
  put_into_group(graph, {0, 1, 2});
  const Drawing drawing = layout_graph(graph);
  for (std::size_t v = 0; v + 1 < 6; ++v) EXPECT_LT(drawing.nodes[v].bottom(), drawing.nodes[v + 1].top()) << v;
}

TEST(DiagramHabits, FourLinesBackToTheFirstStepLeaveItFirst) {
  LayoutGraph graph = graph_of(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {2, 0}, {3, 0}, {4, 0}, {5, 0}});
  const Drawing drawing = layout_graph(graph);
  for (std::size_t v = 0; v + 1 < 6; ++v) EXPECT_LT(drawing.nodes[v].bottom(), drawing.nodes[v + 1].top()) << v;
}

TEST(DiagramHabits, EdgesOutsideOfCyclesRunForwardInAnyWrittenOrder) {
  // 3 → 2 → 1 is written backwards and in no cycle; 4, 5, 6 are a cycle behind it.
  LayoutGraph graph = graph_of(7, {{3, 2}, {2, 1}, {1, 4}, {4, 5}, {5, 6}, {6, 4}, {0, 3}});
  const Drawing drawing = layout_graph(graph);
  const std::vector<std::size_t> order{0, 3, 2, 1, 4, 5, 6};
  for (std::size_t k = 0; k + 1 < order.size(); ++k) EXPECT_LT(drawing.nodes[order[k]].bottom(), drawing.nodes[order[k + 1]].top()) << k;
}

TEST(DiagramHabits, ALineBackToAGroupDoesNotMoveItBehindItsSource) {
  // a → P, a → Q, P → c, Q → c, c → d, d → P
  LayoutGraph graph = graph_of(7, {});
  put_into_group(graph, {1, 2});
  put_into_group(graph, {3, 4});
  const auto join = [&](LayoutEnd from, LayoutEnd to) {
    graph.edges.emplace_back();
    graph.edges.back().from = from;
    graph.edges.back().to = to;
  };
  const LayoutEnd a{false, 0}, c{false, 5}, d{false, 6}, p{true, 0}, q{true, 1};
  join(a, p), join(a, q), join(p, c), join(q, c), join(c, d), join(d, p);
  const Drawing drawing = layout_graph(graph);
  for (const Rect& group : drawing.groups) {
    EXPECT_LT(drawing.nodes[0].bottom(), group.top());
    EXPECT_LT(group.bottom(), drawing.nodes[5].top());
  }
}

TEST(DiagramHabits, LooseNodesOfAGroupStandAsItsDirectionSays) {
  for (const Direction direction : {Direction::right, Direction::left, Direction::up}) {
    LayoutGraph graph = graph_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
    put_into_group(graph, {1, 2, 3, 4}, direction);
    const Drawing drawing = layout_graph(graph);
    EXPECT_EQ(layered::hard_faults(graph, drawing), 0);
    const bool level = direction == Direction::right || direction == Direction::left;
    const bool backward = direction == Direction::left || direction == Direction::up;
    for (std::size_t v = 1; v + 1 < 5; ++v) {
      const Rect &first = drawing.nodes[backward ? v + 1 : v], &second = drawing.nodes[backward ? v : v + 1];
      EXPECT_NEAR(level ? first.mid_y() : first.mid_x(), level ? second.mid_y() : second.mid_x(), 0.01);
      EXPECT_LT(level ? first.right() : first.bottom(), level ? second.left() : second.top());
    }
  }
}

TEST(DiagramHabits, AFoldedChainOfAnyLengthDrawsItsLinesOnce) {
  for (const std::size_t length : {12, 450}) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> chain;
    for (std::uint32_t v = 0; v + 1 < length; ++v) chain.emplace_back(v, v + 1);
    LayoutGraph graph = graph_of(length, chain);
    graph.columns = 3;
    EXPECT_THAT(testing::faults_of(graph, layout_graph(graph)), IsEmpty()) << length;
  }
}

}  // namespace
}  // namespace drawplate
