// See text_frame.h. The model, measured with LibreOffice 7.4 on PPTX input for six faces, three sizes and line spacings from
// 70 to 140 percent; PowerPoint's line pitch is the same:
//  - a line is 1.2 em x spacing high, whatever the face; spacing over 100 percent lowers the first line by the whole excess;
//  - its baseline lies 1.0 em below its top (in PowerPoint usWinAscent's share of 1.2 em: less by 0.04 em for most faces);
//  - spacing p below 100 percent puts it at 0.9575 p em.
#include "pptx/text_frame.h"

#include <algorithm>
#include <cmath>

#include "pptx/frame_width.h"

namespace drawplate {
namespace {

constexpr Em line_pitch = 1.2;
constexpr Em line_ascent = 1.0, tight_line_ascent = 0.9575;
constexpr int full_spacing = 100000;
constexpr Pt spare_width = 2;   // one-line texts get this and `wider_text`, for other rasterisers
constexpr Pt edge_padding = 6;  // what one-line texts leave of a shape's width where they may
constexpr Pt tolerance = 0.5;

struct ParagraphExtent {
  int spacing = full_spacing;
  Pt ascent = 0, height = 0;
};

/// Of a block as other programs set it: its top, from the first baseline, and its height.
struct BlockExtent {
  Pt top = 0, height = 0;
};

ParagraphExtent extent_of(const Paragraph& paragraph) {
  ParagraphExtent extent;
  if (paragraph.lines.empty()) return extent;
  const Line& first = paragraph.lines.front();
  const Pt size = size_of(first, paragraph);
  if (paragraph.lines.size() > 1 && paragraph.line_height > 0 && size > 0) {
    const double share = std::clamp(paragraph.line_height / (line_pitch * size), 0.2, 10.0);
    extent.spacing = static_cast<int>(std::lround(share * 100)) * 1000;  // LibreOffice cuts off what is not a whole percent
  }
  const double spacing = static_cast<double>(extent.spacing) / full_spacing;
  extent.ascent = spacing < 1 ? tight_line_ascent * spacing * size : (line_ascent + (spacing - 1) * line_pitch) * size;
  for (const Line& line : paragraph.lines) extent.height += line_pitch * spacing * size_of(line, paragraph);
  return extent;
}

/// Sets the frame's spacings so that each paragraph's first baseline is where the page has it, as far as paragraphs can not
/// be drawn together.
BlockExtent space_paragraphs(const TextBlock& block, TextFrame& frame) {
  BlockExtent whole;
  Pt bottom = 0;
  bool first = true;
  for (const Paragraph& paragraph : block.paragraphs) {
    const ParagraphExtent extent = extent_of(paragraph);
    Pt before = 0;
    if (!paragraph.lines.empty()) {
      const Pt top = paragraph.lines.front().baseline - extent.ascent;
      if (first) {
        whole.top = bottom = top;
        first = false;
      }
      before = std::clamp(top - bottom, 0.0, 1584.0);
    }
    frame.space_before.push_back(before);
    frame.line_spacing.push_back(extent.spacing);
    bottom += before + extent.height;
  }
  whole.height = bottom - whole.top;
  return whole;
}

bool is_soft_broken(const TextBlock& block) {
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines)
      if (line.soft_break) return true;
  return false;
}

Pt longest_line(const TextBlock& block) {
  Pt longest = 0;
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines) longest = std::max(longest, paragraph.indent + line.width);
  return longest;
}

/// The alignment of all paragraphs, or left where they differ.
Align alignment_of(const TextBlock& block) {
  const Align first = block.paragraphs.empty() ? Align::left : block.paragraphs.front().align;
  for (const Paragraph& paragraph : block.paragraphs)
    if (paragraph.align != first) return Align::left;
  return first;
}

struct Extent {
  Pt left = 0, right = 0;
  Pt width() const { return right - left; }
};

/// The block's box at another width; the side that lines are aligned to stays.
Extent resized(Rect box, Pt width, Align align) {
  switch (align) {
    case Align::left:
      return {box.left(), box.left() + width};
    case Align::center:
      return {box.mid_x() - width / 2, box.mid_x() + width / 2};
    case Align::right:
      return {box.right() - width, box.right()};
  }
  return {box.left(), box.right()};
}

/// Of a room as high as given, for a text of the extent given.
SpareLine spare_line(const TextBlock& block, BlockExtent text, Pt room_height) {
  Pt line = 0;
  for (const Paragraph& paragraph : block.paragraphs) line = std::max(line, paragraph.line_height);
  return text.height + line <= room_height ? SpareLine::yes : SpareLine::no;
}

