// Paragraphs, headings and lists as one text frame: bullets hang, levels indent, and the frame is one placeholder's text.
#pragma once

#include <string>
#include <vector>

#include "layout/slide/piece.h"

namespace drawplate::slide {

/// What a slide's text frames are set in where it is not the plain body.
struct BodyLook {
  SlideRole role = SlideRole::body;
  Align align = Align::left;
  bool muted = false;
};

/// One step of a flattened tree of blocks: a paragraph of the frame, or a block of another kind that breaks the frame.
struct FlowEntry {
  const RichText* text = nullptr;  ///< of a paragraph
  const Block* block = nullptr;    ///< of another kind
  SlideRole role = SlideRole::body;
  int level = 0;
  Pt indent = 0, hanging = 0, gap = 0;
  std::string bullet;  ///< as shown, or empty
  bool numbered = false;
  int number = 1, step = 0;
  Span origin;
};

/// Lists become paragraphs with bullets; what is no text stays a block, indented as deep as its list item.
std::vector<FlowEntry> flatten(const Blocks& blocks, const BodyLook& look, const SlideContext& context);

/// Entries of paragraphs, laid out at most `width` wide.
Piece layout_body_text(const std::vector<FlowEntry>& entries, Pt width, const BodyLook& look, const SlideContext& context);

/// The text's lines placed in a column of this width, their first line's top at y = 0; from right to left, those that would
/// begin at the left begin at the right.
Paragraph align_in(LaidOutParagraph laid, Pt width);

}  // namespace drawplate::slide
