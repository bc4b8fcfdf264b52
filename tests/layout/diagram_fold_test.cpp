// Cutting a long drawing into columns, the lines between these, and the local search on orders.
#include "layout/layered/regions/fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/layered/detours/scene.h"
#include "layout/layered/layering/cycles.h"
#include "layout/layered/layering/expand.h"
#include "layout/layered/layering/layers.h"
#include "layout/layered/order/crossings.h"
#include "layout/layered/order/moves.h"
#include "layout/layered/order/order.h"
#include "layout/layered/regions/fold_lines.h"
#include "layout/layered/regions/turn.h"
#include "tests/layout/diagram_random.h"

namespace drawplate::layered {
namespace {

using drawplate::testing::Dice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Extent> rows(int count) {
  std::vector<Extent> things;
  for (int k = 0; k < count; ++k) things.push_back({k * 50.0, k * 50.0 + 30});
  return things;
}

std::vector<std::pair<int, int>> chain(int count) {
  std::vector<std::pair<int, int>> lines;
  for (int k = 0; k + 1 < count; ++k) lines.push_back({k, k + 1});
  return lines;
}

TEST(DiagramFold, AChainIsCutIntoEvenColumns) {
  EXPECT_THAT(find_cuts(rows(6), chain(6), 2), ElementsAre(140));
  EXPECT_THAT(find_cuts(rows(6), chain(6), 3), ElementsAre(90, 190));
  EXPECT_THAT(find_cuts(rows(6), chain(6), 1), IsEmpty());
  EXPECT_THAT(find_cuts({}, {}, 3), IsEmpty());
}

TEST(DiagramFold, NoCutWhereTwoLinesPassOrManyRunBack) {
  std::vector<std::pair<int, int>> lines = chain(6);
  lines.push_back({1, 3});
  for (const Pt at : find_cuts(rows(6), lines, 2)) EXPECT_FALSE(at > 80 && at < 150) << at;
  lines = chain(6);
  for (int k = 0; k < 3; ++k) lines.push_back({5, 0});
  EXPECT_THAT(find_cuts(rows(6), lines, 2), IsEmpty());
}

TEST(DiagramFold, CutsRatherWhereNoLineLeadsBack) {
  std::vector<std::pair<int, int>> lines = chain(24);
  lines.push_back({23, 0});
  EXPECT_THAT(find_cuts(rows(24), lines, 2), ElementsAre(590));
  lines.back() = {12, 1};
  EXPECT_THAT(find_cuts(rows(24), lines, 2), ElementsAre(640));
}

TEST(DiagramFold, CutsGoThroughNothingAndExactlyOneLine) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Dice dice{seed * 911 + 1};
    const int count = 4 + static_cast<int>(dice.below(10)), columns = 2 + static_cast<int>(dice.below(3));
    std::vector<Extent> things = rows(count);
    for (Extent& e : things) e.end += dice.below(40);
    std::vector<std::pair<int, int>> lines = chain(count);
    for (std::uint32_t k = dice.below(3); k > 0; --k) {
      const int a = static_cast<int>(dice.below(static_cast<std::uint32_t>(count)));
      lines.push_back({a, std::min(count - 1, a + 2)});
    }
    const std::vector<Pt> cuts = find_cuts(things, lines, columns);
    EXPECT_LT(cuts.size(), static_cast<std::size_t>(columns));
    EXPECT_TRUE(std::is_sorted(cuts.begin(), cuts.end()));
    for (const Pt at : cuts) {
      for (const Extent& e : things) EXPECT_FALSE(e.begin < at && e.end > at) << seed;
      EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [&](auto l) { return things[l.first].end < at && things[l.second].begin > at; }),
                1)
          << seed;
    }
  }
}

TEST(DiagramFoldLines, GoOutAndInAtTheSideWithTheirLabel) {
  LayoutGraph graph;
  graph.nodes = {{{60, 30}, {}, OutlineKind::box}, {{60, 30}, {}, OutlineKind::box}};
  graph.edges.emplace_back();
  graph.edges[0].to.index = 1;
  graph.edges[0].label = {20, 12};
  Drawing drawing;
  drawing.nodes = {{0, 200, 60, 30}, {140, 0, 60, 30}};
  drawing.groups = {};
  drawing.edges.resize(1);
  lead_folds(graph, {{Direction::down, {{false, 0}, {false, 1}}, {0}, {}}}, drawing);
  const DrawnEdge& edge = drawing.edges[0];
  ASSERT_GE(edge.points.size(), 2u);
  EXPECT_NEAR(edge.points.front().x, 60, 0.01);
  EXPECT_NEAR(edge.points.back().x, 140, 0.01);
  EXPECT_GT(edge.label.width, 0);
  for (const Rect& node : drawing.nodes) EXPECT_FALSE(overlaps(edge.label, node));
}

