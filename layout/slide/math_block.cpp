// Formulas: on a line of their own, centred; and in text, never higher than a line.
#include <algorithm>
#include <optional>
#include <utility>

#include "layout/math/formula.h"
#include "layout/slide/block_kinds.h"

namespace drawplate::slide {
namespace {

FormulaStyle style_of(const SlideContext& context, Pt size, Color color, bool display) {
  FormulaStyle style;
  style.size = size;
  style.color = color;
  style.text = context.style(SlideRole::body);
  style.display = display;
  style.lang = context.deck.lang;
  return style;
}

/// For formulas that cannot be set: as they were written.
Piece written_formula(const Math& math, Span origin, Pt width, const SlideContext& context) {
  const ParagraphStyle style = context.paragraph(SlideRole::code, context.palette.ink, Align::center);
  LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = math.tex}}, origin}, style, width, context.deck.fonts, context.report);
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

}  // namespace

SetFormula inline_formulas(const SlideContext& context) {
  return [&context](const TextSpan& span, Pt size, Color color) {
    std::optional<Formula> formula = set_formula(span.math, style_of(context, size, color, false), context.deck.fonts, context.report);
    const Pt most = size * 1.3;
    if (formula && formula->box.height > most)
      formula =
          set_formula(span.math, style_of(context, size * most / formula->box.height, color, false), context.deck.fonts, context.report);
    return formula;
  };
}

Piece layout_math(const Math& math, Span origin, Pt width, const SlideContext& context) {
  const Pt size = context.style(SlideRole::body).size * 1.1;
  std::optional<Formula> formula =
      set_formula(math.tex, style_of(context, size, context.palette.ink, true), context.deck.fonts, context.report);
  if (formula && formula->box.width > width)
    formula = set_formula(math.tex, style_of(context, size * width / formula->box.width * 0.99, context.palette.ink, true),
                          context.deck.fonts, context.report);
  if (!formula || formula->runs.empty()) return written_formula(math, origin, width, context);
  Piece piece;
  piece.width = width;
  piece.height = formula->box.height;
  Item item = block_item("formula", Role::formula, origin);
  item.alt = math.tex;
  const Vec by{std::max(0.0, (width - formula->box.width) / 2), -formula->box.y};
  item.what = moved_by(std::move(*formula), by);
  piece.items.push_back(std::move(item));
  return piece;
}

}  // namespace drawplate::slide
