// From styled text to lines of glyphs: collect → itemise → shape → break → place. One paragraph at a time; cards put paragraphs together.
// It decides every line break, so that no writer has to.
#pragma once

#include "base/diagnostic.h"
#include "layout/page/page.h"
#include "layout/text/paragraph_style.h"

namespace drawplate {

/// A paragraph with its first line's top at y = 0 and its left edge at x = 0; centred and right-aligned lines are placed within `width`.
/// Each line is `line_height` high; its baseline is where the text sits optically (see first_baseline).
struct LaidOutParagraph {
  Paragraph paragraph;
  Pt width = 0;                                  ///< of the longest line
  Pt height = 0;                                 ///< lines × line height
  Pt frame_width = 0;                            ///< a width at which greedy filling breaks at the same places (>= width)
  Pt first_baseline = 0;                         ///< of the first line, from the top
  Pt cap_height = 0, x_height = 0, descent = 0;  ///< of the main face at this size
};

/// Lays one paragraph out in at most `max_width`. Words longer than that break between grapheme clusters only as a last resort.
/// Lines never exceed max_width unless one grapheme cluster does.
/// A character that no face has is a warning at the text's origin and shows as the replacement glyph.
/// Title-like texts break before `+ / & -> →` in preference, and never inside an identifier (a word with _ or camel case).
LaidOutParagraph layout_paragraph(const RichText& text, const ParagraphStyle& style, Pt max_width, FontCatalog& fonts, Report& report);

/// The width of the text on one line (of its longest hard line), and of its widest unbreakable piece.
struct TextWidths {
  Pt natural = 0, minimum = 0;
};
TextWidths measure_text(const RichText& text, const ParagraphStyle& style, FontCatalog& fonts, Report& report);

/// `most`, or where the longest word needs more, that much: up to twice as much, since words that break read badly.
Pt room_for_words(const RichText& text, const ParagraphStyle& style, Pt most, FontCatalog& fonts, Report& report);

TextBlock moved_by(TextBlock block, Vec by);
Paragraph moved_by(Paragraph paragraph, Vec by);
Formula moved_by(Formula formula, Vec by);

}  // namespace drawplate
