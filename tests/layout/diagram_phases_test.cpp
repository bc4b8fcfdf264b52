// Each phase's Ensures on seeded random compound graphs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "layout/layered/layering/cycles.h"
#include "layout/layered/layering/expand.h"
#include "layout/layered/layering/layers.h"
#include "layout/layered/layering/network_simplex.h"
#include "layout/layered/order/crossings.h"
#include "layout/layered/order/order.h"
#include "layout/layered/place/lanes.h"
#include "layout/layered/place/place.h"
#include "layout/layered/place/separation.h"
#include "layout/layered/regions/fold.h"
#include "layout/layered/regions/pack.h"
#include "tests/layout/diagram_random.h"

namespace drawplate::layered {
namespace {

using drawplate::testing::Dice;
using drawplate::testing::random_flat;

// ---- cycles
TEST(DiagramCycles, AGraphWithoutCyclesKeepsEveryEdge) {
  for (std::uint64_t seed = 0; seed < 60; ++seed)
    for (const layered::Run run : find_feedback(random_flat(seed, 15, 25, 0, true))) EXPECT_EQ(run, layered::Run::forward) << seed;
}

TEST(DiagramCycles, WithoutTheTurnedEdgesThereIsNoCycle) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Flat flat = random_flat(seed, 12, 30, 0, false);
    const std::vector<layered::Run> runs = find_feedback(flat);
    std::vector<std::set<int>> before(flat.nodes.size());  // nodes that must come earlier
    for (std::size_t e = 0; e < runs.size(); ++e) {
      const int a = flat.edges[e].from.index, b = flat.edges[e].to.index;
      EXPECT_EQ(runs[e] == layered::Run::free, a == b);
      if (runs[e] == layered::Run::forward) before[b].insert(a);
      if (runs[e] == layered::Run::backward) before[a].insert(b);
    }
    std::set<int> placed;
    for (std::size_t round = 0; round < flat.nodes.size(); ++round)
      for (std::size_t v = 0; v < flat.nodes.size(); ++v)
        if (std::includes(placed.begin(), placed.end(), before[v].begin(), before[v].end())) placed.insert(static_cast<int>(v));
    EXPECT_EQ(placed.size(), flat.nodes.size()) << seed;
  }
}

TEST(DiagramCycles, TheLastEdgeOfAWrittenLoopIsTheFeedback) {
  Flat flat;
  flat.nodes.resize(3);
  for (const auto& [a, b] : {std::pair(0, 1), std::pair(1, 2), std::pair(2, 0)}) {
    FlatEdge e;
    e.from.index = a;
    e.to.index = b;
    flat.edges.push_back(e);
  }
  EXPECT_THAT(find_feedback(flat), ::testing::ElementsAre(layered::Run::forward, layered::Run::forward, layered::Run::backward));
}

TEST(DiagramCycles, AFlowBeginsOutsideTheGroupsItComesInto) {
  // start -> one -> (first -> two -> last) -> one: what is inside the group runs down too, and only the way back runs up.
  enum { start, one, first, two, last };
  Flat flat;
  flat.groups.resize(1);
  flat.nodes.resize(5);
  for (int v : {first, two, last}) flat.nodes[v].group = 0;
  for (const auto& [a, b] :
       {std::pair(start, one), std::pair(one, first), std::pair(last, one), std::pair(first, two), std::pair(two, last)}) {
    FlatEdge e;
    e.from.index = a;
    e.to.index = b;
    flat.edges.push_back(e);
  }
  constexpr layered::Run forward = layered::Run::forward;
  EXPECT_THAT(find_feedback(flat), ::testing::ElementsAre(forward, forward, layered::Run::backward, forward, forward));
}

