// Boxes of items: those they were given, and those of what they show.
#include "layout/page/bounds.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace drawplate {
namespace {

Item item_of(decltype(Item::what) what) {
  Item item;
  item.what = std::move(what);
  return item;
}

Item shape_at(Rect box, Pt stroke = 0) {
  Shape shape{.box = box};
  if (stroke > 0) shape.stroke = Stroke{.width = stroke};
  return item_of(std::move(shape));
}

Item line_from(Point a, Point b) { return item_of(Connector{.route = {a, b}, .stroke = {.width = 2}}); }

TEST(Bounds, AGroupHasTheBoxOfItsMembers) {
  ItemGroup inner{{shape_at({10, 10, 5, 5}, 4), item_of(ItemGroup{})}}, outer{{item_of(inner), line_from({0, 40}, {30, 40})}};
  EXPECT_EQ(bounds_of(item_of(inner)), (Rect{10, 10, 5, 5}));
  EXPECT_EQ(bounds_of(item_of(outer)), (Rect{0, 10, 30, 30}));
  EXPECT_EQ(bounds_of(item_of(ItemGroup{})), std::nullopt);
}

TEST(Bounds, InkHasWidthAndTextItsLines) {
  EXPECT_EQ(ink_bounds_of({shape_at({10, 10, 5, 5}, 4)}), (Rect{8, 8, 9, 9}));
  EXPECT_EQ(ink_bounds_of({line_from({0, 40}, {30, 40})}), (Rect{-1, 39, 32, 2}));
  TextBlock block;
  block.box = {0, 0, 100, 100};
  block.paragraphs.push_back({.line_height = 20, .lines = {{.baseline = 50, .left = 10, .width = 30}}});
  EXPECT_EQ(ink_bounds_of({item_of(block)}), (Rect{10, 35, 30, 20}));
  EXPECT_EQ(bounds_of(item_of(block)), (Rect{0, 0, 100, 100}));
  EXPECT_EQ(ink_bounds_of({item_of(ItemGroup{})}), std::nullopt);
}

TEST(Bounds, WhatAWriterWritesIsJoinedWithoutWhatItLeavesOut) {
  const auto only_shapes =
      Overloaded{[](const Shape& shape) { return std::optional(shape.box); },
                 [](const OneOf<Connector, TextBlock, Freeform, Picture, TableGrid, Formula> auto&) { return std::optional<Rect>(); }};
  const Item group = item_of(ItemGroup{{shape_at({10, 10, 5, 5}), line_from({0, 40}, {30, 40})}});
  EXPECT_EQ(joined_box(group, only_shapes), (Rect{10, 10, 5, 5}));
  EXPECT_EQ(joined_box(line_from({0, 40}, {30, 40}), only_shapes), std::nullopt);
}

}  // namespace
}  // namespace drawplate
