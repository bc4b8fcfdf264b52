// Graphs that no page is large enough for: the page stays one that PowerPoint opens, and everything on it shrinks alike.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "deck/read_deck.h"
#include "layout/diagram/placed/scale.h"
#include "layout/layout_deck.h"
#include "layout/page/page_walk.h"
#include "layout/page/validate.h"

namespace drawplate {
namespace {

/// Rows of two boxes that follow one another.
std::string ladder(int rows) {
  std::string text = "digraph { node [shape=box] edge [penwidth=2]\n";
  for (int i = 0; i + 1 < rows; ++i) text += fmt::format("a{0} -> {{ a{1} b{1} }}\n", i, i + 1);
  return text + "}\n";
}

class LargeGraph : public testing::Test {
 protected:
  LargeGraph() : fonts_(std::move(FontCatalog::open_system().value())) {}

  Document lay_out(const std::string& dot) {
    SourceSet sources;
    const Deck deck = read_deck(sources, sources.add({"graph", dot}), InputForm::dot, Arguments{}, report_);
    const LayoutOptions options{.page = *parse_page_size("16:9"), .own_icons = {}};
    return layout_deck(deck, *find_built_in_theme("mist"), options, fonts_, report_).value();
  }

  FontCatalog fonts_;
  Report report_;
};

TEST_F(LargeGraph, ShrinksAsAWhole) {
  const Document document = lay_out(ladder(400));
  EXPECT_EQ(validate(document, fonts_), std::vector<std::string>{});
  const Page& page = document.pages.front();
  EXPECT_LE(std::max(page.size.width, page.size.height), 4032);
  std::size_t heads = 0;
  std::set<std::pair<double, double>> sizes;
  for_each_item(page.items, [&](const Item& item) {
    heads += item.name.ends_with(" head");
    const auto* shape = std::get_if<Shape>(&item.what);
    if (!shape || !shape->text || shape->text->paragraphs.empty()) return;
    const GlyphRun& run = shape->text->paragraphs.front().lines.front().runs.front();
    EXPECT_LT(run.size, shape->box.height) << item.name;
    EXPECT_GT(run.size, shape->box.height * 0.15) << item.name;
    EXPECT_LE(shape->box.x, run.origin.x) << item.name;
    sizes.insert({run.size, shape->stroke->width});
  });
  EXPECT_EQ(heads, 798u);       // of every edge: a line so thin has no head of its own that small
  EXPECT_EQ(sizes.size(), 1u);  // one size of text, one width of outlines
  ASSERT_EQ(report_.all().size(), 1u);
  EXPECT_TRUE(report_.all().front().message.starts_with("the diagram is too large for any page: its text is set in "));
}

TEST_F(LargeGraph, LaidOutAsIfItsPageWereLargeEnough) {
  const Document document = lay_out(ladder(400));
  const DiagramMap& map = document.pages.front().map;
  ASSERT_EQ(map.nodes.size(), 799u);
  const Rect first = map.nodes.front().box;
  for (const auto& node : map.nodes) EXPECT_NEAR(node.box.height, first.height, 1e-6);
  EXPECT_NEAR(first.width / first.height, 44 / 34.0, 0.4);  // the least size of a box, as everywhere
}

TEST(Scale, AShrunkThemeIsTheThemeTimesAFactor) {
  const Theme theme = *find_built_in_theme("mist");
  const Scale scale = scale_of(0.45, false);
  const Theme whole = scaled(theme, scale), small = scaled(theme, shrunk(scale, 0.1));
  EXPECT_DOUBLE_EQ(small.style(TextRole::inner_title).size, whole.style(TextRole::inner_title).size * 0.1);
  EXPECT_DOUBLE_EQ(small.metrics.inner_height, whole.metrics.inner_height * 0.1);
  EXPECT_DOUBLE_EQ(small.metrics.pill_outline, whole.metrics.pill_outline * 0.1);
  EXPECT_DOUBLE_EQ(small.lines.connector_width, whole.lines.connector_width * 0.1);
  EXPECT_DOUBLE_EQ(small.lines.loop_radius, whole.lines.loop_radius * 0.1);
}

}  // namespace
}  // namespace drawplate
