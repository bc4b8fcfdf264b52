// See frame.h.
#include "layout/text/frame.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace drawplate {
namespace {

constexpr Pt unlimited = std::numeric_limits<Pt>::infinity();
/// Renderers measure a little differently: a line keeps this much of its width as room.
constexpr double slack = 0.02;

bool is_break_character(char c) { return c == ' ' || c == '-' || c == '/'; }

/// Width of the first piece of a line that greedy filling would try to pull up, and whether the line has more.
Pt first_piece_width(const Line& line) {
  Pt width = 0;
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs) {
      const bool breaks = glyph.text_begin < run.text.size() && is_break_character(run.text[glyph.text_begin]);
      if (breaks && run.text[glyph.text_begin] == ' ') return width;
      width += glyph.advance;
      if (breaks) return width;
    }
  return width;
}

/// Below this frame width greedy filling breaks where the paragraph breaks; infinite where it has no soft break.
Pt frame_limit(const Paragraph& paragraph) {
  Pt limit = unlimited;
  for (std::size_t i = 0; i + 1 < paragraph.lines.size(); ++i) {
    if (!paragraph.lines[i].soft_break) continue;
    const Line& line = paragraph.lines[i];
    const Pt space = line.runs.empty() ? 0 : line.runs.back().size * 0.25;
    limit = std::min(limit, line.width + space + first_piece_width(paragraph.lines[i + 1]));
  }
  return limit;
}

bool has_soft_break(const Paragraph& paragraph) {
  return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [](const Line& line) { return line.soft_break; });
}

void harden(Paragraph& paragraph) {
  for (Line& line : paragraph.lines) line.soft_break = false;
}

/// The frame's width: wide enough for the longest line with some slack, below what would pull a word up.
Pt choose_width(TextBlock& block, Pt longest, Pt room) {
  const Pt wanted = longest * (1 + slack) + 1;
  Pt limit = std::max(room, wanted);
  for (Paragraph& paragraph : block.paragraphs) {
    const Pt own = frame_limit(paragraph);
    if (own <= wanted * (1 + slack))
      harden(paragraph);
    else
      limit = std::min(limit, own);
  }
  const bool wraps = std::any_of(block.paragraphs.begin(), block.paragraphs.end(), has_soft_break);
  if (!wraps) return std::max(room, wanted);
  return std::min(limit * (1 - slack / 2), (wanted + limit) / 2);
}

/// From the first line's top to the last line's bottom.
Pt line_height_sum(const Stack& stack) {
  Pt height = 0;
  for (std::size_t i = 0; i < stack.paragraphs.size(); ++i) height += (i ? stack.gaps[i] : 0) + stack.paragraphs[i].height;
  return height;
}

}  // namespace

Pt optical_height(const Stack& stack) {
  if (stack.paragraphs.empty()) return 0;
  const LaidOutParagraph& first = stack.paragraphs.front();
  Pt height = first.cap_height + (static_cast<Pt>(first.paragraph.lines.size()) - 1) * first.paragraph.line_height;
  for (std::size_t i = 1; i < stack.paragraphs.size(); ++i) height += stack.gaps[i] + stack.paragraphs[i].height;
  return height;
}

TextBlock place_stack(const Stack& stack, FramePlace place) {
  TextBlock block;
  if (stack.paragraphs.empty()) return block;
  Pt longest = 0, baseline = place.first_baseline;
  const Align align = stack.paragraphs.front().paragraph.align;
  for (std::size_t i = 0; i < stack.paragraphs.size(); ++i) {
    const LaidOutParagraph& laid = stack.paragraphs[i];
    if (i) baseline += stack.gaps[i] + laid.paragraph.line_height;
    const Pt left = align == Align::left ? place.x : align == Align::center ? place.x - laid.width / 2 : place.x - laid.width;
    block.paragraphs.push_back(moved_by(laid.paragraph, Vec{left, baseline - laid.first_baseline}));
    baseline += (static_cast<Pt>(laid.paragraph.lines.size()) - 1) * laid.paragraph.line_height;
    longest = std::max(longest, laid.width);
  }
  const Pt width = choose_width(block, longest, place.room);
  const Pt left = align == Align::left ? place.x : align == Align::center ? place.x - width / 2 : place.x - width;
  block.box = {left, place.first_baseline - stack.paragraphs.front().first_baseline, width, line_height_sum(stack)};
  return block;
}

}  // namespace drawplate