/// Two columns of three; a line leads on, one leads back from the last box to the second.
TEST(DiagramFoldLines, BackGoRoundTheLineThatLeadsOn) {
  for (const Direction d : {Direction::down, Direction::up, Direction::right, Direction::left}) {
    LayoutGraph graph;
    graph.direction = d;
    graph.nodes.assign(6, {is_sideways(d) ? Size{30, 60} : Size{60, 30}, {}, OutlineKind::box});
    graph.edges.resize(2);
    graph.edges[0].from.index = 2, graph.edges[0].to.index = 3;
    graph.edges[1].from.index = 5, graph.edges[1].to.index = 1;
    Drawing drawing;
    FoldedPart part{d, {}, {0}, {1}};
    for (std::uint32_t v = 0; v < 6; ++v) {
      drawing.nodes.push_back(turned_back(Rect{v < 3 ? 0.0 : 140.0, (v % 3) * 60.0, 60, 30}, d));
      part.things.push_back({false, v});
    }
    drawing.edges.resize(2);
    lead_folds(graph, {part}, drawing);
    const Scene scene(graph, drawing);
    for (int e : {0, 1}) {
      const Verdict verdict = scene.judge(e, drawing.edges[e].points);
      EXPECT_TRUE(verdict.allowed) << e;
      EXPECT_EQ(verdict.crossings, 0) << e;
    }
  }
}

// ---- moves
Ranked random_ranked(std::uint64_t seed, Flat& flat) {
  Dice dice{seed * 5003 + 11};
  for (int g = 0; g < 3; ++g) {
    FlatGroup group;
    group.pad = {16, 30, 16, 16};
    flat.groups.push_back(group);
  }
  for (int v = 0; v < 18; ++v) flat.nodes.push_back({50, 30, v < 9 ? v / 3 : none, OutlineKind::box});
  for (int e = 0; e < 30; ++e) {
    const int a = static_cast<int>(dice.below(18)), b = static_cast<int>(dice.below(18));
    if (a == b) continue;
    FlatEdge edge;
    edge.from = {false, std::min(a, b)};
    edge.to = {false, std::max(a, b)};
    flat.edges.push_back(edge);
  }
  const std::vector<layered::Run> runs = find_feedback(flat);
  Ranked ranked = expand(flat, runs, assign_layers(flat, runs));
  order_layers(flat, ranked);
  for (auto& layer : ranked.layers)  // disturbed again, within groups
    for (std::size_t k = 0; k + 1 < layer.size(); ++k) {
      Item &p = ranked.items[layer[k]], &q = ranked.items[layer[k + 1]];
      if (p.group != q.group || p.kind != ItemKind::node || q.kind != ItemKind::node || dice.chance(40)) continue;
      std::swap(layer[k], layer[k + 1]);
      std::swap(p.pos, q.pos);
    }
  return ranked;
}

long searched(const Flat& flat, Ranked& ranked, long effort) {
  LayerClock clock(ranked.layers.size());
  CrossingCounter counter(ranked, clock);
  return LocalSearch(flat, ranked, OrderWishes(flat, ranked), clock, counter).run(effort);
}

TEST(DiagramMoves, NeverMakeMoreCrossingsAndKeepEveryItemInItsLayer) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Flat flat;
    Ranked ranked = random_ranked(seed, flat);
    const double before = count_crossings(ranked);
    std::vector<std::vector<int>> layers = ranked.layers;
    searched(flat, ranked, 500'000);
    EXPECT_LE(count_crossings(ranked), before + 1e-6) << seed;
    ASSERT_EQ(ranked.layers.size(), layers.size());
    for (std::size_t l = 0; l < layers.size(); ++l) {
      EXPECT_TRUE(std::is_permutation(layers[l].begin(), layers[l].end(), ranked.layers[l].begin(), ranked.layers[l].end())) << seed;
      for (std::size_t k = 0; k < ranked.layers[l].size(); ++k) EXPECT_EQ(ranked.items[ranked.layers[l][k]].pos, static_cast<int>(k));
    }
  }
}

TEST(DiagramMoves, StopWithoutEffort) {
  Flat flat;
  Ranked ranked = random_ranked(1, flat);
  const auto layers = ranked.layers;
  EXPECT_LE(searched(flat, ranked, 0), 0);
  EXPECT_EQ(ranked.layers, layers);
}

}  // namespace
}  // namespace drawplate::layered
