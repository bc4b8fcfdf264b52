// The law of connectors: what a preset with its frame, turn, flips and adjust values draws is the route, point by point. The
// presets are drawn here from the formulas of presetShapeDefinitions, apart from the code that is tested.
#include "pptx/connector.h"

#include "layout/diagram/line_forms/curved_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

struct Drawn {
  double x = 0, y = 0;
};

/// The corners of the preset in its own coordinates: (0, 0) to (w, h).
std::vector<Drawn> local_path(const PresetRoute& route) {
  const double w = static_cast<double>(route.frame.width), h = static_cast<double>(route.frame.height);
  const auto adj = [&](std::size_t i) { return i < route.adjust.size() ? static_cast<double>(route.adjust[i]) / 100000 : 0.5; };
  if (route.preset == "straightConnector1") return {{0, 0}, {w, h}};
  if (route.preset == "bentConnector2") return {{0, 0}, {w, 0}, {w, h}};
  if (route.preset == "bentConnector3") return {{0, 0}, {w * adj(0), 0}, {w * adj(0), h}, {w, h}};
  if (route.preset == "bentConnector4") return {{0, 0}, {w * adj(0), 0}, {w * adj(0), h * adj(1)}, {w, h * adj(1)}, {w, h}};
  if (route.preset == "bentConnector5") {
    const double x1 = w * adj(0), y2 = h * adj(1), x3 = w * adj(2);
    return {{0, 0}, {x1, 0}, {x1, y2}, {x3, y2}, {x3, h}, {w, h}};
  }
  ADD_FAILURE() << "unknown preset " << route.preset;
  return {};
}

/// What a reader draws: flips about the frame's centre, then the turn.
std::vector<Drawn> drawn_path(const PresetRoute& route) {
  const EmuFrame& frame = route.frame;
  const double w = static_cast<double>(frame.width), h = static_cast<double>(frame.height);
  const Drawn centre{static_cast<double>(frame.offset.x) + w / 2, static_cast<double>(frame.offset.y) + h / 2};
  std::vector<Drawn> path = local_path(route);
  for (Drawn& p : path) {
    double x = (p.x - w / 2) * (frame.flip_h ? -1 : 1), y = (p.y - h / 2) * (frame.flip_v ? -1 : 1);
    if (frame.rotation == 5400000) x = std::exchange(y, x) * -1;
    p = {centre.x + x, centre.y + y};
  }
  return path;
}

/// How far a drawn corner may be off: half an EMU of the frame and what one adjust unit is worth; frames without extent are
/// widened by 720 EMU.
double allowed(const PresetRoute& route, bool widened) {
  return 1 + static_cast<double>(std::max(route.frame.width, route.frame.height)) / 200000 + (widened ? 721 : 0);
}

Connector orthogonal(std::vector<Point> route) {
  Connector connector;
  connector.route = std::move(route);
  return connector;
}

void expect_draws(const Connector& connector, bool widened) {
  const auto route = find_preset_route(connector);
  ASSERT_TRUE(route);
  const std::vector<Drawn> drawn = drawn_path(*route);
  ASSERT_EQ(drawn.size(), connector.route.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const EmuPoint wanted = to_emu(connector.route[i]);
    EXPECT_NEAR(drawn[i].x, static_cast<double>(wanted.x), allowed(*route, widened)) << route->preset << " corner " << i;
    EXPECT_NEAR(drawn[i].y, static_cast<double>(wanted.y), allowed(*route, widened)) << route->preset << " corner " << i;
  }
  EXPECT_GE(route->frame.width, 0);
  EXPECT_GE(route->frame.height, 0);
  for (const std::int64_t value : route->adjust) EXPECT_LT(std::abs(value), 2147483647);
}

/// A route of `count` points whose segments take turns; detours and returns included.
std::vector<Point> random_route(std::mt19937& random, std::size_t count, bool vertical) {
  std::uniform_real_distribution<double> place(0, 1000);
  std::vector<Point> route = {{place(random), place(random)}};
  while (route.size() < count) {
    Point next = route.back();
    (vertical ? next.y : next.x) = place(random);
    vertical = !vertical;
    route.push_back(next);
  }
  return route;
}

