// Text blocks, lists and formulas → text operators: glyphs, highlights, underlines, bullets. It chooses no tags: marks are given.
#pragma once

#include <span>

#include "pdf/canvas.h"

namespace drawplate::pdf {

/// What a paragraph's bullet and its text belong to.
struct ParagraphMarks {
  Mark label, text;
};

/// All paragraphs as parts of one whole.
void write_text(const TextBlock& block, const Mark& mark, Canvas& canvas);
/// One entry for each paragraph.
void write_text(const TextBlock& block, std::span<const ParagraphMarks> marks, Canvas& canvas);
/// What the page wants of unseen direction marks, in a corner of it: see page_direction.
void write_page_marks(Canvas& canvas);
void write_formula(const Formula& formula, const Mark& mark, Canvas& canvas);

}  // namespace drawplate::pdf
