// A formula on a line of its own.
#include "layout/slide/block_kinds.h"

namespace drawplate::slide {

/// Shown as it was written until formulas are laid out.
Piece layout_math(const Math& math, Span origin, Pt width, const SlideContext& context) {
  const ParagraphStyle style = context.paragraph(SlideRole::body, context.palette.ink, Align::center);
  LaidOutParagraph laid =
      layout_paragraph({{TextSpan{.text = math.tex, .italic = true}}, origin}, style, width, context.deck.fonts, context.report);
  Piece piece;
  piece.width = width;
  piece.height = laid.height;
  Item item = block_item("formula", Role::text, origin);
  TextBlock block;
  block.box = {0, 0, width, laid.height};
  block.paragraphs.push_back(align_in(std::move(laid), width));
  item.what = std::move(block);
  piece.items.push_back(std::move(item));
  return piece;
}

}  // namespace drawplate::slide
