// How slides become pages: the layout that content asks for, placeholders, further slides, steps, columns, footnotes.
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/layout_deck.h"
#include "layout/page/dump_page.h"
#include "layout/slide/backgrounds.h"
#include "layout/slide/plan.h"
#include "layout/slide/split.h"
#include "tests/support/built_faces.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RichText text(std::string words) { return {{TextSpan{.text = std::move(words)}}, {}}; }
Block paragraph(std::string words) { return {TextParagraph{text(std::move(words))}, {}, 0}; }

Block list(const std::vector<std::string>& items, bool ordered = false) {
  List out{.ordered = ordered};
  for (const std::string& item : items) {
    out.items.emplace_back();
    out.items.back().blocks.push_back(paragraph(item));
  }
  return {std::move(out), {}, 0};
}

Slide slide(std::string title, Blocks blocks) {
  Slide out;
  if (!title.empty()) out.title = text(std::move(title));
  out.blocks = std::move(blocks);
  return out;
}

class SlidePages : public testing::Test {
 protected:
  SlidePages() : fonts_(std::move(FontCatalog::open_system().value())) {}

  Document lay_out(const Deck& deck, const std::string& page = "16:9") {
    const LayoutOptions options{.page = *parse_page_size(page), .own_icons = {}};
    return layout_deck(deck, *find_built_in_theme("mist"), options, fonts_, report_).value();
  }
  Document lay_out(Slide one, const std::string& page = "16:9") {
    Deck deck;
    deck.slides = {slide("Cover", {}), std::move(one)};
    return lay_out(deck, page);
  }

  FontCatalog fonts_;
  Report report_;
};

const Item* find(const Page& page, Placeholder placeholder) {
  for (const Item& item : page.items)
    if (item.placeholder == placeholder) return &item;
  return nullptr;
}

const Rect& box_of(const Item* item) { return std::get<TextBlock>(item->what).box; }

TEST_F(SlidePages, ContentChoosesTheLayout) {
  const auto chosen = [](const Slide& one) { return slide::choose_layout(one, false); };
  EXPECT_EQ(chosen(slide("Part", {})), SlideLayout::section);
  EXPECT_EQ(slide::choose_layout(slide("Talk", {}), true), SlideLayout::title);
  EXPECT_EQ(chosen(slide("", {})), SlideLayout::blank);
  EXPECT_EQ(chosen(slide("", {paragraph("Said in one line.")})), SlideLayout::statement);
  EXPECT_EQ(chosen(slide("Title", {paragraph("Said in one line.")})), SlideLayout::content);
  EXPECT_EQ(chosen(slide("", {{Quote{{paragraph("So it is.")}, {}}, {}, 0}})), SlideLayout::quote);
  EXPECT_EQ(chosen(slide("Title", {{Table{}, {}, 0}})), SlideLayout::table);
  EXPECT_EQ(chosen(slide("Title", {{Code{}, {}, 0}})), SlideLayout::code);
  EXPECT_EQ(chosen(slide("Title", {paragraph("words"), {Image{}, {}, 0}})), SlideLayout::image_right);
  EXPECT_EQ(chosen(slide("Title", {{Image{}, {}, 0}, paragraph("words")})), SlideLayout::image_left);
}

TEST_F(SlidePages, TitleAndBodyFillPlaceholders) {
  const Document document = lay_out(slide("What we saw", {paragraph("First."), list({"One", "Two"})}));
  const Page& page = document.pages[1];
  ASSERT_TRUE(find(page, Placeholder::title));
  ASSERT_TRUE(find(page, Placeholder::body));
  EXPECT_EQ(std::get<TextBlock>(find(page, Placeholder::body)->what).paragraphs.size(), 3U);
  EXPECT_EQ(document.layouts[*page.layout].name, "Title and Content");
  EXPECT_GT(box_of(find(page, Placeholder::body)).y, box_of(find(page, Placeholder::title)).bottom());
}

