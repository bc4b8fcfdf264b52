// Lines that are straight or curved by wish: on random diagrams they run through nothing, lie on no other line's way, and end
// where they are glued; what the page says holds of them.
#include "layout/diagram/line_forms/line_forms.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/diagram/line_forms/curved_lines.h"
#include "layout/layout_deck.h"
#include "layout/page/page_walk.h"
#include "layout/page/validate.h"
#include "tests/layout/diagram_random.h"

namespace drawplate {
namespace {

using drawplate::testing::Dice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

RichText text_of(std::string text) { return {{TextSpan{.text = std::move(text)}}, {}}; }

Diagram random_diagram(std::uint64_t seed, RouteKind routes) {
  Dice dice{seed * 6151 + 5};
  Diagram diagram;
  diagram.routes = routes;
  diagram.direction = static_cast<Direction>(dice.below(4));
  const std::uint32_t nodes = 6 + dice.below(6), groups = dice.below(3);
  for (std::uint32_t g = 0; g < groups; ++g) {
    Group group{.id = fmt::format("g{}", g), .title = text_of(fmt::format("Group {}", g))};
    group.order = g;
    diagram.groups.push_back(std::move(group));
  }
  for (std::uint32_t v = 0; v < nodes; ++v) {
    Node node{.id = fmt::format("n{}", v), .title = text_of(fmt::format("Node {}", v))};
    node.order = groups + v;
    if (groups > 0 && dice.chance(50)) node.group = GroupId{dice.below(groups)};
    if (dice.chance(20)) node.shape = NodeShape::diamond;
    diagram.nodes.push_back(std::move(node));
  }
  for (std::uint32_t e = 0; e < nodes + 1; ++e) {
    Edge edge{.id = fmt::format("e{}", e), .from = {false, dice.below(nodes), {}}, .to = {false, dice.below(nodes), {}}};
    if (dice.chance(30)) edge.label = text_of("label");
    diagram.edges.push_back(std::move(edge));
  }
  return diagram;
}

/// The line as many short straight pieces.
std::vector<Point> points_of(const Connector& connector) {
  if (connector.kind != RouteKind::curved) return connector.route;
  std::vector<Point> points;
  const auto& c = connector.route;
  for (std::size_t k = 0; k + 3 < c.size(); k += 3)
    for (int j = 0; j <= 20; ++j) {
      const double t = j / 20.0, s = 1 - t;
      const double a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
      points.push_back(
          {a * c[k].x + b * c[k + 1].x + d * c[k + 2].x + e * c[k + 3].x, a * c[k].y + b * c[k + 1].y + d * c[k + 2].y + e * c[k + 3].y});
    }
  return points;
}

Pt least_distance(const std::vector<Point>& points, const Rect& box) {
  Pt least = 1e9;
  for (std::size_t k = 0; k + 1 < points.size(); ++k) least = std::min(least, distance(points[k], points[k + 1], box));
  return least;
}

class LineForms : public ::testing::Test {
 protected:
  LineForms() : fonts_(std::move(FontCatalog::open_system().value())) {}

  /// One sentence for everything a line does that it may not; `forms` counts lines by form.
  std::vector<std::string> faults(const Diagram& diagram, std::map<RouteKind, int>& forms) {
    Deck deck;
    deck.slides.emplace_back();
    deck.slides[0].whole_page = diagram;
    Report report;
    const LayoutOptions options{.page = *parse_page_size("16:9"), .own_icons = {}};
    const Document document = layout_deck(deck, *find_built_in_theme("mist"), options, fonts_, report).value();
    std::vector<std::string> found = validate(document, fonts_);
    const Page& page = document.pages.at(0);
    std::map<ItemId, const Item*> items;
    for_each_item(page.items, [&](const Item& item) { items[item.id] = &item; });
    for (const auto& entry : page.map.edges) {
      const auto& connector = std::get<Connector>(items.at(entry.item)->what);
      if (connector.route.size() > 2) ++forms[connector.kind];
      if (connector.route.size() == 2 && connector.kind == RouteKind::straight) ++forms[connector.kind];
      check(page, diagram, entry, points_of(connector), found);
    }
    return found;
  }

  static void check(const Page& page, const Diagram& diagram, const DiagramMap::EdgeEntry& entry, const std::vector<Point>& line,
                    std::vector<std::string>& found) {
    const Edge& edge = diagram.edges[entry.edge];
    for (const auto& node : page.map.nodes) {
      if (node.node == edge.from.index || node.node == edge.to.index) continue;
      if (least_distance(line, node.box) < 1) found.push_back(fmt::format("{} touches node {}", edge.id, node.node));
    }
    for (const auto& group : page.map.groups)
      if (group.title.width > 0 && least_distance(line, group.title) <= 0)
        found.push_back(fmt::format("{} runs over the title of group {}", edge.id, group.group));
    for (const auto& other : page.map.edges)
      for (const Rect& label : other.labels) {
        const Pt off = least_distance(line, label);
        if (off <= 0) found.push_back(fmt::format("{} runs over the label of edge {}", edge.id, other.edge));
        if (other.edge == entry.edge && off > 14) found.push_back(fmt::format("{} has lost its label", edge.id));
      }
  }

  FontCatalog fonts_;
};

TEST_F(LineForms, StraightLinesTouchNothing) {
  std::map<RouteKind, int> forms;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    EXPECT_THAT(faults(random_diagram(seed, RouteKind::straight), forms), IsEmpty()) << "seed " << seed;
  EXPECT_GT(forms[RouteKind::straight], forms[RouteKind::orthogonal]);
}

TEST_F(LineForms, CurvesTouchNothing) {
  std::map<RouteKind, int> forms;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    EXPECT_THAT(faults(random_diagram(seed, RouteKind::curved), forms), IsEmpty()) << "seed " << seed;
  EXPECT_GT(forms[RouteKind::curved], forms[RouteKind::orthogonal]);
}

TEST(CurveAlong, RoundsEachCornerAndKeepsItsEnds) {
  EXPECT_THAT(curve_along({{0, 0}, {40, 0}, {40, 60}}, 1e9, 0), ElementsAre(Point{0, 0}, Point{20, 0}, Point{40, 30}, Point{40, 60}));
  const std::vector<Point> tight = curve_along({{0, 0}, {60, 0}, {60, 60}}, 12, 6);
  EXPECT_EQ(tight.size(), 10u);
  EXPECT_EQ(tight[3], (Point{48, 0}));
  EXPECT_EQ(tight[6], (Point{60, 12}));
  EXPECT_EQ(tight.back(), (Point{60, 60}));
}

TEST(Distance, IsMeasuredToTheNearestPointOfABox) {
  const Rect box{10, 10, 20, 10};
  EXPECT_DOUBLE_EQ(distance({0, 0}, {40, 40}, box), 0);
  EXPECT_DOUBLE_EQ(distance({0, 15}, {4, 15}, box), 6);
  EXPECT_DOUBLE_EQ(distance({33, 24}, {60, 24}, box), 5);
  EXPECT_NEAR(distance({0, 9}, {9, 0}, box), std::hypot(5.5, 5.5), 1e-9);
}

}  // namespace
}  // namespace drawplate
