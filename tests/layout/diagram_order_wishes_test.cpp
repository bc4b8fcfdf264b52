// The order that people ask for holds, and the search for few crossings goes on around it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/layered/layering/cycles.h"
#include "layout/layered/layering/expand.h"
#include "layout/layered/layering/layers.h"
#include "layout/layered/order/crossings.h"
#include "layout/layered/order/order.h"
#include "layout/layered/order/order_wishes.h"
#include "tests/layout/diagram_random.h"

namespace drawplate::layered {
namespace {

Ranked expanded(const Flat& flat) {
  const std::vector<Run> runs = find_feedback(flat);
  return expand(flat, runs, assign_layers(flat, runs));
}

Ranked ordered(const Flat& flat) {
  Ranked ranked = expanded(flat);
  order_layers(flat, ranked);
  return ranked;
}

/// Two chains of three below a root: 1 2 3 and 4 5 6.
Flat two_chains() {
  Flat flat;
  flat.nodes.resize(7, {60, 30});
  for (const auto& [from, to] : {std::pair{0, 1}, {0, 4}, {1, 2}, {2, 3}, {4, 5}, {5, 6}}) {
    FlatEdge edge;
    edge.from.index = from, edge.to.index = to;
    flat.edges.push_back(edge);
  }
  return flat;
}

bool stands_left(const Ranked& ranked, int a, int b) { return ranked.items[a].pos < ranked.items[b].pos; }

TEST(DiagramOrderWishes, WhatHangsBelowFollows) {
  Flat flat = two_chains();
  ASSERT_TRUE(stands_left(ordered(flat), 1, 4));
  flat.in_order = {{4, 1}};
  const Ranked ranked = ordered(flat);
  EXPECT_TRUE(stands_left(ranked, 4, 1));
  EXPECT_TRUE(stands_left(ranked, 6, 3));
  EXPECT_EQ(count_crossings(ranked), 0);
}

TEST(DiagramOrderWishes, ThoseThatShareANodeHoldTogether) {
  Flat flat;
  flat.nodes.resize(4, {60, 30});
  flat.in_order = {{3, 1}, {1, 0}, {2, 1}};
  const Ranked ranked = ordered(flat);
  EXPECT_TRUE(stands_left(ranked, 3, 1));
  EXPECT_TRUE(stands_left(ranked, 2, 1));
  EXPECT_TRUE(stands_left(ranked, 1, 0));
}

TEST(DiagramOrderWishes, ThoseThatContradictEachOtherLoseNoNode) {
  Flat flat = two_chains();
  flat.in_order = {{1, 4}, {4, 1}};
  const Ranked ranked = ordered(flat);
  std::vector<int> layer = ranked.layers[ranked.items[1].layer];
  std::sort(layer.begin(), layer.end());
  EXPECT_EQ(layer, (std::vector{1, 4}));
}

TEST(DiagramOrderWishes, HoldInAnyGraphAmongNodesOfOneGroupAndLayer) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Flat flat = testing::random_flat(seed, 16, 24, 4, false);
    std::vector<int> wish;
    for (int v = 15; v >= 0; v -= 2) wish.push_back(v);
    flat.in_order = {wish};
    const Ranked ranked = ordered(flat);
    for (std::size_t a = 0; a < wish.size(); ++a)
      for (std::size_t b = a + 1; b < wish.size(); ++b) {
        const Item &p = ranked.items[wish[a]], &q = ranked.items[wish[b]];
        const bool are_bound = p.layer == q.layer && p.group == q.group;
        EXPECT_TRUE(!are_bound || p.pos < q.pos) << seed;
      }
  }
}

}  // namespace
}  // namespace drawplate::layered
