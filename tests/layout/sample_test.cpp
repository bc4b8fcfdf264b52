// The reference diagram: what it holds, where it stands, and what a changed argument moves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "deck/read_deck.h"
#include "layout/diagram/flow/spine.h"
#include "layout/layout_deck.h"
#include "layout/page/dump_page.h"
#include "layout/page/validate.h"
#include "tests/support/built_faces.h"
#include "tests/support/golden.h"
#include "tests/support/layout_laws.h"

namespace drawplate {
namespace {

using testing::IsEmpty;

struct LaidOut {
  Diagram diagram;
  Document document;
};

class Reference : public testing::Test {
 protected:
  Reference() : fonts_(std::move(FontCatalog::open_system().value())) {}

  LaidOut lay_out(const std::string& page, const std::string& theme, const Arguments& arguments = {}) {
    SourceSet sources;
    const SourceId source = sources.add({"hybrid-cache.yaml", test::read_source_file("samples/hybrid-cache.yaml")});
    Report report;
    Deck deck = read_deck(sources, source, InputForm::yaml, arguments, report);
    const LayoutOptions options{.page = *parse_page_size(page), .own_icons = {}};
    Document document = layout_deck(deck, *find_built_in_theme(theme), options, fonts_, report).value();
    EXPECT_EQ(render_text(report, sources), "");
    return {std::get<Diagram>(std::move(*deck.slides[0].whole_page)), std::move(document)};
  }

  FontCatalog fonts_;
};

struct Counts {
  int cards = 0, inner_cards = 0, panels = 0, pills = 0, icons = 0, dashed = 0, loops = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Counts shapes, not the groups around them.
void count(const std::vector<Item>& items, Counts& counts) {
  for (const Item& item : items) {
    if (const auto* group = std::get_if<ItemGroup>(&item.what)) count(group->items, counts);
    if (std::holds_alternative<Freeform>(item.what)) counts.icons += item.role == Role::icon;
    if (std::holds_alternative<Shape>(item.what)) {
      counts.cards += item.role == Role::card;
      counts.inner_cards += item.role == Role::inner_card;
      counts.panels += item.role == Role::panel;
      counts.pills += item.role == Role::pill;
    }
    if (const auto* connector = std::get_if<Connector>(&item.what)) {
      counts.dashed += connector->stroke.dash != Dash::solid;
      counts.loops += connector->stroke.width > 2 * 2;
    }
  }
}

TEST_F(Reference, HoldsWhatItsSpecificationSays) {
  for (const char* page : {"4:5", "3:4", "16:9", "A4", "A3 landscape"})
    for (const std::string_view theme : built_in_theme_names()) {
      const LaidOut laid = lay_out(page, std::string(theme));
      Counts counts;
      count(laid.document.pages[0].items, counts);
      EXPECT_EQ(counts, (Counts{7, 4, 2, 2, 11, 2, 1})) << page << " " << theme;
      EXPECT_THAT(test::broken_laws(laid.document.pages[0], laid.diagram), IsEmpty()) << page << " " << theme;
      EXPECT_THAT(validate(laid.document, fonts_), IsEmpty()) << page << " " << theme;
    }
}

TEST_F(Reference, StandsWhereItStood) {
  fonts_ = test::open_built_faces();
  test::expect_golden("layout/hybrid-cache-4x5.page", dump_page(lay_out("4:5", "mist").document, fonts_));
  test::expect_golden("layout/hybrid-cache-16x9.page", dump_page(lay_out("16:9", "mist").document, fonts_));
}

TEST_F(Reference, AChangedTitleMovesNothingElse) {
  const LaidOut before = lay_out("4:5", "mist");
  Arguments arguments;
  arguments.values["step 1 title"] = "batch of requests";
  const LaidOut after = lay_out("4:5", "mist", arguments);
  EXPECT_EQ(after.diagram.nodes[0].title.plain(), "batch of requests");
  const DiagramMap &a = before.document.pages[0].map, &b = after.document.pages[0].map;
  ASSERT_EQ(a.nodes.size(), b.nodes.size());
  for (std::size_t i = 0; i < a.nodes.size(); ++i) EXPECT_EQ(a.nodes[i].box, b.nodes[i].box) << before.diagram.nodes[i].id;
  for (std::size_t i = 0; i < a.groups.size(); ++i) EXPECT_EQ(a.groups[i].box, b.groups[i].box);
}

TEST_F(Reference, IsAFlowHoweverItIsWritten) {
  const std::string text = R"(
numbers: true
nodes:
  one: One
  two: {title: Two, nodes: {a: A}}
  three: {title: Three, nodes: {b: B}}
  four: Four
edges:
  - one -> two & three -> four
  - four -> one: {kind: loop}
)";
  SourceSet sources;
  const SourceId source = sources.add({"graph.yaml", text});
  Report report;
  const Deck deck = read_deck(sources, source, InputForm::yaml, {}, report);
  EXPECT_EQ(render_text(report, sources), "");
  const std::optional<Spine> spine = find_spine(std::get<Diagram>(*deck.slides[0].whole_page));
  ASSERT_TRUE(spine);
  ASSERT_EQ(spine->rows.size(), 3u);
  EXPECT_EQ(spine->rows[1].items.size(), 2u);
  EXPECT_EQ(spine->feedback.size(), 1u);
}

}  // namespace
}  // namespace drawplate