TEST_F(SlidePages, NumbersCountOnAndBulletsHang) {
  const Document document = lay_out(slide("List", {list({"One", "Two", "Three"}, true)}));
  const TextBlock& body = std::get<TextBlock>(find(document.pages[1], Placeholder::body)->what);
  for (int i = 0; i < 3; ++i) {
    const Paragraph& paragraph = body.paragraphs[static_cast<std::size_t>(i)];
    ASSERT_TRUE(paragraph.bullet);
    EXPECT_EQ(paragraph.bullet->kind, Bullet::Kind::number);
    EXPECT_EQ(paragraph.bullet->start, i + 1);
    EXPECT_NEAR(paragraph.bullet->run.origin.x, paragraph.lines[0].left - paragraph.hanging, 0.01);
    EXPECT_NEAR(paragraph.bullet->run.origin.y, paragraph.lines[0].baseline, 0.01);
  }
}

TEST_F(SlidePages, WhatDoesNotFitIsContinuedAndSaid) {
  std::vector<std::string> items;
  for (int i = 0; i < 40; ++i) items.push_back("Point " + std::to_string(i) + " of many");
  const Document document = lay_out(slide("Too much", {list(items, true)}));
  ASSERT_GE(document.pages.size(), 3U);
  EXPECT_EQ(document.pages[2].title, "Too much (continued)");
  ASSERT_FALSE(report_.all().empty());
  EXPECT_THAT(report_.all()[0].message, HasSubstr("'Too much' is too full"));
  const TextBlock& further = std::get<TextBlock>(find(document.pages[2], Placeholder::body)->what);
  const TextBlock& first = std::get<TextBlock>(find(document.pages[1], Placeholder::body)->what);
  EXPECT_EQ(further.paragraphs[0].bullet->start, static_cast<int>(first.paragraphs.size()) + 1);
}

TEST_F(SlidePages, FullSlidesAreSetSmallerFirst) {
  std::vector<std::string> items(12, "A point that is not long");
  const Document document = lay_out(slide("Full", {list(items)}));
  ASSERT_EQ(document.pages.size(), 2U);
  EXPECT_LT(document.pages[1].text_factor, 1);
  EXPECT_GT(document.pages[1].fullness, 1);
  EXPECT_THAT(report_.all(), IsEmpty());
}

TEST_F(SlidePages, StepsOfItemsAreStepsOfParagraphs) {
  Block steps = list({"One", "Two"});
  for (int i = 0; i < 2; ++i) std::get<List>(steps.what).items[static_cast<std::size_t>(i)].step = i + 1;
  const Document document = lay_out(slide("Steps", {std::move(steps)}));
  const TextBlock& body = std::get<TextBlock>(find(document.pages[1], Placeholder::body)->what);
  EXPECT_EQ(body.paragraphs[0].step, 1);
  EXPECT_EQ(body.paragraphs[1].step, 2);
}

Slide two_columns() {
  Columns columns;
  columns.columns.resize(2);
  columns.columns[0].blocks = {paragraph("Left.")};
  columns.columns[1].blocks = {paragraph("Right.")};
  return slide("Both", {{std::move(columns), {}, 0}});
}

TEST_F(SlidePages, ColumnsStandBesideOneAnotherAndOnNarrowPagesBelow) {
  const Document wide = lay_out(two_columns());
  EXPECT_EQ(wide.layouts[*wide.pages[1].layout].name, "Two Content");
  const Rect left = box_of(find(wide.pages[1], Placeholder::body)), right = box_of(find(wide.pages[1], Placeholder::body_2));
  EXPECT_EQ(left.y, right.y);
  EXPECT_GT(right.x, left.right());
  const Document narrow = lay_out(two_columns(), "A4");
  const Rect above = box_of(find(narrow.pages[1], Placeholder::body)), below = box_of(find(narrow.pages[1], Placeholder::body_2));
  EXPECT_EQ(above.x, below.x);
  EXPECT_GT(below.y, above.bottom() - 0.01);
}

