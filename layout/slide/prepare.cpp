// See prepare.h.
#include "layout/slide/prepare.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace drawplate::slide {
namespace {

constexpr std::size_t longest_title = 80;
constexpr double image_share = 0.46;  ///< of the width, where an image stands beside text

RichText plain_text(std::string text, std::string link = {}) { return {{TextSpan{.text = std::move(text), .link = std::move(link)}}, {}}; }

Block paragraph_block(std::string text) { return {TextParagraph{plain_text(std::move(text))}, {}, 0}; }

/// The sections in order, each a link to the slide it begins with.
Block agenda_of(const Deck& deck) {
  List list{.ordered = true, .tight = false};
  for (const Slide& slide : deck.slides) {
    if (slide.section.empty() || slide.layout == SlideLayout::title) continue;
    ListItem item;
    item.blocks.push_back({TextParagraph{plain_text(slide.section, slide.id.empty() ? "" : "#" + slide.id)}, {}, 0});
    item.origin = slide.origin;
    list.items.push_back(std::move(item));
  }
  return {std::move(list), {}, 0};
}

bool is_figure(const Block& block) {
  return std::holds_alternative<Image>(block.what) || std::holds_alternative<EmbeddedDiagram>(block.what);
}

/// One figure and text: side by side, the figure on the side that the layout says.
Blocks beside_text(const Blocks& blocks, bool figure_left) {
  const auto figure = std::find_if(blocks.begin(), blocks.end(), is_figure);
  if (figure == blocks.end() || blocks.size() < 2 || std::count_if(blocks.begin(), blocks.end(), is_figure) != 1) return blocks;
  Column text, picture;
  picture.width.fraction = image_share;
  picture.blocks.push_back(*figure);
  for (auto block = blocks.begin(); block != blocks.end(); ++block)
    if (block != figure) text.blocks.push_back(*block);
  Columns columns;
  columns.columns =
      figure_left ? std::vector<Column>{std::move(picture), std::move(text)} : std::vector<Column>{std::move(text), std::move(picture)};
  Block out{std::move(columns), blocks.front().origin, 0};
  return {std::move(out)};
}

/// On covers the deck's author and date, where the slide says nothing itself.
Blocks cover_blocks(const Slide& slide, const Deck& deck) {
  Blocks blocks = slide.blocks;
  if (!blocks.empty() || slide.title.plain() != deck.title) return blocks;
  std::string line = deck.author;
  if (!deck.date.empty()) line += (line.empty() ? "" : "  ·  ") + deck.date;
  if (!line.empty()) blocks.push_back(paragraph_block(line));
  return blocks;
}

}  // namespace

Blocks prepared_blocks(const Slide& slide, SlideLayout layout, const DeckSetting& deck) {
  switch (layout) {
    case SlideLayout::title:
      return cover_blocks(slide, deck.deck);
    case SlideLayout::agenda: {
      if (!slide.blocks.empty()) return slide.blocks;
      Block agenda = agenda_of(deck.deck);
      return std::get<List>(agenda.what).items.empty() ? Blocks{} : Blocks{std::move(agenda)};
    }
    case SlideLayout::image_left:
    case SlideLayout::image_right:
      return beside_text(slide.blocks, layout == SlideLayout::image_left);
    default:
      return slide.blocks;
  }
}

std::string first_words(const Blocks& blocks) {
  for (const Block& block : blocks) {
    std::string text;
    if (const auto* paragraph = std::get_if<TextParagraph>(&block.what)) text = paragraph->text.plain();
    if (const auto* heading = std::get_if<Heading>(&block.what)) text = heading->text.plain();
    if (const auto* quote = std::get_if<Quote>(&block.what)) text = first_words(quote->blocks);
    if (const auto* image = std::get_if<Image>(&block.what)) text = image->alt;
    if (const auto* list = std::get_if<List>(&block.what))
      for (const ListItem& item : list->items)
        if (text.empty()) text = first_words(item.blocks);
    if (text.empty()) continue;
    if (text.size() <= longest_title) return text;
    const std::size_t space = text.rfind(' ', longest_title);
    if (space == std::string::npos || space == 0) return text;
    return text.substr(0, space) + "…";
  }
  return {};
}

}  // namespace drawplate::slide
