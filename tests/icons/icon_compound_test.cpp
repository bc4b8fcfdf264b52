// Cutting by a circle, and badges on every core icon.
#include "icons/icon_compound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icons/icon_core.h"
#include "icons/svg_path.h"
#include "icons/svg_shapes.h"

namespace drawplate {
namespace {

struct Sample {
  Point at;
  bool begins;
};
/// Points along a path, 20 a segment.
std::vector<Sample> sampled(const Path& path) {
  std::vector<Sample> out;
  Point from, start;
  for (const PathElement& e : path.elements) {
    if (e.kind == PathElement::Kind::move) {
      out.push_back({e.to, true});
      start = e.to;
    } else {
      const Point to = e.kind == PathElement::Kind::close ? start : e.to;
      const bool curved = e.kind == PathElement::Kind::cubic;
      const Point c1 = curved ? e.c1 : from + (to - from) * (1.0 / 3), c2 = curved ? e.c2 : from + (to - from) * (2.0 / 3);
      for (int i = 1; i <= 20; ++i) {
        const double t = i / 20.0, s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
        out.push_back({{a * from.x + b * c1.x + c * c2.x + d * to.x, a * from.y + b * c1.y + c * c2.y + d * to.y}, false});
      }
    }
    from = e.kind == PathElement::Kind::close ? start : e.to;
  }
  return out;
}

double drawn_length(const Path& path) {
  double sum = 0;
  Point from;
  for (const Sample& s : sampled(path)) {
    if (!s.begins) sum += length(s.at - from);
    from = s.at;
  }
  return sum;
}

TEST(CutByCircle, drops_what_lies_inside) {
  const Path line = read_svg_path("M0 10H20").path;
  const Path cut = cut_by_circle(line, {10, 10}, 4);
  ASSERT_EQ(cut.elements.size(), 4u);
  EXPECT_NEAR(cut.elements[1].to.x, 6, 0.01);
  EXPECT_NEAR(cut.elements[2].to.x, 14, 0.01);
  EXPECT_TRUE(cut_by_circle(read_svg_path("M9 10H11").path, {10, 10}, 4).empty());
  EXPECT_EQ(cut_by_circle(line, {10, 30}, 4).elements, line.elements);
}

TEST(CutByCircle, opens_closed_outlines_and_leaves_others_closed) {
  const Path square = read_svg_path("M0 0H10V10H0Z").path;
  const Path cut = cut_by_circle(square, {10, 10}, 4);  // one corner off: one open chain from (10, 6) round to (6, 10)
  ASSERT_EQ(cut.elements.front().kind, PathElement::Kind::move);
  EXPECT_EQ(std::ranges::count(cut.elements, PathElement::Kind::move, &PathElement::kind), 1);
  EXPECT_EQ(std::ranges::count(cut.elements, PathElement::Kind::close, &PathElement::kind), 0);
  EXPECT_NEAR(drawn_length(cut), 40 - 8, 0.02);
  EXPECT_EQ(cut_by_circle(square, {30, 30}, 4).elements.back().kind, PathElement::Kind::close);
  EXPECT_NEAR(drawn_length(cut_by_circle(svg_ellipse({0, 0}, 5, 5), {5, 0}, 5)), 2 * std::numbers::pi * 5 * 2 / 3, 0.05);
}

TEST(Compounds, every_core_icon_takes_every_badge) {
  for (const CoreIcon& core : core_icons())
    for (const std::string_view badge : badge_names()) {
      const std::string name = std::string(core.name) + "+" + std::string(badge);
      SCOPED_TRACE(name);
      const std::optional<FoundIcon> icon = find_icon(name);
      ASSERT_TRUE(icon);
      EXPECT_FALSE(icon->name.empty());
      for (const IconPart& part : icon->drawing.parts)
        for (const Sample& s : sampled(part.path)) {
          EXPECT_GE(std::min(s.at.x, s.at.y), 2.0);
          EXPECT_LE(std::max(s.at.x, s.at.y), 22.0);
        }
    }
}

TEST(Compounds, the_base_keeps_clear_of_the_badge) {
  const std::optional<IconDrawing> badge_only = with_badge(*read_icon_text("M3 3h2"), "plus");
  const std::optional<IconDrawing> icon = with_badge(find_icon("server")->drawing, "plus");
  ASSERT_TRUE(badge_only && icon);
  int inside = 0, badge_inside = 0;
  for (const Sample& s : sampled(icon->parts[0].path)) inside += length(s.at - Point{16.75, 16.75}) < 6.2;
  for (const Sample& s : sampled(badge_only->parts[0].path)) badge_inside += length(s.at - Point{16.75, 16.75}) < 6.2;
  EXPECT_EQ(inside, badge_inside);
}

TEST(Compounds, drawn_ones_are_taken_first_and_others_need_a_stroked_base) {
  EXPECT_EQ(find_icon("database+search")->name, "db-search");
  EXPECT_EQ(find_icon("db+lock")->name, "database+lock");
  for (const char* name : {"lock+", "+check", "lock+nothing", "nothing+check", "bi:router+check", "lock+check+check"})
    EXPECT_FALSE(find_icon(name)) << name;
  EXPECT_FALSE(with_badge({}, "check"));
}

}  // namespace
}  // namespace drawplate
