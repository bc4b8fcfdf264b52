// Columns beside one another; on narrow pages one below the other.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <variant>
#include <vector>

#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

namespace drawplate::slide {
namespace {

constexpr Pt narrowest = 250;  ///< of two columns of text on a page upright, in points at scale 1

bool are_stacked(const Columns& columns, Pt width, const SlideContext& context) {
  const bool upright = context.deck.page.height > context.deck.page.width;
  return upright && width / static_cast<double>(std::max<std::size_t>(1, columns.columns.size())) < narrowest * 1.6 * context.deck.scale;
}

std::vector<Pt> widths_of(const Columns& columns, Pt width, Pt gap, const SlideContext& context) {
  const auto count = static_cast<double>(columns.columns.size());
  const Pt room = std::max(1.0, width - gap * (count - 1));
  std::vector<Pt> widths;
  Pt said = 0;
  double silent = 0;
  for (const Column& column : columns.columns) {
    widths.push_back(column.width.empty() ? 0 : resolved_width(column.width, room, 0, context));
    said += widths.back();
    silent += widths.back() > 0 ? 0 : 1;
  }
  // What is said adds up to less than the room where a column says nothing; else it is taken as shares.
  const Pt least = room * 0.15;
  const Pt share = silent > 0 ? std::max(least, (room - said) / silent) : 0;
  for (Pt& own : widths)
    if (own <= 0) own = share;
  const Pt sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  if (sum > room || silent == 0) {
    const double k = sum > room ? room / sum : 1;
    for (Pt& own : widths) own *= k;
  }
  return widths;
}

Pt gap_of(const SlideContext& context) { return context.theme().slides.column_gap * context.deck.scale; }

Stack lay_out(const Column& column, Size room, const SlideContext& context) { return layout_stack(column.blocks, room, {}, context); }

void add(Piece& piece, Stack stack, Vec by) {
  move_items(stack.items, by);
  piece.fits = piece.fits && stack.fits;
  for (Item& item : stack.items) piece.items.push_back(std::move(item));
}

/// One below the other: each its own height, and elastic ones share what is left.
Piece layout_stacked(const Columns& columns, Size room, const SlideContext& context) {
  Piece piece;
  piece.width = room.width;
  const Pt gap = context.length(context.theme().slides.block_gap);
  Pt rigid = gap * (static_cast<double>(columns.columns.size()) - 1);
  int elastic = 0;
  for (const Column& column : columns.columns) {
    if (is_elastic(column.blocks))
      ++elastic;
    else
      rigid += lay_out(column, {room.width, 1e6}, context).height;
  }
  const Pt share = elastic > 0 ? std::max(1.0, (room.height - rigid) / elastic) : 0;
  for (const Column& column : columns.columns) {
    if (piece.height > 0) piece.height += gap;
    Stack stack = lay_out(column, {room.width, is_elastic(column.blocks) ? share : 1e6}, context);
    const Pt height = stack.height;
    add(piece, std::move(stack), {0, piece.height});
    piece.height += height;
  }
  return piece;
}

}  // namespace

bool is_elastic(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (const auto* columns = std::get_if<Columns>(&block.what))
      return std::any_of(columns->columns.begin(), columns->columns.end(), [](const Column& c) { return is_elastic(c.blocks); });
    return std::holds_alternative<Image>(block.what) || std::holds_alternative<EmbeddedDiagram>(block.what);
  });
}

HeightWish columns_wish(const Columns& columns, Pt width, const SlideContext& context) {
  HeightWish wish;
  if (columns.columns.empty()) return wish;
  const bool stacked = are_stacked(columns, width, context);
  const std::vector<Pt> widths = widths_of(columns, width, gap_of(context), context);
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    // The least that the column can be: its texts, and its figures at their smallest.
    const StackMeasure least = measure_stack(columns.columns[i].blocks, stacked ? width : widths[i], {}, context);
    wish.fits = wish.fits && least.fits;
    const Pt gap = stacked && i > 0 ? context.length(context.theme().slides.block_gap) : 0;
    wish.least = stacked ? wish.least + gap + least.height : std::max(wish.least, least.height);
  }
  wish.wanted = wish.least;
  for (const Column& column : columns.columns)
    if (is_elastic(column.blocks)) wish.wanted = std::max(wish.least, context.deck.page.height);
  return wish;
}

Piece layout_columns(const Columns& columns, Size room, const SlideContext& context) {
  if (columns.columns.empty()) return {};
  if (are_stacked(columns, room.width, context)) return layout_stacked(columns, room, context);
  Piece piece;
  piece.width = room.width;
  const Pt gap = gap_of(context);
  const std::vector<Pt> widths = widths_of(columns, room.width, gap, context);
  Pt x = 0;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    Stack stack = lay_out(columns.columns[i], {widths[i], room.height}, context);
    piece.height = std::max(piece.height, stack.height);
    add(piece, std::move(stack), {context.is_right_to_left() ? room.width - x - widths[i] : x, 0});
    x += widths[i] + gap;
  }
  return piece;
}

}  // namespace drawplate::slide