/// Where a text's first line ends.
Pt right_end(const Item* item) {
  const Line& line = std::get<TextBlock>(item->what).paragraphs.front().lines.front();
  return line.left + line.width;
}

TEST_F(SlidePages, DecksFromRightToLeftBeginAtTheRight) {
  Table table;
  table.columns.resize(2);
  table.rows = {{text("القسم"), text("الحجم")}, {text("كامل"), text("12")}};
  Slide one = slide("لماذا", {list({"النقطة الأولى", "اثنان"}, true), {std::move(table), {}, 0}});
  one.paginate = true;
  Deck deck;
  deck.lang = "ar";
  deck.slides = {slide("غلاف", {}), std::move(one)};
  const Document document = lay_out(deck);
  EXPECT_NEAR(right_end(find(document.pages[0], Placeholder::title)), 900, 0.1);
  const Page& page = document.pages[1];
  EXPECT_NEAR(right_end(find(page, Placeholder::title)), 900, 0.1);
  const Paragraph& first = std::get<TextBlock>(find(page, Placeholder::body)->what).paragraphs.front();
  EXPECT_EQ(first.align, Align::right);
  EXPECT_EQ(first.bullet->run.text, "1.");
  EXPECT_GT(first.bullet->run.origin.x, first.lines.front().left + first.lines.front().width);
  EXPECT_LT(right_end(find(page, Placeholder::slide_number)), 100);
  for (const Item& item : page.items)
    if (const auto* grid = std::get_if<TableGrid>(&item.what)) {
      EXPECT_NEAR(grid->box.right(), 900, 0.1);
      EXPECT_EQ(grid->cells[1].text.paragraphs.front().lines.front().runs.front().text, "القسم");  // the first column is the right one
    }
}

TEST_F(SlidePages, CoversStandOnInkWhereTheThemeSaysSo) {
  Deck deck;
  deck.slides = {slide("Cover", {}), slide("Plain", {paragraph("text")})};
  const Theme theme = *find_built_in_theme("mist");
  const Document document = lay_out(deck);
  EXPECT_EQ(document.pages[0].background.rgb, theme.ink);
  EXPECT_EQ(document.pages[1].background.rgb, theme.background);
  deck.slides[0].inverted = true;
  EXPECT_EQ(lay_out(deck).pages[0].background.rgb, theme.background);
}

TEST_F(SlidePages, CoveringImagesAreCropped) {
  EXPECT_EQ(slide::cover_source({200, 100}, {100, 100}), (Rect{0.25, 0, 0.5, 1}));
  EXPECT_EQ(slide::cover_source({100, 200}, {100, 100}), (Rect{0, 0.25, 1, 0.5}));
}

TEST_F(SlidePages, PartsOfTablesKeepTheHeader) {
  Table table;
  table.columns.assign(1, CellAlign::left);
  for (const char* row : {"head", "a", "b", "c"}) table.rows.push_back({text(row)});
  const Blocks blocks{{table, {}, 0}};
  EXPECT_EQ(slide::count_units(blocks), 3U);
  const auto [head, tail] = slide::part_blocks(blocks, 2);
  const auto words = [](const Blocks& part) {
    std::vector<std::string> out;
    for (const auto& row : std::get<Table>(part[0].what).rows) out.push_back(row[0].plain());
    return out;
  };
  EXPECT_THAT(words(head), ElementsAre("head", "a", "b"));
  EXPECT_THAT(words(tail), ElementsAre("head", "c"));
}

TEST_F(SlidePages, PagesStandAsTheyStood) {
  fonts_ = test::open_built_faces();
  Deck deck;
  deck.title = "Talk";
  Slide content = slide("Two things", {paragraph("Before."), list({"One", "Two"})});
  content.footer = text("Footer");
  content.paginate = true;
  deck.slides = {slide("Talk", {}), std::move(content), two_columns()};
  test::expect_golden("layout/slides.page", dump_page(lay_out(deck), fonts_));
}

}  // namespace
}  // namespace drawplate
