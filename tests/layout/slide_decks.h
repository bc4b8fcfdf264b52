// Random decks by seed, in which every word is its own number, so that a test can tell whether one is missing.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>

#include "deck/model/deck.h"

namespace drawplate::test {

class DeckMaker {
 public:
  explicit DeckMaker(unsigned seed) : random_(seed) {}

  Deck deck(int slides) {
    Deck deck;
    deck.title = "A deck";
    deck.images.push_back({.path = "a.png", .media_type = "image/png", .bytes = "png", .width = 640, .height = 400, .origin = {}});
    for (int i = 0; i < slides; ++i) deck.slides.push_back(slide());
    return deck;
  }

  int words() const { return next_word_; }

  RichText text(int most) {
    RichText out;
    const int count = 1 + pick(most);
    std::string words;
    for (int i = 0; i < count; ++i) words += (i ? " " : "") + word();
    out.spans.push_back(TextSpan{.text = words});
    if (pick(4) == 0) out.spans.push_back(TextSpan{.text = " " + word(), .bold = true});
    if (pick(6) == 0) out.spans.push_back(TextSpan{.text = " " + word(), .code = true});
    return out;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::string word() { return "w" + std::to_string(next_word_++) + std::string(static_cast<std::size_t>(pick(6)), 'x') + "."; }

  Slide slide() {
    Slide slide;
    if (pick(8) != 0) slide.title = text(8);
    if (pick(6) == 0) slide.subtitle = text(8);
    slide.paginate = pick(2) == 0;
    slide.inverted = pick(5) == 0;
    const int blocks = pick(5);
    for (int i = 0; i < blocks; ++i) slide.blocks.push_back(block(0));
    return slide;
  }

  Blocks blocks(int depth) {
    Blocks out;
    const int count = 1 + pick(2);
    for (int i = 0; i < count; ++i) out.push_back(block(depth));
    return out;
  }

  Block block(int depth) {
    const int kind = pick(depth > 1 ? 3 : 11);
    if (kind == 2) return {Heading{3, text(6)}, {}, 0};
    if (kind == 3 || kind == 4) return {list(depth), {}, 0};
    if (kind == 5) return {Quote{blocks(2), text(3)}, {}, 0};
    if (kind == 6) return {Admonition{AdmonitionKind::tip, text(3), blocks(2)}, {}, 0};
    if (kind == 7) return {table(), {}, 0};
    if (kind == 8) return {code(), {}, 0};
    if (kind == 9) return {Image{.alt = "an image", .caption = text(6)}, {}, 0};
    if (kind == 10 && depth == 0) return {columns(), {}, 0};
    return {TextParagraph{text(30)}, {}, 0};
  }

  List list(int depth) {
    List list{.ordered = pick(2) == 0, .tight = pick(2) == 0};
    const int count = 1 + pick(8);
    for (int i = 0; i < count; ++i) {
      ListItem item;
      item.blocks.push_back({TextParagraph{text(14)}, {}, 0});
      if (depth < 3 && pick(5) == 0) item.blocks.push_back({this->list(depth + 2), {}, 0});
      list.items.push_back(std::move(item));
    }
    return list;
  }

  Table table() {
    Table table;
    table.has_header = false;
    table.columns.assign(static_cast<std::size_t>(1 + pick(5)), CellAlign::automatic);
    const int rows = 1 + pick(9);
    for (int row = 0; row < rows; ++row) {
      table.rows.emplace_back();
      for (std::size_t i = 0; i < table.columns.size(); ++i) table.rows.back().push_back(text(5));
    }
    return table;
  }

  Code code() {
    Code code;
    code.numbered = pick(2) == 0;
    const int lines = 1 + pick(20);
    for (int i = 0; i < lines; ++i) code.lines.push_back({{"  " + word() + " " + word(), CodeToken::plain}, {word(), CodeToken::keyword}});
    if (pick(2) == 0) code.emphasised = {1};
    return code;
  }

  Columns columns() {
    Columns columns;
    columns.columns.resize(static_cast<std::size_t>(2 + pick(2)));
    for (Column& column : columns.columns) column.blocks = blocks(1);
    return columns;
  }

  std::mt19937 random_;
  int next_word_ = 0;
};

}  // namespace drawplate::test
