// What holds of every slide, whatever its content, page and theme: nothing is lost, nothing overlaps, nothing leaves the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "layout/layout_deck.h"
#include "layout/page/bounds.h"
#include "layout/page/validate.h"
#include "tests/layout/slide_decks.h"

namespace drawplate {
namespace {

using testing::IsEmpty;

/// Texts of items in paint order, a space after each line.
struct TextOf {
  std::string& out;

  void add(const TextBlock& block) const {
    for (const Paragraph& paragraph : block.paragraphs)
      for (const Line& line : paragraph.lines) {
        for (const GlyphRun& run : line.runs) out += run.text;
        if (!line.soft_break) out += ' ';
      }
  }
  void operator()(const TextBlock& block) const { add(block); }
  void operator()(const Shape& shape) const {
    if (shape.text) add(*shape.text);
  }
  void operator()(const TableGrid& table) const {
    for (const TableCell& cell : table.cells) add(cell.text);
  }
  void operator()(const ItemGroup& group) const {
    for (const Item& item : group.items) std::visit(*this, item.what);
  }
  template <class Silent>
  void operator()(const Silent&) const {}
};

std::string text_of(const Page& page) {
  std::string out;
  for (const Item& item : page.items) std::visit(TextOf{out}, item.what);
  return out;
}

std::string shown(const Item& item) { return item.name + " of page"; }

/// Boxes of what must not overlap: fields and bars behind text do.
std::vector<std::pair<const Item*, Rect>> solid_boxes(const Page& page) {
  std::vector<std::pair<const Item*, Rect>> boxes;
  for (const Item& item : page.items) {
    if (item.role == Role::decoration) continue;
    std::vector<Item> one{item};
    if (const auto box = ink_bounds_of(one); box && box->width > 0 && box->height > 0) boxes.emplace_back(&item, *box);
  }
  return boxes;
}

void broken_laws(const Page& page, std::vector<std::string>& broken) {
  const Rect paper{0, 0, page.size.width, page.size.height};
  const auto boxes = solid_boxes(page);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto& [item, box] = boxes[i];
    const bool inside = box.x >= -0.5 && box.y >= -0.5 && box.right() <= paper.width + 0.5 && box.bottom() <= paper.height + 0.5;
    if (!inside) broken.push_back(shown(*item) + " '" + page.title + "' leaves the page");
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      const Rect less = {box.x + 0.5, box.y + 0.5, std::max(0.0, box.width - 1), std::max(0.0, box.height - 1)};
      if (overlaps(less, boxes[j].second)) broken.push_back(item->name + " overlaps " + boxes[j].first->name + " on '" + page.title + "'");
    }
    const auto* block = std::get_if<TextBlock>(&item->what);
    if (!block) continue;
    for (const Paragraph& paragraph : block->paragraphs)
      for (const Line& line : paragraph.lines)
        if (line.left < block->box.x - 0.5 || line.left + line.width > block->box.right() + 0.5)
          broken.push_back("a line of " + item->name + " leaves its frame on '" + page.title + "'");
  }
}

class SlideLaws : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(SlideLaws, HoldOfRandomDecks) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const auto [page, theme] = GetParam();
  for (unsigned seed = 1; seed <= 2; ++seed) {
    test::DeckMaker maker(seed);
    const Deck deck = maker.deck(12);
    Report report;
    const LayoutOptions options{.page = *parse_page_size(page), .own_icons = {}};
    const Document document = layout_deck(deck, *find_built_in_theme(theme), options, fonts, report).value();
    EXPECT_THAT(validate(document, fonts), IsEmpty()) << page << " " << theme << " seed " << seed;
    std::vector<std::string> broken;
    std::string all;
    for (const Page& laid : document.pages) {
      broken_laws(laid, broken);
      all += text_of(laid);
    }
    EXPECT_THAT(broken, IsEmpty()) << page << " " << theme << " seed " << seed;
    std::vector<int> lost;
    for (int word = 0; word < maker.words(); ++word) {
      const std::string mark = "w" + std::to_string(word);
      std::size_t at = all.find(mark);
      while (at != std::string::npos && at + mark.size() < all.size() && std::isdigit(static_cast<unsigned char>(all[at + mark.size()])))
        at = all.find(mark, at + 1);
      if (at == std::string::npos) lost.push_back(word);
    }
    EXPECT_THAT(lost, IsEmpty()) << page << " " << theme << " seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(PagesAndThemes, SlideLaws,
                         testing::Values(std::tuple{"16:9", "mist"}, std::tuple{"4:3", "mist-dark"}, std::tuple{"16:10", "drafting"},
                                         std::tuple{"4:5", "mist"}, std::tuple{"3:4", "drafting"}, std::tuple{"A4", "mist-print"}));

}  // namespace
}  // namespace drawplate
