// The unseen rules between columns: where they stand, and what they are to readers of the content.
#include "pdf/column_rules.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "pdf/write_pdf.h"
#include "tests/pdf/hand_made.h"

namespace drawplate {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Item card_at(std::uint32_t id, Point at) { return test::hand_card(id, {at.x, at.y, 200, 78}, "A title", "a subtitle"); }

Page page_of(std::vector<Item> items) {
  Page page = test::one_page({900, 600}, std::move(items)).pages.front();
  for (const Item& item : page.items) page.reading_order.push_back(std::get<ItemGroup>(item.what).items.front().id);
  return page;
}

/// A card, two columns of two, and a card below them, read column by column.
std::vector<Item> two_columns() {
  return {card_at(10, {350, 20}),  card_at(20, {100, 150}), card_at(30, {100, 250}),
          card_at(40, {600, 150}), card_at(50, {600, 250}), card_at(60, {350, 400})};
}

TEST(ColumnRules, OneColumnHasNone) {
  const pdf::ColumnRules rules =
      pdf::find_column_rules(page_of({card_at(10, {100, 20}), card_at(20, {100, 150}), card_at(30, {100, 280})}));
  EXPECT_THAT(rules.upright, IsEmpty());
  EXPECT_THAT(rules.level, IsEmpty());
}

TEST(ColumnRules, StandBetweenColumnsAndLieAboveAndBelowThem) {
  const pdf::ColumnRules rules = pdf::find_column_rules(page_of(two_columns()));
  ASSERT_EQ(rules.upright.size(), 1u);
  const Rect& rule = rules.upright.front();
  EXPECT_GT(rule.left(), 250);
  EXPECT_LT(rule.right(), 680);
  EXPECT_LT(rule.top(), 172);
  EXPECT_GT(rule.bottom(), 310);
  ASSERT_EQ(rules.level.size(), 2u);
  EXPECT_LT(rules.level[0].bottom(), 170);
  EXPECT_GT(rules.level[1].top(), 310);
}

TEST(ColumnRules, LabelBesideACardIsPartedFromIt) {
  std::vector<Item> items = {card_at(10, {100, 20})};
  const test::TextLook look{test::face_of("Inter", 500), 11, test::green};
  Page page = page_of(std::move(items));
  page.items.push_back(test::item(70, "label", Role::edge_label, test::hand_text({test::hand_line("publish", look, {400, 60})})));
  page.reading_order.push_back(ItemId{70});
  const pdf::ColumnRules rules = pdf::find_column_rules(page);
  ASSERT_EQ(rules.upright.size(), 1u);
  EXPECT_GT(rules.upright.front().left(), 250);
  EXPECT_LT(rules.upright.front().right(), 400);
}

TEST(ColumnRules, GraphsOfManyCardsHaveNone) {
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < 201; ++i) items.push_back(card_at(10 * (i + 1), {i % 2 * 400.0, i / 2 * 100.0}));
  EXPECT_THAT(pdf::find_column_rules(page_of(std::move(items))).upright, IsEmpty());
}

TEST(ColumnRules, AreUnseenAndNoPartOfTheStructure) {
  Document document = test::one_page({900, 600}, {});
  document.pages.front() = page_of(two_columns());
  const Result<std::string> bytes = write_pdf(document, test::system_fonts(), {PdfOptions::Compression::off});
  ASSERT_TRUE(bytes);
  EXPECT_THAT(*bytes, HasSubstr("/Artifact BMC\nq\n/Span <</ActualText<2020>>> BDC\nBT\n3 Tr\n"));
}

}  // namespace
}  // namespace drawplate
