// Basic shapes, transform lists, and dots drawn as lines of no length.
#include "icons/svg_shapes.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "icons/svg_path.h"

namespace drawplate {
namespace {

void expect_box(const Path& path, Rect expected) {
  const Rect box = control_box(path);
  EXPECT_NEAR(box.x, expected.x, 1e-9);
  EXPECT_NEAR(box.y, expected.y, 1e-9);
  EXPECT_NEAR(box.width, expected.width, 1e-9);
  EXPECT_NEAR(box.height, expected.height, 1e-9);
}

TEST(SvgShapes, fill_their_boxes) {
  expect_box(svg_rect({1, 2, 10, 6}, 0, 0), {1, 2, 10, 6});
  expect_box(svg_rect({1, 2, 10, 6}, 2, 1), {1, 2, 10, 6});
  expect_box(svg_rect({1, 2, 10, 6}, 99, 99), {1, 2, 10, 6});
  expect_box(svg_ellipse({5, 6}, 3, 2), {2, 4, 6, 4});
  EXPECT_EQ(svg_rect({1, 2, 10, 6}, 0, 0).elements.size(), 5u);
  EXPECT_EQ(svg_rect({1, 2, 10, 6}, 2, 1).elements.size(), 10u);
  EXPECT_EQ(svg_ellipse({5, 6}, 3, 2).elements.size(), 6u);
}

TEST(SvgShapes, polylines_need_two_points) {
  EXPECT_TRUE(svg_polyline({}, true).empty());
  const Point three[] = {{1, 1}, {2, 1}, {2, 2}};
  EXPECT_EQ(svg_polyline(three, false).elements.size(), 3u);
  EXPECT_EQ(svg_polyline(three, true).elements.size(), 4u);
  EXPECT_EQ(read_svg_points("1,2 3-4").points, (std::vector<Point>{{1, 2}, {3, -4}}));
  EXPECT_EQ(read_svg_points("1 2 3").fault, (SvgFault{5, "points must be pairs of numbers up to 1000000"}));
}

void expect_transform(std::string_view text, Point from, Point to) {
  const SvgTransform transform = read_svg_transform(text);
  ASSERT_FALSE(transform.fault) << text << ": " << transform.fault->message;
  const Point moved = transform.matrix * from;
  EXPECT_NEAR(moved.x, to.x, 1e-9) << text;
  EXPECT_NEAR(moved.y, to.y, 1e-9) << text;
}

TEST(SvgTransforms, map_points_as_svg_says) {
  expect_transform("", {1, 2}, {1, 2});
  expect_transform("translate(3)", {1, 2}, {4, 2});
  expect_transform("translate(3,-4)", {1, 2}, {4, -2});
  expect_transform("scale(2)", {1, 2}, {2, 4});
  expect_transform("scale(2 3)", {1, 2}, {2, 6});
  expect_transform("rotate(90)", {1, 0}, {0, 1});
  expect_transform("rotate(90 1 1)", {2, 1}, {1, 2});
  expect_transform("skewX(45)", {1, 2}, {3, 2});
  expect_transform("skewY(45)", {1, 2}, {1, 3});
  expect_transform("matrix(1 2 3 4 5 6)", {1, 1}, {9, 12});
  expect_transform(" translate(10,0) , scale(2) ", {1, 1}, {12, 2});
}

TEST(SvgTransforms, tell_what_is_wrong) {
  const std::string kinds = "a transform must be matrix, translate, scale, rotate, skewX or skewY";
  EXPECT_EQ(read_svg_transform("turn 3").fault, (SvgFault{0, kinds}));
  EXPECT_EQ(read_svg_transform("scale(1) turn(3)").fault, (SvgFault{9, kinds + ", each with its numbers"}));
  EXPECT_EQ(read_svg_transform("rotate(1,2)").fault, (SvgFault{0, kinds + ", each with its numbers"}));
  EXPECT_EQ(read_svg_transform("scale(1").fault, (SvgFault{0, kinds + ", each with its numbers"}));
  EXPECT_EQ(read_svg_transform("scale(1e9)").fault, (SvgFault{6, "a transform's number is not one, or is over 1000000"}));
  std::string many;
  for (int i = 0; i < 101; ++i) many += "scale(1)";
  EXPECT_EQ(read_svg_transform(many).fault, (SvgFault{800, "more than 100 transforms in one list"}));
}

TEST(SvgDots, become_filled_circles) {
  Path stroked = read_svg_path("M5 5h.01M9 9zM1 1h4M7 7").path;
  const Path dots = take_dots(stroked, 0.75);
  EXPECT_EQ(stroked.elements, read_svg_path("M1 1h4").path.elements);
  ASSERT_EQ(dots.elements.size(), 12u);
  expect_box(dots, {4.25, 4.25, 5.5, 5.5});
}

}  // namespace
}  // namespace drawplate
