// See furniture.h.
#include "layout/slide/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "layout/slide/body_text.h"
#include "layout/slide/plan.h"

namespace drawplate::slide {
namespace {

constexpr double footer_share = 0.7;  ///< of the foot; PowerPoint's date and number have the rest

RichText plain_text(std::string text) { return {{TextSpan{.text = std::move(text)}}, {}}; }

/// A place at a slide's edge, and which part of the furniture stands there.
struct EdgePlace {
  std::string_view name;
  Placeholder placeholder = Placeholder::none;
  Rect box;
  Align align = Align::left;
};

/// One line at the edge; text too long for it wraps away from the edge, into the margin.
std::optional<Item> edge_text(const EdgePlace& place, const RichText& text, const SlideContext& context) {
  if (text.empty()) return std::nullopt;
  const Rect& box = place.box;
  ParagraphStyle style = context.paragraph(SlideRole::furniture, context.palette.muted, place.align);
  if (place.placeholder == Placeholder::slide_number) style.direction = TextDirection::ltr;
  LaidOutParagraph laid = layout_paragraph(text, style, box.width, context.deck.fonts, context.report);
  if (laid.paragraph.lines.size() > 2) laid.paragraph.lines.resize(2);
  const Pt height = laid.paragraph.line_height * static_cast<double>(laid.paragraph.lines.size());
  const Pt top = place.placeholder == Placeholder::header ? box.y : box.bottom() - height;
  if (!laid.paragraph.lines.empty()) laid.paragraph.lines.back().soft_break = false;
  Item item = block_item(std::string(place.name), Role::footer, text.origin);
  item.placeholder = place.placeholder;
  TextBlock block;
  block.box = {box.x, top, box.width, height};
  block.paragraphs.push_back(moved_by(align_in(std::move(laid), box.width), {box.x, top}));
  item.what = std::move(block);
  return item;
}

bool has_mark(const RichText& text, std::string_view mark) {
  return std::any_of(text.spans.begin(), text.spans.end(), [&](const TextSpan& span) { return span.superscript && span.text == mark; });
}

/// Looks for a footnote's mark in every text of the blocks.
struct MarkSearch {
  std::string_view mark;

  bool in(const Blocks& blocks) const {
    return std::any_of(blocks.begin(), blocks.end(), [this](const Block& block) { return std::visit(*this, block.what); });
  }
  bool operator()(const TextParagraph& paragraph) const { return has_mark(paragraph.text, mark); }
  bool operator()(const Heading& heading) const { return has_mark(heading.text, mark); }
  bool operator()(const List& list) const {
    return std::any_of(list.items.begin(), list.items.end(), [this](const ListItem& item) { return in(item.blocks); });
  }
  bool operator()(const Quote& quote) const { return in(quote.blocks) || has_mark(quote.attribution, mark); }
  bool operator()(const Admonition& note) const { return in(note.blocks) || has_mark(note.title, mark); }
  bool operator()(const Table& table) const {
    for (const auto& row : table.rows)
      for (const RichText& cell : row)
        if (has_mark(cell, mark)) return true;
    return has_mark(table.caption, mark);
  }
  bool operator()(const Code&) const { return false; }
  bool operator()(const Image& image) const { return has_mark(image.caption, mark); }
  bool operator()(const Math&) const { return false; }
  bool operator()(const EmbeddedDiagram& diagram) const { return has_mark(diagram.caption, mark); }
  bool operator()(const Columns& columns) const {
    return std::any_of(columns.columns.begin(), columns.columns.end(), [this](const Column& column) { return in(column.blocks); });
  }
};

/// The note's text with its mark in front.
RichText marked_text(const Footnote& note) {
  RichText out;
  out.origin = note.origin;
  out.spans.push_back(TextSpan{.text = note.mark, .superscript = true});
  for (const Block& block : note.blocks) {
    const auto* paragraph = std::get_if<TextParagraph>(&block.what);
    if (!paragraph) continue;
    out.spans.push_back(TextSpan{.text = " "});
    out.spans.insert(out.spans.end(), paragraph->text.spans.begin(), paragraph->text.spans.end());
  }
  return out;
}

}  // namespace

std::vector<Item> layout_furniture(const Slide& slide, int number, Rect column, const SlideContext& context) {
  std::vector<Item> items;
  const auto add = [&](std::optional<Item> item) {
    if (item) items.push_back(std::move(*item));
  };
  Rect head = furniture_box(true, context.deck), foot = furniture_box(false, context.deck);
  head.x = foot.x = column.x;
  head.width = foot.width = column.width;
  const Pt number_width = slide.paginate ? foot.width * 0.1 : 0;
  add(edge_text({"header", Placeholder::header, head, Align::left}, slide.header, context));
  const bool mirrored = context.is_right_to_left();
  const Pt footer_width = foot.width * footer_share;
  const Rect footer{mirrored ? foot.right() - footer_width : foot.x, foot.y, footer_width, foot.height};
  add(edge_text({"footer", Placeholder::footer, footer, Align::left}, slide.footer, context));
  if (!slide.paginate) return items;
  const Rect page_number{mirrored ? foot.x : foot.right() - number_width, foot.y, number_width, foot.height};
  const Align outwards = mirrored ? Align::left : Align::right;
  add(edge_text({"page number", Placeholder::slide_number, page_number, outwards}, plain_text(fmt::format("{}", number)), context));
  return items;
}

Piece layout_footnotes(const std::vector<const Footnote*>& notes, Pt width, const SlideContext& context) {
  Piece piece;
  piece.width = width;
  if (notes.empty()) return piece;
  const double k = context.deck.scale;
  Item rule = block_item("footnote rule", Role::decoration, {});
  rule.what = Shape{.kind = ShapeKind::rect, .box = {0, 0, std::min(width, 72 * k), 0.75}, .fill = Fill{context.palette.muted}};
  piece.items.push_back(std::move(rule));
  piece.height = 6 * k;
  const ParagraphStyle style = context.paragraph(SlideRole::footnote, context.palette.muted);
  TextBlock block;
  const Pt top = piece.height;
  for (const Footnote* note : notes) {
    const RichText text = marked_text(*note);
    LaidOutParagraph laid = layout_paragraph(text, style, width, context.deck.fonts, context.report);
    const Pt height = laid.height;
    block.paragraphs.push_back(moved_by(align_in(std::move(laid), width), {0, piece.height}));
    piece.height += height;
  }
  block.box = {0, top, width, piece.height - top};
  Item item = block_item("footnotes", Role::footnote, notes.front()->origin);
  item.what = std::move(block);
  piece.items.push_back(std::move(item));
  return piece;
}

std::vector<const Footnote*> notes_of(const Slide& slide, const Blocks& blocks, bool with_title) {
  std::vector<const Footnote*> notes;
  for (const Footnote& note : slide.footnotes) {
    const MarkSearch search{note.mark};
    if (search.in(blocks) || (with_title && (has_mark(slide.title, note.mark) || has_mark(slide.subtitle, note.mark))))
      notes.push_back(&note);
  }
  return notes;
}

}  // namespace drawplate::slide
