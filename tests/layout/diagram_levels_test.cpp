// Rows that edges run along: the row holds, and its edges run inside it.
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "layout/layered/layout.h"

namespace drawplate {
namespace {

/// A root above a row of three.
LayoutGraph row_of_three() {
  LayoutGraph graph;
  graph.nodes.assign(4, {{60, 30}, {}, OutlineKind::box});
  for (const auto& [from, to] : {std::pair{0u, 1u}, {0u, 2u}, {0u, 3u}}) {
    graph.edges.emplace_back();
    graph.edges.back().from.index = from, graph.edges.back().to.index = to;
  }
  graph.requests.push_back({.kind = LayoutWish::Kind::same_row, .nodes = {1, 2, 3}});
  return graph;
}

void connect(LayoutGraph& graph, std::uint32_t from, std::uint32_t to) {
  graph.edges.emplace_back();
  graph.edges.back().from.index = from, graph.edges.back().to.index = to;
}

void expect_one_row(const Drawing& drawing) {
  EXPECT_NEAR(drawing.nodes[1].mid_y(), drawing.nodes[2].mid_y(), 0.01);
  EXPECT_NEAR(drawing.nodes[2].mid_y(), drawing.nodes[3].mid_y(), 0.01);
  EXPECT_GT(drawing.nodes[1].top(), drawing.nodes[0].bottom());
}

TEST(DiagramLevels, NeighboursAreJoinedFromSideToSide) {
  LayoutGraph graph = row_of_three();
  connect(graph, 1, 2);
  connect(graph, 2, 3);
  const Drawing drawing = layout_graph(graph);
  expect_one_row(drawing);
  for (const std::size_t e : {3u, 4u}) {
    const auto& points = drawing.edges[e].points;
    ASSERT_EQ(points.size(), 2u);
    EXPECT_NEAR(points[0].y, points[1].y, 0.01);
    EXPECT_LT(points[0].x, points[1].x);
  }
}

TEST(DiagramLevels, OthersGoRoundWhatStandsBetween) {
  LayoutGraph graph = row_of_three();
  connect(graph, 1, 2);
  connect(graph, 2, 3);
  connect(graph, 1, 3);
  const Drawing drawing = layout_graph(graph);
  expect_one_row(drawing);
  const auto& points = drawing.edges[5].points;
  ASSERT_GE(points.size(), 4u);
  for (std::size_t k = 0; k + 1 < points.size(); ++k)
    EXPECT_TRUE(std::abs(points[k].x - points[k + 1].x) < 0.01 || std::abs(points[k].y - points[k + 1].y) < 0.01);
}

TEST(DiagramLevels, OnlyTheRowThatEdgesTearApartIsGivenUp) {
  LayoutGraph graph = row_of_three();
  graph.nodes.resize(6, graph.nodes[0]);
  connect(graph, 1, 4);
  connect(graph, 4, 5);
  graph.requests.push_back({.kind = LayoutWish::Kind::same_row, .nodes = {1, 5}});  // 4 stands between
  expect_one_row(layout_graph(graph));
}

TEST(DiagramLevels, LoosePartsOfOneRowStandInIt) {
  LayoutGraph graph;
  graph.nodes.assign(4, {{60, 30}, {}, OutlineKind::box});
  connect(graph, 0, 1);
  connect(graph, 2, 3);
  graph.requests.push_back({.kind = LayoutWish::Kind::same_row, .nodes = {1, 2}});
  const Drawing drawing = layout_graph(graph);
  EXPECT_NEAR(drawing.nodes[1].mid_y(), drawing.nodes[2].mid_y(), 0.01);
  EXPECT_LT(drawing.nodes[0].bottom(), drawing.nodes[1].top());
  EXPECT_GT(drawing.nodes[3].top(), drawing.nodes[2].bottom());
}

}  // namespace
}  // namespace drawplate