// ---- network simplex
TEST(DiagramNetworkSimplex, FindsTheLeastTotalLength) {
  // Every assignment of ranks 0…4 to five nodes is tried: none is shorter.
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    Dice dice{seed + 99};
    std::vector<RankEdge> edges;
    for (int k = 0; k < 7; ++k) {
      int a = static_cast<int>(dice.below(5)), b = static_cast<int>(dice.below(5));
      if (a == b) continue;
      edges.push_back({std::min(a, b), std::max(a, b), 1, 1 + static_cast<int>(dice.below(4))});
    }
    const auto length = [&](const std::vector<int>& rank) {
      int sum = 0;
      for (const RankEdge& e : edges) {
        if (rank[e.to] - rank[e.from] < e.min_length) return 1 << 20;
        sum += e.weight * (rank[e.to] - rank[e.from]);
      }
      return sum;
    };
    int best = 1 << 20;
    std::vector<int> rank(5);
    for (int code = 0; code < 3125; ++code) {
      for (int v = 0, rest = code; v < 5; ++v, rest /= 5) rank[v] = rest % 5;
      best = std::min(best, length(rank));
    }
    EXPECT_EQ(length(network_simplex(5, edges, 1000)), best) << seed;
  }
}

// ---- layers
TEST(DiagramLayers, EdgesSpanTheirLengthAndGroupsHoldTheirMembers) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Flat flat = random_flat(seed, 14, 22, 4, false);
    const std::vector<layered::Run> runs = find_feedback(flat);
    const Layering layering = assign_layers(flat, runs);
    for (std::size_t e = 0; e < runs.size(); ++e) {
      if (runs[e] == layered::Run::free) continue;
      const int a = layering.node[flat.edges[e].from.index], b = layering.node[flat.edges[e].to.index];
      const int span = runs[e] == layered::Run::forward ? b - a : a - b;
      EXPECT_GE(span, flat.edges[e].label_width > 0 ? 2 : 1) << "seed " << seed << " edge " << e;
    }
    for (std::size_t v = 0; v < flat.nodes.size(); ++v)
      for (int g : ancestors(flat, flat.nodes[v].group)) {
        EXPECT_GE(layering.node[v], layering.groups[g].first);
        EXPECT_LE(layering.node[v], layering.groups[g].last);
      }
    EXPECT_EQ(*std::min_element(layering.node.begin(), layering.node.end()), 0);
  }
}

// ---- order
Ranked ordered(const Flat& flat) {
  const std::vector<layered::Run> runs = find_feedback(flat);
  Ranked ranked = expand(flat, runs, assign_layers(flat, runs));
  order_layers(flat, ranked);
  return ranked;
}

TEST(DiagramOrder, GroupsAreWholeInEveryLayer) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Flat flat = random_flat(seed, 16, 24, 5, false);
    const Ranked ranked = ordered(flat);
    for (const auto& layer : ranked.layers) {
      std::vector<int> open{none};
      for (int i : layer) {
        const Item& item = ranked.items[i];
        if (item.kind == ItemKind::border_left) {
          EXPECT_EQ(flat.groups[item.ref].parent, open.back()) << seed;
          open.push_back(item.ref);
        } else if (item.kind == ItemKind::border_right) {
          EXPECT_EQ(open.back(), item.ref) << seed;
          open.pop_back();
        } else {
          EXPECT_EQ(item.group, open.back()) << seed;
        }
      }
      EXPECT_EQ(open.size(), 1u);
    }
  }
}

TEST(DiagramOrder, GroupsSideBySideNeverChangePlaces) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Flat flat = random_flat(seed, 16, 24, 5, false);
    const Ranked ranked = ordered(flat);
    std::set<std::pair<int, int>> left_of;
    for (const auto& layer : ranked.layers) {
      std::vector<int> seen;
      for (int i : layer) {
        if (ranked.items[i].kind != ItemKind::border_left) continue;
        for (int g : seen) left_of.insert({g, ranked.items[i].ref});
        seen.push_back(ranked.items[i].ref);
      }
    }
    for (const auto& [a, b] : left_of) {
      const bool siblings = flat.groups[a].parent == flat.groups[b].parent;
      EXPECT_FALSE(siblings && left_of.count({b, a})) << seed;
    }
  }
}

TEST(DiagramOrder, ATreeHasNoCrossings) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice{seed};
    Flat flat;
    flat.nodes.resize(30);
    for (int v = 1; v < 30; ++v) {
      FlatEdge e;
      e.from.index = static_cast<int>(dice.below(static_cast<std::uint32_t>(v)));
      e.to.index = v;
      flat.edges.push_back(e);
    }
    EXPECT_EQ(count_crossings(ordered(flat)), 0) << seed;
  }
}

