// Frames that make PowerPoint and LibreOffice put each line of a text block where the page has it. It rests on a model of
// how these programs place lines, and on nothing else of them; it breaks no lines and writes nothing.
#pragma once

#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// Where a block's text goes: the shape's box and what a:bodyPr and each a:pPr say.
struct TextFrame {
  Rect box;
  Insets insets;  ///< from the shape's text rectangle; never negative
  Anchor anchor = Anchor::top;
  bool wraps = true;
  std::vector<bool> keeps_lines;  ///< by paragraph: soft breaks are written as breaks, since no width there is suits them
  std::vector<Pt> space_before;   ///< by paragraph
  std::vector<int> line_spacing;  ///< by paragraph, in 1000ths of a percent of 1.2 em
};

/// A frame for text inside a shape whose preset counts insets from `text_rectangle`.
TextFrame frame_in_shape(const TextBlock& block, Rect box, Rect text_rectangle);
/// A frame for text that stands alone: as high as the text.
TextFrame frame_alone(const TextBlock& block);

/// True where the block has a character to show.
bool has_text(const TextBlock& block);
/// The size of the largest run, or what the line height stands for where the line has none.
Pt size_of(const Line& line, const Paragraph& paragraph);

}  // namespace drawplate
