#include "layout/page/outline.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "layout/page/shapes.h"

namespace drawplate {
namespace {

constexpr Rect boxes[] = {{10, 20, 80, 50}, {0, 0, 30, 90}, {-5, -5, 400, 12}, {1, 1, 60, 60}};

std::vector<ShapeKind> all_kinds() {
  std::vector<ShapeKind> kinds;
  for (const ShapeRow& row : shape_rows()) kinds.push_back(row.kind);
  return kinds;
}

/// Points on the path itself: curves are sampled.
std::vector<Point> samples(const Path& path) {
  std::vector<Point> points;
  Point at;
  for (const PathElement& e : path.elements) {
    if (e.kind == PathElement::Kind::close) continue;
    for (int i = 1; i <= 16 && e.kind == PathElement::Kind::cubic; ++i) {
      const double t = i / 16.0, s = 1 - t;
      const auto mix = [&](Pt a, Pt b, Pt c, Pt d) { return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d; };
      points.push_back({mix(at.x, e.c1.x, e.c2.x, e.to.x), mix(at.y, e.c1.y, e.c2.y, e.to.y)});
    }
    points.push_back(e.to);
    at = e.to;
  }
  return points;
}

TEST(Outline, every_kind_is_closed_and_fills_its_box) {
  for (const ShapeKind kind : all_kinds()) {
    for (const Rect& box : boxes) {
      const Path path = shape_outline(kind, box, 8);
      ASSERT_GE(path.elements.size(), 4u);
      EXPECT_EQ(path.elements.front().kind, PathElement::Kind::move);
      EXPECT_EQ(path.elements.back().kind, PathElement::Kind::close);
      Path sampled;
      for (const Point& p : samples(path)) sampled.line_to(p);
      const Rect covered = control_box(sampled);
      const Pt slack = 0.01 * std::max(box.width, box.height);  // the preset cloud and documents bulge by less than this
      EXPECT_GE(covered.left(), box.left() - slack) << static_cast<int>(kind);
      EXPECT_GE(covered.top(), box.top() - slack) << static_cast<int>(kind);
      EXPECT_LE(covered.right(), box.right() + slack) << static_cast<int>(kind);
      EXPECT_LE(covered.bottom(), box.bottom() + slack) << static_cast<int>(kind);
      if (kind == ShapeKind::actor) continue;  // its outline is the head alone
      EXPECT_LE(covered.left(), box.left() + slack) << static_cast<int>(kind);
      EXPECT_LE(covered.top(), box.top() + slack) << static_cast<int>(kind);
      EXPECT_GE(covered.right(), box.right() - slack) << static_cast<int>(kind);
      EXPECT_GE(covered.bottom(), box.bottom() - 0.03 * box.height) << static_cast<int>(kind);  // a document's wave ends above
    }
  }
}

TEST(Outline, details_stay_in_the_box) {
  for (const ShapeKind kind : all_kinds())
    for (const Rect& box : boxes)
      for (const Point& p : samples(shape_details(kind, box)))
        EXPECT_TRUE(contains(grown_by(box, 1e-6), p)) << static_cast<int>(kind) << " " << p.x << " " << p.y;
}

TEST(Outline, empty_boxes_give_finite_paths) {
  for (const ShapeKind kind : all_kinds())
    for (const Path& path : {shape_outline(kind, {}, 4), shape_details(kind, {})})
      for (const Point& p : samples(path)) EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y)) << static_cast<int>(kind);
}

TEST(Outline, kinds_turned_back_mirror_their_twins) {
  const Rect box{10, 20, 80, 50};
  const Path there = shape_outline(ShapeKind::parallelogram, box, 0), back = shape_outline(ShapeKind::parallelogram_back, box, 0);
  EXPECT_EQ(there.elements[0].to, (Point{10, 70}));
  EXPECT_EQ(back.elements[0].to, (Point{90, 70}));
  EXPECT_EQ(shape_outline(ShapeKind::triangle_inverted, box, 0).elements[1].to, (Point{50, 70}));
  EXPECT_EQ(shape_outline(ShapeKind::house, box, 0).elements[0].to, (Point{50, 20}));
}

TEST(Outline, arcs_end_where_their_angles_say) {
  Path path;
  path.move_to({0, 0});
  const Point right = arc_to(path, {0, 0}, {10, 5}, 180, 180);  // over the top
  EXPECT_NEAR(right.x, 20, 1e-9);
  EXPECT_NEAR(right.y, 0, 1e-9);
  EXPECT_EQ(path.elements.size(), 3u);
  EXPECT_NEAR(path.elements[1].to.x, 10, 1e-9);
  EXPECT_NEAR(path.elements[1].to.y, -5, 1e-9);
  const Point back = arc_to(path, right, {10, 5}, 0, -180);  // the same way back
  EXPECT_NEAR(back.x, 0, 1e-9);
  EXPECT_NEAR(path.elements[3].to.y, -5, 1e-9);
}

TEST(Outline, angles_are_measured_as_seen) {
  Path path;
  path.move_to({20, 0});
  const Point end = arc_to(path, {20, 0}, {20, 10}, 0, 45);  // centre is the origin
  EXPECT_NEAR(end.y, end.x, 1e-9);
}

}  // namespace
}  // namespace drawplate
