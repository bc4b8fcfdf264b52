// Path data in tables, and arcs against points of the ellipse worked out another way.
#include "icons/svg_path.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <string_view>

namespace drawplate {
namespace {

/// Two decimals at most, without a trailing ".00" and without a minus before nought.
std::string number(double v) {
  const double rounded = std::round(v * 100) / 100 + 0.0;
  return fmt::format("{:g}", rounded);
}
std::string point(Point p) { return number(p.x) + "," + number(p.y); }

std::string dump(const Path& path) {
  std::string text;
  for (const PathElement& e : path.elements) {
    if (!text.empty()) text += ' ';
    switch (e.kind) {
      case PathElement::Kind::move:
        text += "M" + point(e.to);
        break;
      case PathElement::Kind::line:
        text += "L" + point(e.to);
        break;
      case PathElement::Kind::cubic:
        text += "C" + point(e.c1) + " " + point(e.c2) + " " + point(e.to);
        break;
      case PathElement::Kind::close:
        text += "Z";
        break;
    }
  }
  return text;
}

std::string read(std::string_view data) {
  const SvgPath out = read_svg_path(data);
  return out.fault ? fmt::format("{}: {}", out.fault->offset, out.fault->message) : dump(out.path);
}

TEST(SvgPath, reads_every_command_in_both_cases) {
  EXPECT_EQ(read("M1 2L3 4"), "M1,2 L3,4");
  EXPECT_EQ(read("m1 2l3 4"), "M1,2 L4,6");
  EXPECT_EQ(read("M1 2H5V6"), "M1,2 L5,2 L5,6");
  EXPECT_EQ(read("M1 2h5v6"), "M1,2 L6,2 L6,8");
  EXPECT_EQ(read("M0 0C1 2 3 4 5 6S9 10 11 12"), "M0,0 C1,2 3,4 5,6 C7,8 9,10 11,12");
  EXPECT_EQ(read("M1 1c1 2 3 4 5 6s3 4 5 6"), "M1,1 C2,3 4,5 6,7 C8,9 9,11 11,13");
  EXPECT_EQ(read("M0 0Q3 3 6 0T12 0"), "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0");
  EXPECT_EQ(read("M1 1q3 3 6 0t6 0"), "M1,1 C3,3 5,3 7,1 C9,-1 11,-1 13,1");
  EXPECT_EQ(read("M0 0A1 1 0 0 1 1 1"), "M0,0 C0.55,0 1,0.45 1,1");
  EXPECT_EQ(read("M2 3a1 1 0 0 0 1 1"), "M2,3 C2,3.55 2.45,4 3,4");
  EXPECT_EQ(read("M1 1L2 2Z"), "M1,1 L2,2 Z");
  EXPECT_EQ(read("M1 1l2 2z"), "M1,1 L3,3 Z");
}

TEST(SvgPath, reads_numbers_that_touch_and_flags_without_separators) {
  EXPECT_EQ(read("M.5.5 1-2+3 4e0 1E1,5"), "M0.5,0.5 L1,-2 L3,4 L10,5");
  EXPECT_EQ(read("M0,0a1 1 0 011 1"), read("M0,0 a 1,1 0 0,1 1,1"));
  EXPECT_EQ(read("M0 0a1 1 0 01.5.5-1 1 0 10 2 2"), read("M0 0a1 1 0 0 1 .5 .5 -1 1 0 1 0 2 2"));
  EXPECT_EQ(read(" \t\r\nM 1 , 2\n3,4 "), "M1,2 L3,4");
}

TEST(SvgPath, keeps_to_the_rules_for_repeats_and_closes) {
  EXPECT_EQ(read("M1 1 2 2 3 3"), "M1,1 L2,2 L3,3");
  EXPECT_EQ(read("m1 1 2 2 3 3"), "M1,1 L3,3 L6,6");
  EXPECT_EQ(read("M1 1h2v2zh-1"), "M1,1 L3,1 L3,3 Z M1,1 L0,1");
  EXPECT_EQ(read("M1 1h2zm1 1h1"), "M1,1 L3,1 Z M2,2 L3,2");
  EXPECT_EQ(read("M1 1h2zz"), "M1,1 L3,1 Z");
  EXPECT_EQ(read("M0 0S1 1 2 2"), "M0,0 C0,0 1,1 2,2");
  EXPECT_EQ(read("M0 0C1 1 2 2 3 3T6 6"), "M0,0 C1,1 2,2 3,3 C3,3 4,4 6,6");
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("  "), "");
}

TEST(SvgPath, tells_what_is_wrong_and_where) {
  EXPECT_EQ(read("L1 1"), "0: path data must begin with M");
  EXPECT_EQ(read("z"), "0: path data must begin with M");
  EXPECT_EQ(read("M1 1 X2"), "5: path data has no command here, one of M L H V C S Q T A Z");
  EXPECT_EQ(read("M1 1z5"), "5: path data has no command here, one of M L H V C S Q T A Z");
  EXPECT_EQ(read("M1"), "2: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 1L nan 2"), "6: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 inf"), "3: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 1e999"), "3: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 1L2 2000000"), "7: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 1L+-2 2"), "5: path data lacks a number here, or it is over 1000000");
  EXPECT_EQ(read("M1 1a1 1 0 2 0 1 1"), "11: an arc's flag must be 0 or 1");
  std::string data = "M0 0";
  for (int i = 0; i < 60'000; ++i) data += "h1";
  EXPECT_EQ(read(data), "100002: path data has more than 50000 segments");
}