/// The extent in which other programs break the same lines; one-line texts get some to spare.
Extent wanted_extent(const TextBlock& block, Align align, SpareLine spare, TextFrame& frame) {
  const bool broken = is_soft_broken(block);
  const Pt spared = longest_line(block) * wider_text + spare_width;
  const FrameWidth width = choose_frame_width(block, broken ? block.box.width : std::max(block.box.width, spared), spare);
  frame.keeps_lines = width.keeps_lines;
  return resized(block.box, width.width, align);
}

/// `own` made as wide as the room allows, where lines must not break; they stay where they are.
Extent spread(Extent own, Extent room, Align align) {
  const Extent inner{room.left + edge_padding, room.right - edge_padding};
  switch (align) {
    case Align::left:
      return {own.left, std::max(own.right, inner.right)};
    case Align::center: {
      const Pt middle = (own.left + own.right) / 2;
      const Pt half = std::max(own.width() / 2, std::min(middle - inner.left, inner.right - middle));
      return {middle - half, middle + half};
    }
    case Align::right:
      return {std::min(own.left, inner.left), own.right};
  }
  return own;
}

/// Within the room; a centred extent loses as much on either side.
Extent kept_within(Extent own, Extent room, Align align) {
  const Pt over_left = std::max(0.0, room.left - own.left), over_right = std::max(0.0, own.right - room.right);
  const Pt over = std::max(over_left, over_right);
  const bool symmetric = align == Align::center && own.width() > 2 * over;
  return symmetric ? Extent{own.left + over, own.right - over} : Extent{own.left + over_left, own.right - over_right};
}

void set_width(const TextBlock& block, Rect room, SpareLine spare, TextFrame& frame) {
  const Align align = alignment_of(block);
  const Extent available{room.left(), room.right()}, wanted = wanted_extent(block, align, spare, frame);
  const Extent grown = is_soft_broken(block) ? wanted : spread(wanted, available, align);
  const Extent extent = kept_within(grown, available, align);
  frame.insets.left = std::max(0.0, extent.left - available.left);
  frame.insets.right = std::max(0.0, available.right - extent.right);
  if (extent.width() < wanted.width() - tolerance) {  // no frame in this shape breaks the same lines
    frame.keeps_lines.assign(block.paragraphs.size(), true);
    frame.wraps = extent.width() > longest_line(block) + spare_width;
  }
}

void set_height(const TextBlock& block, BlockExtent text, Rect room, TextFrame& frame) {
  const Pt above = text.top - room.top(), below = room.bottom() - text.top - text.height;
  frame.anchor = block.anchor;
  if (block.anchor == Anchor::top && above >= 0) {
    frame.insets.top = above;
  } else if (block.anchor == Anchor::bottom && below >= 0) {
    frame.insets.bottom = below;
  } else {  // centred text may stand out on both sides, so this always has a solution
    frame.anchor = Anchor::middle;
    frame.insets.top = std::max(0.0, above - below);
    frame.insets.bottom = std::max(0.0, below - above);
  }
}

}  // namespace

Pt size_of(const Line& line, const Paragraph& paragraph) {
  Pt size = 0;
  for (const GlyphRun& run : line.runs) size = std::max(size, run.size);
  return size > 0 ? size : std::max(1.0, paragraph.line_height / line_pitch);
}

bool has_text(const TextBlock& block) {
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines) {
      if (!line.formulas.empty()) return true;
      for (const GlyphRun& run : line.runs)
        if (!run.text.empty()) return true;
    }
  return false;
}

TextFrame frame_in_shape(const TextBlock& block, Rect box, Rect text_rectangle) {
  TextFrame frame{box, {}, Anchor::top, true, {}, {}, {}};
  const BlockExtent text = space_paragraphs(block, frame);
  set_width(block, text_rectangle, spare_line(block, text, text_rectangle.height), frame);
  set_height(block, text, text_rectangle, frame);
  return frame;
}

TextFrame frame_alone(const TextBlock& block) {
  TextFrame frame{block.box, {}, block.anchor, true, {}, {}, {}};
  const BlockExtent text = space_paragraphs(block, frame);
  const Extent width = wanted_extent(block, alignment_of(block), spare_line(block, text, block.box.height), frame);
  frame.box = {width.left, text.top, width.width(), text.height};
  return frame;
}

}  // namespace drawplate
