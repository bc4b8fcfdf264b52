// Rows that people ask for: kept, or said to be impossible.
#include <gtest/gtest.h>

#include "deck/diagnostic.h"
#include "deck/read_deck.h"
#include "layout/layout_deck.h"

namespace drawplate {
namespace {

/// What is said of a diagram in YAML.
std::string warnings_of(std::string_view yaml) {
  SourceSet sources;
  Report report;
  const Deck deck = read_deck(sources, sources.add({"rows.yaml", std::string(yaml)}), InputForm::yaml, Arguments{}, report);
  const LayoutOptions options{.page = *parse_page_size("16:9"), .own_icons = {}};
  FontCatalog fonts = std::move(FontCatalog::open_system().value());
  EXPECT_TRUE(layout_deck(deck, *find_built_in_theme("mist"), options, fonts, report));
  return render_text(report, sources);
}

TEST(RowWish, ARowThatALineToAGroupTearsApartIsSaid) {
  EXPECT_EQ(warnings_of(R"(nodes:
  a: A
  g: {title: G, nodes: {b: B}}
edges:
  - g -> a
layout: {same_row: [a, b]}
)"),
            R"(rows.yaml:6:20: warning: 'a', 'g.b' cannot stand in one row
layout: {same_row: [a, b]}
                   ^
)");
}

TEST(RowWish, ARowThatEdgesRunAlongIsKept) {
  EXPECT_EQ(warnings_of(R"(nodes: {a: A, b: B, c: C}
edges:
  - a -> b -> c
  - a -> c
layout: {same_row: [a, b, c]}
)"),
            "");
}

}  // namespace
}  // namespace drawplate
