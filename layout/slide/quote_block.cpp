// Quotes and admonitions: text with a bar at its left, on a slide of its own set large, in a note on a pale field.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

namespace drawplate::slide {
namespace {

struct NoteLook {
  Accent accent;
  std::string_view title, icon;
};
/// By AdmonitionKind.
constexpr std::array<NoteLook, 5> note_looks = {{{Accent::blue, "Note", "info"},
                                                 {Accent::green, "Tip", "bulb"},
                                                 {Accent::purple, "Important", "star"},
                                                 {Accent::amber, "Warning", "warning"},
                                                 {Accent::red, "Caution", "warning"}}};

void append(std::vector<Item>& to, std::vector<Item> from, Vec by) {
  move_items(from, by);
  for (Item& item : from) to.push_back(std::move(item));
}

Item bar(std::string name, Rect box, Color color, Span origin) {
  Item item = block_item(std::move(name), Role::decoration, origin);
  item.what = Shape{.kind = ShapeKind::rect, .box = box, .fill = Fill{color}};
  return item;
}

void set_role(std::vector<Item>& items, Role role, std::string_view name) {
  for (Item& item : items)
    if (item.role == Role::body) {
      item.role = role;
      item.name = name;
    }
}

Item text_item(std::string name, Role role, LaidOutParagraph laid, Pt width, Span origin) {
  Item item = block_item(std::move(name), role, origin);
  TextBlock block;
  block.box = {0, 0, width, laid.height};
  block.paragraphs.push_back(align_in(std::move(laid), width));
  item.what = std::move(block);
  return item;
}

}  // namespace

Piece layout_quote(const Quote& quote, Span origin, Pt width, const SlideContext& context) {
  const bool is_large = context.layout == SlideLayout::quote;
  const Pt bar_width = context.theme().slides.bar_width * context.deck.scale, indent = bar_width + context.length(is_large ? 27 : 18);
  const BodyLook look{is_large ? SlideRole::quote : SlideRole::body, Align::left, !is_large};
  const Pt room = std::max(1.0, std::min(width - indent, is_large ? width * 0.86 : width));
  Stack inner = layout_stack(quote.blocks, {room, 1e6}, look, context);
  Piece piece;
  piece.width = width;
  piece.height = inner.height;
  piece.fits = inner.fits;
  set_role(inner.items, Role::quote, "quote");
  const bool mirrored = context.is_right_to_left();
  const Pt text_left = mirrored ? width - indent - room : indent;
  append(piece.items, std::move(inner.items), {text_left, 0});
  if (!quote.attribution.empty()) {
    const ParagraphStyle style = context.paragraph(SlideRole::attribution, context.palette.muted);
    LaidOutParagraph laid = layout_paragraph(quote.attribution, style, room, context.deck.fonts, context.report);
    const Pt top = piece.height + context.length(is_large ? 18 : 6);
    piece.height = top + laid.height;
    std::vector<Item> items;
    items.push_back(text_item("attribution", Role::quote, std::move(laid), room, quote.attribution.origin));
    append(piece.items, std::move(items), {text_left, top});
  }
  piece.items.insert(piece.items.begin(),
                     bar("quote bar", {mirrored ? width - bar_width : 0, 0, bar_width, piece.height}, context.palette.accent, origin));
  return piece;
}

Piece layout_admonition(const Admonition& note, Span origin, Pt width, const SlideContext& context) {
  const NoteLook& look = note_looks[static_cast<std::size_t>(note.kind)];
  const Theme& theme = context.theme();
  SlideContext inside{context.deck, box_palette(theme), context.layout, context.factor, context.report};
  const Pt bar_width = theme.slides.bar_width * context.deck.scale, padding = context.length(theme.slides.box_padding);
  const bool mirrored = context.is_right_to_left();
  const Pt room = std::max(1.0, width - bar_width - 2 * padding), left = mirrored ? padding : bar_width + padding;
  Piece piece;
  piece.width = width;
  RichText title = note.title;
  if (title.empty()) {
    title.origin = origin;
    title.spans.emplace_back().text = look.title;
  }
  LaidOutParagraph head = layout_paragraph(
      title, inside.paragraph(SlideRole::note_title, theme.color(look.accent, AccentPart::text), mirrored ? Align::right : Align::left),
      room, context.deck.fonts, context.report);
  Pt top = padding * 0.7;
  const Pt head_height = head.height;
  append(piece.items, {text_item("note title", Role::heading, std::move(head), room, title.origin)}, {left, top});
  top += head_height;
  if (!note.blocks.empty()) {
    Stack inner = layout_stack(note.blocks, {room, 1e6}, {}, inside);
    top += context.length(3);
    set_role(inner.items, Role::text, "note");
    append(piece.items, std::move(inner.items), {left, top});
    top += inner.height;
    piece.fits = inner.fits;
  }
  piece.height = top + padding * 0.7;
  Item field = box_item("note box", Role::decoration, {0, 0, width, piece.height}, origin, context);
  Shape& shape = std::get<Shape>(field.what);
  shape.kind = ShapeKind::rect;
  shape.radius = 0;
  shape.fill = Fill{theme.color(look.accent, AccentPart::pale)};
  shape.stroke.reset();
  piece.items.insert(piece.items.begin(), bar("note bar", {mirrored ? width - bar_width : 0, 0, bar_width, piece.height},
                                              theme.color(look.accent, AccentPart::outline), origin));
  piece.items.insert(piece.items.begin(), std::move(field));
  return piece;
}

}  // namespace drawplate::slide
