// Visiting what a page holds, groups opened up, in paint order. One walk for layout, both writers and the tests: which kinds of
// item hold items, texts, runs or an image is said here alone, and a new kind does not compile until it is answered.
#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "base/overloaded.h"
#include "layout/page/page.h"

namespace drawplate {

/// The items that an item holds; null for all but groups.
inline const std::vector<Item>* members_of(const Item& item) {
  using Members = const std::vector<Item>*;
  return std::visit(
      Overloaded{[](const ItemGroup& group) -> Members { return &group.items; },
                 [](const OneOf<Shape, Connector, TextBlock, Freeform, Picture, TableGrid, Formula> auto&) -> Members { return nullptr; }},
      item.what);
}
inline std::vector<Item>* members_of(Item& item) { return const_cast<std::vector<Item>*>(members_of(std::as_const(item))); }

/// Calls `visit(item)` for every item, groups before what is in them.
template <class Visit>
void for_each_item(const std::vector<Item>& items, const Visit& visit) {
  for (const Item& item : items) {
    visit(item);
    if (const auto* members = members_of(item)) for_each_item(*members, visit);
  }
}
template <class Visit>
void for_each_item(std::vector<Item>& items, const Visit& visit) {
  for (Item& item : items) {
    visit(item);
    if (auto* members = members_of(item)) for_each_item(*members, visit);
  }
}

/// The text that an item is or holds, or null; the many texts of a table are not one.
inline const TextBlock* text_of(const Item& item) {
  using Text = const TextBlock*;
  return std::visit(
      Overloaded{[](const TextBlock& block) -> Text { return &block; },
                 [](const Shape& shape) -> Text { return shape.text ? &*shape.text : nullptr; },
                 [](const OneOf<Connector, Freeform, Picture, ItemGroup, TableGrid, Formula> auto&) -> Text { return nullptr; }},
      item.what);
}
inline TextBlock* text_of(Item& item) { return const_cast<TextBlock*>(text_of(std::as_const(item))); }

/// Every block of text of an item: a shape's, its own, those in the cells of a table.
template <class Visit>
void for_each_text(const Item& item, const Visit& visit) {
  std::visit(Overloaded{[&](const TextBlock& block) { visit(block); },
                        [&](const Shape& shape) {
                          if (shape.text) visit(*shape.text);
                        },
                        [&](const TableGrid& table) {
                          for (const TableCell& cell : table.cells) visit(cell.text);
                        },
                        [](const OneOf<Connector, Freeform, Picture, ItemGroup, Formula> auto&) {}},
             item.what);
}

/// Every block of text on the page: of shapes, alone, and in the cells of tables.
template <class Visit>
void for_each_text(const std::vector<Item>& items, const Visit& visit) {
  for_each_item(items, [&](const Item& item) { for_each_text(item, visit); });
}

/// Whether an item says something to a reader by itself, so that the reading order names it.
inline bool is_read(const Item& item) {
  return std::visit(Overloaded{[](const Shape& shape) { return shape.text.has_value(); },
                               [](const OneOf<TextBlock, TableGrid, Formula> auto&) { return true; },
                               [](const OneOf<Connector, Freeform, Picture, ItemGroup> auto&) { return false; }},
                    item.what);
}

/// The image that an item shows.
inline std::optional<ImageId> image_of(const Item& item) {
  using Image = std::optional<ImageId>;
  return std::visit(Overloaded{[](const Picture& picture) -> Image { return picture.image; },
                               [](const OneOf<Shape, Connector, TextBlock, Freeform, ItemGroup, TableGrid, Formula> auto&) -> Image {
                                 return std::nullopt;
                               }},
                    item.what);
}

template <class Visit>
void for_each_run(const Formula& formula, const Visit& visit) {
  for (const GlyphRun& run : formula.runs) visit(run);
}

/// Every run of a block: bullets, text and formulas.
template <class Visit>
void for_each_run(const TextBlock& block, const Visit& visit) {
  for (const Paragraph& paragraph : block.paragraphs) {
    if (paragraph.bullet) visit(paragraph.bullet->run);
    for (const Line& line : paragraph.lines) {
      for (const GlyphRun& run : line.runs) visit(run);
      for (const Line::InlineFormula& formula : line.formulas) for_each_run(formula.formula, visit);
    }
  }
}

/// Every run that the item itself draws; groups draw none.
template <class Visit>
void for_each_run(const Item& item, const Visit& visit) {
  std::visit(Overloaded{[&](const Formula& formula) { for_each_run(formula, visit); },
                        [&](const OneOf<Shape, TextBlock, TableGrid> auto&) {
                          for_each_text(item, [&](const TextBlock& block) { for_each_run(block, visit); });
                        },
                        [](const OneOf<Connector, Freeform, Picture, ItemGroup> auto&) {}},
             item.what);
}

}  // namespace drawplate
