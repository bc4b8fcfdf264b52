// What people ask of a layout is kept, or said to be impossible.
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "deck/read_deck.h"
#include "layout/layout_deck.h"

namespace drawplate {
namespace {

/// What is said of a diagram in YAML.
std::string warnings_of(std::string_view yaml) {
  SourceSet sources;
  Report report;
  const Deck deck = read_deck(sources, sources.add({"wishes.yaml", std::string(yaml)}), InputForm::yaml, Arguments{}, report);
  const LayoutOptions options{.page = *parse_page_size("16:9"), .own_icons = {}};
  FontCatalog fonts = std::move(FontCatalog::open_system().value());
  EXPECT_TRUE(layout_deck(deck, *find_built_in_theme("mist"), options, fonts, report));
  return render_text(report, sources);
}

TEST(WishReport, ARowThatALineToAGroupTearsApartIsSaid) {
  EXPECT_EQ(warnings_of(R"(nodes:
  a: A
  g: {title: G, nodes: {b: B}}
edges:
  - g -> a
layout: {same_row: [a, b]}
)"),
            R"(wishes.yaml:6:20: warning: 'a', 'g.b' cannot stand in one row
layout: {same_row: [a, b]}
                   ^
)");
}

TEST(WishReport, ARowThatEdgesRunAlongIsKept) {
  EXPECT_EQ(warnings_of(R"(nodes: {a: A, b: B, c: C}
edges:
  - a -> b -> c
  - a -> c
layout: {same_row: [a, b, c]}
)"),
            "");
}

TEST(WishReport, AnOrderAgainstTheFlowIsSaid) {
  EXPECT_EQ(warnings_of(R"(nodes: {a: A, b: B}
edges: [a -> b]
layout: {order: [b, a]}
)"),
            R"(wishes.yaml:3:17: warning: 'b', 'a' cannot stand in this order
layout: {order: [b, a]}
                ^
)");
}

TEST(WishReport, AnOrderThatIsKeptIsNot) {
  EXPECT_EQ(warnings_of(R"(nodes: {a: A, b: B, c: C}
edges: [a -> b, a -> c]
layout: {order: [c, b]}
)"),
            "");
}

TEST(WishReport, NodesOfOneRowCannotStandOneBehindTheOther) {
  EXPECT_EQ(warnings_of(R"(nodes: {a: A, b: B}
layout: {same_row: [a, b], align: [a, b]}
)"),
            R"(wishes.yaml:2:35: warning: 'a', 'b' cannot stand on one line
layout: {same_row: [a, b], align: [a, b]}
                                  ^
)");
}

}  // namespace
}  // namespace drawplate
