// Visiting what a page holds, groups opened up, in paint order. One walk for layout, both writers and the tests.
#pragma once

#include <variant>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// Calls `visit(item)` for every item, groups before what is in them.
template <class Visit>
void for_each_item(const std::vector<Item>& items, const Visit& visit) {
  for (const Item& item : items) {
    visit(item);
    if (const auto* group = std::get_if<ItemGroup>(&item.what)) for_each_item(group->items, visit);
  }
}

/// The text an item holds, or nothing.
inline const TextBlock* text_of(const Item& item) {
  if (const auto* block = std::get_if<TextBlock>(&item.what)) return block;
  if (const auto* shape = std::get_if<Shape>(&item.what)) return shape->text ? &*shape->text : nullptr;
  return nullptr;
}

/// Every block of text on the page: of shapes, alone, and in the cells of tables.
template <class Visit>
void for_each_text(const std::vector<Item>& items, const Visit& visit) {
  for_each_item(items, [&](const Item& item) {
    if (const TextBlock* block = text_of(item)) visit(*block);
    if (const auto* table = std::get_if<TableGrid>(&item.what))
      for (const TableCell& cell : table->cells) visit(cell.text);
  });
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
  if (const TextBlock* text = text_of(item)) for_each_run(*text, visit);
  if (const auto* formula = std::get_if<Formula>(&item.what)) for_each_run(*formula, visit);
  if (const auto* table = std::get_if<TableGrid>(&item.what))
    for (const TableCell& cell : table->cells) for_each_run(cell.text, visit);
}

}  // namespace drawplate
