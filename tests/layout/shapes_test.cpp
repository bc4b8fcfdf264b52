// The table of shapes: it and the deck's vocabulary name the same shapes, and what a row says of room and sites is true of its
// outline.
#include "layout/page/shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deck/model/vocabulary.h"
#include "layout/page/side.h"

namespace drawplate {
namespace {

constexpr Rect box{10, 20, 160, 90};

/// The outline as corners; curves are parted.
std::vector<Point> corners_of(const Path& path) {
  std::vector<Point> points;
  for (const PathElement& e : path.elements) {
    if (e.kind == PathElement::Kind::close) continue;
    const Point from = points.empty() ? e.to : points.back();
    for (int i = 1; i < 32 && e.kind == PathElement::Kind::cubic; ++i) {
      const double t = i / 32.0, s = 1 - t;
      const auto mix = [&](Pt a, Pt b, Pt c, Pt d) { return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d; };
      points.push_back({mix(from.x, e.c1.x, e.c2.x, e.to.x), mix(from.y, e.c1.y, e.c2.y, e.to.y)});
    }
    points.push_back(e.to);
  }
  return points;
}

Pt distance_to(const std::vector<Point>& corners, Point p) {
  Pt least = 1e9;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i], b = corners[(i + 1) % corners.size()];
    const Vec ab = b - a, ap = p - a;
    const double whole = ab.x * ab.x + ab.y * ab.y;
    const double t = whole > 0 ? std::clamp((ab.x * ap.x + ab.y * ap.y) / whole, 0.0, 1.0) : 0;
    least = std::min(least, length(p - (a + ab * t)));
  }
  return least;
}

TEST(Shapes, EveryRowIsOfItsKindAndHasAName) {
  std::set<std::string_view> names;
  for (const ShapeRow& row : shape_rows()) {
    EXPECT_EQ(&shape_row(row.kind), &row) << row.name;
    EXPECT_TRUE(row.outline) << row.name;
    EXPECT_FALSE(row.name.empty());
    EXPECT_TRUE(names.insert(row.name).second) << row.name << " names two rows";
  }
}

TEST(Shapes, TheDecksVocabularyAndTheTableNameTheSameShapes) {
  std::vector<std::string> own,
      expected = {"card", "rect", "round", "pill", "circle", "double_circle", "text", "bar", "dot", "dot_ringed", "brace", "table"};
  std::set<ShapeKind> drawn;
  for (std::size_t i = 0; i < shape_names.size(); ++i) {
    const NodeForm& form = node_form(static_cast<NodeShape>(i));
    EXPECT_EQ(form.shape, static_cast<NodeShape>(i));
    drawn.insert(form.kind);
    if (shape_row(form.kind).name != shape_names[i]) own.emplace_back(shape_names[i]);
  }
  EXPECT_EQ(own, expected);
  for (const ShapeRow& row : shape_rows()) EXPECT_TRUE(drawn.contains(row.kind)) << row.name << " is drawn for no shape of the deck";
}

TEST(Shapes, SidesThatAreFilledHaveTheirMiddlesOnTheOutline) {
  for (const ShapeRow& row : shape_rows()) {
    if (!row.fills_sides) continue;
    const std::vector<Point> corners = corners_of(row.outline(box, 8));
    for (const Side side : {Side::top, Side::right, Side::bottom, Side::left})
      EXPECT_LE(distance_to(corners, middle_of(box, side)), 0.5) << row.name << " " << side_names[static_cast<std::size_t>(side)];
  }
}

TEST(Shapes, SitesOfPresetsAreOnTheOutline) {
  for (const ShapeRow& row : shape_rows()) {
    if (row.preset.name.empty()) continue;
    const std::vector<Point> corners = corners_of(row.outline(box, 8));
    for (const Side side : {Side::top, Side::right, Side::bottom, Side::left}) {
      if (row.preset.site(side) < 0) continue;
      EXPECT_LE(distance_to(corners, middle_of(box, side)), 0.5) << row.name << " " << side_names[static_cast<std::size_t>(side)];
    }
  }
}

TEST(Shapes, TextStaysInTheBox) {
  for (const ShapeRow& row : shape_rows()) {
    const Rect text = text_rectangle(row.kind, box, 8);
    EXPECT_EQ(union_of(text, box), box) << row.name;
    EXPECT_GT(text.width * text.height, 0) << row.name;
    EXPECT_LE(row.room.left + row.room.width, 1.0001) << row.name;
    EXPECT_LE(row.room.top + row.room.height, 1.0001) << row.name;
  }
}

}  // namespace
}  // namespace drawplate
