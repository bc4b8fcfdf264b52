// See stack.h. Heights first: text is laid out at once, since its height follows from its width; then the elastic blocks
// divide what is left by how much they want.
#include "layout/slide/stack.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

namespace drawplate::slide {
namespace {

constexpr Pt tolerance = 0.01;

struct Slot {
  Piece piece;
  const Block* elastic = nullptr;
  HeightWish wish;
  Pt indent = 0;
  int step = 0;
};

void set_step(std::vector<Item>& items, int step) {
  for (Item& item : items) item.step = std::max(item.step, step);
}

std::optional<HeightWish> wish_of(const Block& block, Pt width, const SlideContext& context) {
  if (const auto* image = std::get_if<Image>(&block.what)) return image_wish(*image, width, context);
  if (const auto* diagram = std::get_if<EmbeddedDiagram>(&block.what)) return diagram_wish(*diagram, width, context);
  if (const auto* columns = std::get_if<Columns>(&block.what)) return columns_wish(*columns, width, context);
  return std::nullopt;
}

Piece layout_rigid(const Block& block, Pt width, const SlideContext& context) {
  if (const auto* table = std::get_if<Table>(&block.what)) return layout_table(*table, block.origin, width, context);
  if (const auto* code = std::get_if<Code>(&block.what)) return layout_code(*code, block.origin, width, context);
  if (const auto* quote = std::get_if<Quote>(&block.what)) return layout_quote(*quote, block.origin, width, context);
  if (const auto* note = std::get_if<Admonition>(&block.what)) return layout_admonition(*note, block.origin, width, context);
  if (const auto* math = std::get_if<Math>(&block.what)) return layout_math(*math, block.origin, width, context);
  return {};
}

Piece layout_elastic(const Block& block, Size room, const SlideContext& context) {
  if (const auto* image = std::get_if<Image>(&block.what)) return layout_image(*image, block.origin, room, context);
  if (const auto* diagram = std::get_if<EmbeddedDiagram>(&block.what)) return layout_embedded(*diagram, block.origin, room, context);
  if (const auto* columns = std::get_if<Columns>(&block.what)) return layout_columns(*columns, room, context);
  return {};
}

Slot slot_of(const FlowEntry& entry, Pt width, const SlideContext& context) {
  Slot slot;
  slot.indent = entry.indent;
  slot.step = entry.step;
  const Pt room = std::max(1.0, width - entry.indent);
  if (const auto wish = wish_of(*entry.block, room, context)) {
    slot.elastic = entry.block;
    slot.wish = *wish;
  } else {
    slot.piece = layout_rigid(*entry.block, room, context);
  }
  slot.piece.gap = entry.gap;
  return slot;
}

std::vector<Slot> slots_of(const Blocks& blocks, Pt width, const BodyLook& look, const SlideContext& context) {
  std::vector<FlowEntry> entries = flatten(blocks, look, context);
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < entries.size();) {
    if (entries[i].block) {
      slots.push_back(slot_of(entries[i++], width, context));
      continue;
    }
    std::size_t end = i;
    while (end < entries.size() && entries[end].text) ++end;
    const std::vector<FlowEntry> run(entries.begin() + static_cast<std::ptrdiff_t>(i), entries.begin() + static_cast<std::ptrdiff_t>(end));
    Slot slot;
    slot.piece = layout_body_text(run, width, look, context);
    slots.push_back(std::move(slot));
    i = end;
  }
  return slots;
}

/// Gives every elastic slot its height; false where the least heights are more than is left.
bool share_height(std::vector<Slot>& slots, Pt width, Pt left, const SlideContext& context) {
  Pt least = 0, wanted = 0;
  for (const Slot& slot : slots) {
    if (!slot.elastic) continue;
    least += slot.wish.least;
    wanted += slot.wish.wanted;
  }
  const Pt spare = std::max(0.0, std::min(left, wanted) - least), wishes = wanted - least;
  for (Slot& slot : slots) {
    if (!slot.elastic) continue;
    const Pt own = slot.wish.wanted - slot.wish.least;
    const Pt height = slot.wish.least + (wishes > tolerance ? spare * own / wishes : 0);
    const Pt gap = slot.piece.gap;
    slot.piece = layout_elastic(*slot.elastic, {std::max(1.0, width - slot.indent), height}, context);
    slot.piece.gap = gap;
  }
  return least <= left + tolerance;
}

}  // namespace

StackMeasure measure_stack(const Blocks& blocks, Pt width, const BodyLook& look, const SlideContext& context) {
  StackMeasure out;
  bool is_first = true;
  for (const Slot& slot : slots_of(blocks, width, look, context)) {
    out.height += (slot.elastic ? slot.wish.least : slot.piece.height) + (is_first ? 0 : slot.piece.gap);
    out.fits = out.fits && slot.piece.fits && slot.wish.fits;
    is_first = false;
  }
  return out;
}

Stack layout_stack(const Blocks& blocks, Size room, const BodyLook& look, const SlideContext& context) {
  Stack stack;
  std::vector<Slot> slots = slots_of(blocks, room.width, look, context);
  Pt rigid = 0;
  for (const Slot& slot : slots) rigid += (slot.elastic ? 0 : slot.piece.height) + (&slot == &slots.front() ? 0 : slot.piece.gap);
  stack.fits = share_height(slots, room.width, room.height - rigid, context);
  for (Slot& slot : slots) {
    if (&slot != &slots.front()) stack.height += slot.piece.gap;
    stack.fits = stack.fits && slot.piece.fits;
    move_items(slot.piece.items, {slot.indent, stack.height});
    set_step(slot.piece.items, slot.step);
    stack.height += slot.piece.height;
    for (Item& item : slot.piece.items) stack.items.push_back(std::move(item));
  }
  stack.fits = stack.fits && stack.height <= room.height + tolerance;
  return stack;
}

}  // namespace drawplate::slide