TEST(ConnectorLaw, EveryOrthogonalRouteOfUpToFourBendsIsDrawnAsRouted) {
  std::mt19937 random(1);
  constexpr std::array<std::string_view, 7> names = {
      "", "", "straightConnector1", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5"};
  for (int i = 0; i < 4000; ++i) {
    const std::size_t count = 2 + static_cast<std::size_t>(i) % 5;
    const Connector connector = orthogonal(random_route(random, count, i % 2 == 0));
    const auto route = find_preset_route(connector);
    ASSERT_TRUE(route);
    EXPECT_EQ(route->preset, names[count]);
    expect_draws(connector, false);
  }
}

TEST(ConnectorLaw, EndsOnOneLineAreReachedThroughADetour) {
  expect_draws(orthogonal({{100, 50}, {40, 50}, {40, 300}, {100, 300}}), true);    // a loop on the left
  expect_draws(orthogonal({{100, 50}, {160, 50}, {160, 300}, {100, 300}}), true);  // on the right
  expect_draws(orthogonal({{100, 50}, {100, 20}, {400, 20}, {400, 50}}), true);    // over the top
  expect_draws(orthogonal({{100, 50}, {100, 90}, {400, 90}, {400, 50}}), true);
  expect_draws(orthogonal({{100, 50}, {40, 50}, {40, 300}, {100, 300}, {100, 200}}), true);
  expect_draws(orthogonal({{100, 50}, {140, 50}, {140, 90}, {60, 90}, {60, 50}, {100, 50}}), true);  // back to where it began
}

TEST(ConnectorLaw, NearlyEqualEndsKeepAdjustValuesSmall) {
  const auto route = find_preset_route(orthogonal({{100, 50}, {4000, 50}, {4000, 300}, {100.0001, 300}}));
  ASSERT_TRUE(route);
  EXPECT_LT(std::abs(route->adjust[0]), 2147483647);
  EXPECT_LT(route->frame.width, 9525);
}

TEST(ConnectorLaw, PointsInTheMiddleOfALineAreNoBends) {
  const auto route = find_preset_route(orthogonal({{0, 0}, {50, 0}, {100, 0}, {100, 0}, {100, 80}}));
  ASSERT_TRUE(route);
  EXPECT_EQ(route->preset, "bentConnector2");
}

TEST(ConnectorLaw, AHairsBreadthIsNoSlant) {
  const auto route = find_preset_route(orthogonal({{0, 0}, {50, 0.00012}, {50.0001, 80}, {90, 80.0002}}));
  ASSERT_TRUE(route);
  EXPECT_EQ(route->preset, "bentConnector3");
}

TEST(ConnectorLaw, StraightLinesOfAnyDirection) {
  std::mt19937 random(2);
  std::uniform_real_distribution<double> place(0, 1000);
  for (int i = 0; i < 200; ++i) {
    Connector connector = orthogonal({{place(random), place(random)}, {place(random), place(random)}});
    connector.kind = RouteKind::straight;
    expect_draws(connector, false);
  }
}

TEST(ConnectorLaw, WhatNoPresetDrawsIsLeftToFreeforms) {
  EXPECT_FALSE(find_preset_route(orthogonal({{0, 0}, {10, 0}, {10, 10}, {20, 10}, {20, 20}, {30, 20}, {30, 30}})));  // five bends
  EXPECT_FALSE(find_preset_route(orthogonal({{0, 0}, {10, 0}, {5, 0}, {5, 30}})));                                   // turns back
  EXPECT_FALSE(find_preset_route(orthogonal({{0, 0}, {10, 5}, {10, 30}})));                                          // slanted
}

TEST(ConnectorLaw, CurvesOfThePresetsFormArePresets) {
  Connector curve;
  curve.kind = RouteKind::curved;
  curve.route = {{0, 0}, {20, 0}, {40, 25}, {40, 50}, {40, 75}, {60, 100}, {80, 100}};
  const auto route = find_preset_route(curve);
  ASSERT_TRUE(route);
  EXPECT_EQ(route->preset, "curvedConnector3");
  EXPECT_EQ(route->adjust, std::vector<std::int64_t>{50000});
  curve.route[1] = {20, 15};
  EXPECT_FALSE(find_preset_route(curve));
}

TEST(ConnectorLaw, CurvesAlongRoutesOfUpToFourBendsArePresets) {
  const std::vector<std::vector<Point>> routes{{{10, 10}, {60, 10}, {60, 90}},
                                               {{10, 10}, {10, 40}, {90, 40}, {90, 100}},
                                               {{10, 10}, {-30, 10}, {-30, 80}, {10, 80}},
                                               {{10, 10}, {40, 10}, {40, -30}, {100, -30}, {100, 60}},
                                               {{10, 10}, {10, 40}, {90, 40}, {90, -20}, {140, -20}, {140, 60}}};
  for (const std::vector<Point>& route : routes) {
    Connector curve;
    curve.kind = RouteKind::curved;
    curve.route = curve_along(route, 1e9, 0);
    const auto preset = find_preset_route(curve);
    ASSERT_TRUE(preset) << route.size();
    EXPECT_EQ(preset->preset, "curvedConnector" + std::to_string(route.size() - 1));
    const auto bent = find_preset_route(orthogonal(route));
    ASSERT_TRUE(bent);
    EXPECT_EQ(preset->adjust, bent->adjust);
    EXPECT_EQ(preset->frame.offset, bent->frame.offset);
    curve.route = curve_along(route, 15, 5);
    EXPECT_FALSE(find_preset_route(curve));
  }
}

TEST(ConnectorLaw, AVerticalStartIsAQuarterTurn) {
  const auto route = find_preset_route(orthogonal({{300, 100}, {300, 140}, {100, 140}, {100, 200}}));
  ASSERT_TRUE(route);
  EXPECT_EQ(route->preset, "bentConnector3");
  EXPECT_EQ(route->frame.rotation, 5400000);
  EXPECT_FALSE(route->frame.flip_h);
  EXPECT_FALSE(route->frame.flip_v);
  EXPECT_EQ(route->frame.width, 100 * 12700);
  EXPECT_EQ(route->frame.height, 200 * 12700);
  EXPECT_EQ(route->frame.offset, (EmuPoint{150 * 12700, 50 * 12700}));
  EXPECT_EQ(route->adjust, std::vector<std::int64_t>{40000});
}

}  // namespace
}  // namespace drawplate