Point on_cubic(Point from, const PathElement& e, double t) {
  const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return {a * from.x + b * e.c1.x + c * e.c2.x + d * e.to.x, a * from.y + b * e.c1.y + c * e.c2.y + d * e.to.y};
}

/// Arcs are made here from a known centre, so the reader must find the same ellipse again.
TEST(SvgPath, arcs_lie_on_their_ellipse_and_run_the_right_way) {
  for (const double rotation : {0.0, 30.0, -75.0})
    for (const double begin : {0.0, 1.1, 4.0})
      for (const double turn : {0.4, 1.7, 3.0, 3.3, 5.9, -0.4, -2.5, -3.3, -6.1}) {
        const double phi = rotation * std::numbers::pi / 180, rx = 7, ry = 3;
        const Affine from_unit{rx * std::cos(phi), rx * std::sin(phi), -ry * std::sin(phi), ry * std::cos(phi), 12, 9};
        const auto on_ellipse = [&](double angle) { return from_unit * Point{std::cos(angle), std::sin(angle)}; };
        Path path;
        path.move_to(on_ellipse(begin));
        arc_to(path, on_ellipse(begin), {rx, ry, rotation, std::abs(turn) > std::numbers::pi, turn > 0}, on_ellipse(begin + turn));

        const auto pieces = static_cast<double>(path.elements.size() - 1);
        EXPECT_LE(std::abs(turn) / pieces, std::numbers::pi / 2 + 1e-6);
        Point from = path.elements[0].to;
        for (std::size_t i = 1; i < path.elements.size(); ++i) {
          for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            // A cubic of up to 90 degrees is within 0.03 % of the radius; it also keeps pace with the angle to within 1 %.
            const Point expected = on_ellipse(begin + turn * (static_cast<double>(i) - 1 + t) / pieces);
            EXPECT_LT(length(on_cubic(from, path.elements[i], t) - expected), 0.06) << rotation << " " << begin << " " << turn;
          }
          from = path.elements[i].to;
        }
        EXPECT_EQ(from, on_ellipse(begin + turn));
      }
}

TEST(SvgPath, degenerate_arcs_are_lines_or_nothing) {
  EXPECT_EQ(read("M1 1A0 5 0 0 1 3 3"), "M1,1 L3,3");
  EXPECT_EQ(read("M1 1A5 5 0 0 1 1 1"), "M1,1");
  EXPECT_EQ(read("M0 0A-1 -1 0 0 1 2 0"), read("M0 0A1 1 0 0 1 2 0"));
  // Radii too small to reach grow: half a circle of radius 2.
  EXPECT_EQ(read("M0 0A1 1 0 0 1 4 0"), read("M0 0A2 2 0 0 1 4 0"));
}

}  // namespace
}  // namespace drawplate