TEST(DiagramOrder, TheWrittenOrderStaysWhereItCostsNothing) {
  Flat flat;
  flat.nodes.resize(6);
  for (int v = 1; v < 6; ++v) {
    FlatEdge e;
    e.to.index = v;
    flat.edges.push_back(e);
  }
  EXPECT_THAT(ordered(flat).layers[1], ::testing::ElementsAre(1, 2, 3, 4, 5));
}

// ---- place
TEST(DiagramPlace, NeighboursKeepTheirDistance) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Flat flat = random_flat(seed, 16, 24, 4, false);
    Ranked ranked = ordered(flat);
    add_lanes(flat, ranked);
    place_across(flat, ranked, {});
    for (const auto& layer : ranked.layers)
      for (std::size_t k = 0; k + 1 < layer.size(); ++k) {
        const Item &a = ranked.items[layer[k]], &b = ranked.items[layer[k + 1]];
        EXPECT_GE(b.x - a.x, separation_between(flat, a, b) - 0.001) << "seed " << seed;
      }
  }
}

TEST(DiagramSeparation, ACrowdedRowIsCentred) {
  LineProblem p;
  p.count = 4;  // three children that all want to stand under a fixed parent
  for (int k = 0; k < 2; ++k) p.separations.push_back({k, k + 1, 10});
  for (int k = 0; k < 3; ++k) p.springs.push_back({k, 3, 1, 0});
  const std::vector<Pt> x = solve_line(p, std::vector<Pt>(4, 0), 400);
  EXPECT_NEAR(x[1] - x[3], 0, 0.1);
  EXPECT_NEAR(x[1] - x[0], 10, 0.1);
  EXPECT_NEAR(x[2] - x[1], 10, 0.1);
}

TEST(DiagramSeparation, ACircleOfDistancesIsNotFeasible) {
  LineProblem p;
  p.count = 2;
  p.separations = {{0, 1, 1}, {1, 0, 1}};
  EXPECT_FALSE(is_feasible(p));
}

// ---- fold
TEST(DiagramFold, CutsWhereOneLinePassesForward) {
  const std::vector<Extent> things{{0, 10}, {20, 30}, {40, 50}, {60, 70}};
  const auto cuts = [&](const std::vector<std::pair<int, int>>& lines) {
    std::vector<Pt> at;
    for (const CutPlace& place : places_to_cut(things, lines)) at.push_back(place.at);
    return at;
  };
  EXPECT_THAT(cuts({{0, 1}, {1, 2}, {2, 3}}), ::testing::ElementsAre(15, 35, 55));
  EXPECT_THAT(cuts({{0, 1}, {0, 2}, {2, 3}}), ::testing::ElementsAre(35, 55));  // two lines pass at 15
  EXPECT_THAT(cuts({{0, 1}, {1, 2}, {3, 2}}), ::testing::ElementsAre(15, 35));  // the last only runs back
  EXPECT_THAT(cuts({{0, 1}, {2, 3}}), ::testing::ElementsAre(15, 55));          // none passes at 35
  EXPECT_THAT(places_to_cut({{0, 10}, {5, 30}}, {{0, 1}}), ::testing::IsEmpty());
  const std::vector<CutPlace> looped = places_to_cut(things, {{0, 1}, {1, 2}, {2, 3}, {2, 0}});
  ASSERT_EQ(looped.size(), 3u);
  EXPECT_EQ(looped[0].back, 1);
  EXPECT_EQ(looped[2].back, 0);
}

// ---- pack
TEST(DiagramPack, EqualCardsFillAGridOfThePagesRatio) {
  const std::vector<Size> cards(12, Size{90, 40});
  const std::vector<Point> places = pack_grid(cards, 10, 16.0 / 9);
  std::set<double> columns, rows;
  for (const Point& p : places) columns.insert(p.x), rows.insert(p.y);
  EXPECT_EQ(columns.size() * rows.size(), 12u);
  EXPECT_GE(columns.size(), 3u);
  EXPECT_LE(columns.size(), 4u);
}

}  // namespace
}  // namespace drawplate::layered
