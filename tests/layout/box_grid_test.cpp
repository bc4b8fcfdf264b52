// What a grid of boxes finds near a place is what looking at every box finds.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "layout/layered/detours/box_grid.h"

namespace drawplate::layered {
namespace {

std::set<std::uint32_t> found_in(const BoxGrid& grid, const std::vector<Rect>& boxes, const Rect& area) {
  std::set<std::uint32_t> found;
  grid.any_near(area, [&](std::uint32_t i) {
    if (overlaps(area, boxes[i])) found.insert(i);
    return false;
  });
  return found;
}

TEST(BoxGrid, FindsEveryBoxThatMeetsAnArea) {
  std::mt19937 random(7);
  const auto number = [&](double most) { return std::uniform_real_distribution<double>(0, most)(random); };
  for (const std::size_t count : {0u, 1u, 2u, 40u, 300u}) {
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < count; ++i) boxes.push_back({number(2000), number(300), number(200), number(40)});
    const BoxGrid grid(boxes);
    for (int trial = 0; trial < 200; ++trial) {
      const Rect area{number(2600) - 300, number(600) - 150, number(trial % 2 ? 900 : 2), number(60)};
      std::set<std::uint32_t> expected;
      for (std::uint32_t i = 0; i < count; ++i)
        if (overlaps(area, boxes[i])) expected.insert(i);
      EXPECT_EQ(found_in(grid, boxes, area), expected);
    }
  }
}

TEST(BoxGrid, StopsAtTheFirstThatPasses) {
  const std::vector<Rect> boxes{{0, 0, 10, 10}, {20, 0, 10, 10}};
  int asked = 0;
  EXPECT_TRUE(BoxGrid(boxes).any_near({0, 0, 40, 10}, [&](std::uint32_t) { return ++asked > 0; }));
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace drawplate::layered
