#include "layout/page/connector_path.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

Connector line(std::vector<Point> route, Pt width = 2) {
  Connector connector;
  connector.route = std::move(route);
  connector.stroke.width = width;
  return connector;
}

/// "M x y L x y C … Z" to 3 decimals.
std::string text_of(const Path& path) {
  std::string out;
  const auto add = [&](Point p) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, " %g %g", std::round(p.x * 1000) / 1000 + 0.0, std::round(p.y * 1000) / 1000 + 0.0);
    out += buffer;
  };
  for (const PathElement& e : path.elements) {
    out += out.empty() ? "" : " ";
    out += "MLCZ"[static_cast<int>(e.kind)];
    if (e.kind == PathElement::Kind::cubic) add(e.c1), add(e.c2);
    if (e.kind != PathElement::Kind::close) add(e.to);
  }
  return out;
}

TEST(ConnectorPath, a_head_ends_at_the_tip_and_the_shaft_inside_the_head) {
  Connector connector = line({{100, 0}, {100, 40}});
  connector.head = {HeadKind::arrow, HeadSize::large};
  const ConnectorDrawing drawing = draw_connector(connector);
  EXPECT_EQ(text_of(drawing.shaft), "M 100 0 L 100 30.75");
  ASSERT_EQ(drawing.heads.size(), 1u);
  EXPECT_EQ(text_of(drawing.heads[0].path), "M 100 40 L 95 30 L 105 30 Z");
  EXPECT_TRUE(drawing.heads[0].filled);
  EXPECT_EQ(drawing.heads[0].stroke_width, 0.9);
}

TEST(ConnectorPath, heads_grow_with_the_stroke_from_two_points_on) {
  EXPECT_EQ(head_length({HeadKind::arrow, HeadSize::large}, 2), 10);
  EXPECT_EQ(head_length({HeadKind::arrow, HeadSize::large}, 1), 10);
  EXPECT_EQ(head_length({HeadKind::arrow, HeadSize::medium}, 6), 18);
  EXPECT_EQ(head_length({HeadKind::open, HeadSize::small}, 4), 8);
}

TEST(ConnectorPath, a_tail_points_back) {
  Connector connector = line({{0, 0}, {50, 0}});
  connector.tail = {HeadKind::arrow, HeadSize::large};
  const ConnectorDrawing drawing = draw_connector(connector);
  EXPECT_EQ(text_of(drawing.shaft), "M 9.25 0 L 50 0");
  EXPECT_EQ(text_of(drawing.heads.at(0).path), "M 0 0 L 10 -5 L 10 5 Z");
}

TEST(ConnectorPath, corners_are_quarter_circles_or_cuts) {
  Connector connector = line({{0, 0}, {50, 0}, {50, 60}});
  connector.corner_radius = 10;
  EXPECT_EQ(text_of(connector_path(connector)), "M 0 0 L 40 0 C 45.523 0 50 4.477 50 10 L 50 60");
  connector.chamfered = true;
  EXPECT_EQ(text_of(connector_path(connector)), "M 0 0 L 40 0 L 50 10 L 50 60");
}

TEST(ConnectorPath, a_radius_shrinks_to_what_short_segments_have) {
  Connector jog = line({{0, 0}, {30, 0}, {30, 8}, {60, 8}});
  jog.corner_radius = 12;
  jog.chamfered = true;
  EXPECT_EQ(text_of(connector_path(jog)), "M 0 0 L 26 0 L 30 4 L 34 8 L 60 8");
  Connector stub = line({{0, 0}, {5, 0}, {5, 60}});
  stub.corner_radius = 12;
  stub.chamfered = true;
  EXPECT_EQ(text_of(connector_path(stub)), "M 0 0 L 5 5 L 5 60");
}

TEST(ConnectorPath, a_corner_before_a_head_keeps_out_of_it) {
  Connector connector = line({{0, 0}, {50, 0}, {50, 15}});
  connector.corner_radius = 12;
  connector.chamfered = true;
  connector.head = {HeadKind::arrow, HeadSize::large};
  EXPECT_EQ(text_of(draw_connector(connector).shaft), "M 0 0 L 44.25 0 L 50 5.75");
}

TEST(ConnectorPath, a_head_longer_than_the_line_leaves_a_trace_of_shaft) {
  Connector connector = line({{0, 0}, {0, 4}});
  connector.head = {HeadKind::arrow, HeadSize::large};
  const ConnectorDrawing drawing = draw_connector(connector);
  EXPECT_NEAR(path_length(drawing.shaft), 0.01, 1e-9);
  EXPECT_EQ(text_of(drawing.heads.at(0).path), "M 0 4 L -5 -6 L 5 -6 Z");
}

TEST(ConnectorPath, curves_are_cut_along_their_length) {
  Connector connector = line({{0, 0}, {30, 0}, {60, 0}, {90, 0}});
  connector.kind = RouteKind::curved;
  connector.head = {HeadKind::arrow, HeadSize::large};
  const Path shaft = draw_connector(connector).shaft;
  EXPECT_NEAR(shaft.elements.back().to.x, 80.75, 1e-3);
  EXPECT_EQ(shaft.elements.back().kind, PathElement::Kind::cubic);
}

TEST(ConnectorPath, other_heads_touch_the_end_with_their_ink) {
  for (const HeadKind kind : {HeadKind::open, HeadKind::circle, HeadKind::diamond, HeadKind::cross}) {
    Connector connector = line({{0, 0}, {50, 0}});
    connector.head = {kind, HeadSize::large};
    const ConnectorDrawing drawing = draw_connector(connector);
    const HeadDrawing& head = drawing.heads.at(0);
    const Pt ink = control_box(head.path).right() + (head.filled ? 0 : head.stroke_width / 2);
    EXPECT_NEAR(ink, kind == HeadKind::cross ? 51 : 50, 1e-9) << static_cast<int>(kind);
  }
}

TEST(ConnectorPath, the_last_dash_meets_the_end) {
  for (const Dash dash : {Dash::dash, Dash::dot, Dash::dash_dot}) {
    for (const Pt whole : {31.0, 57.3, 200.0, 1234.5}) {
      const std::vector<Pt> pattern = dash_lengths(dash, 2, whole);
      ASSERT_FALSE(pattern.empty());
      const Pt period = std::accumulate(pattern.begin(), pattern.end(), 0.0);
      const double rest = std::fmod(whole - pattern[0] + 1e-6, period);
      EXPECT_NEAR(rest, 0, 1e-5) << whole;
      EXPECT_EQ(pattern[0], dash == Dash::dot ? 2 : 8);  // dashes keep their length
      EXPECT_GE(pattern[1], 6 - 1e-6);                   // gaps only grow
    }
  }
  EXPECT_TRUE(dash_lengths(Dash::dash, 2, 20).empty());
  EXPECT_EQ(dash_lengths(Dash::dash, 2, 0), (std::vector<Pt>{8, 6}));
}

TEST(ConnectorPath, lengths_of_curves) {
  EXPECT_NEAR(path_length(ellipse_in({0, 0, 20, 20})), 20 * std::numbers::pi, 0.05);
  EXPECT_NEAR(path_length(rounded_rect({0, 0, 20, 10}, 0)), 60, 1e-9);
}

}  // namespace
}  // namespace drawplate
