// See frame_fill.h.
#include "pptx/frame_fill.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "base/overloaded.h"
#include "layout/page/page_walk.h"
#include "layout/page/shapes.h"
#include "pptx/frame_width.h"
#include "pptx/text_frame.h"

namespace drawplate {
namespace {

constexpr Pt tolerance = 0.05;

/// Fills lines with words as they come, in a frame `room` wide; counts the lines.
class LineCounter {
 public:
  LineCounter(Pt room, double factor) : room_(room), factor_(factor) {}

  /// In the order of reading: runs and glyphs are stored as they are seen, from left to right.
  void add(const Line& line, bool right_to_left) {
    if (right_to_left)
      for (auto run = line.runs.rbegin(); run != line.runs.rend(); ++run) add(*run);
    else
      for (const GlyphRun& run : line.runs) add(run);
  }
  void end_line() {
    end_word(0);
    ++lines_;
    pen_ = 0;
  }
  std::size_t lines() const { return lines_; }

 private:
  void add(const GlyphRun& run) {
    if (run.right_to_left)
      for (auto glyph = run.glyphs.rbegin(); glyph != run.glyphs.rend(); ++glyph) add(run, *glyph);
    else
      for (const Glyph& glyph : run.glyphs) add(run, glyph);
  }

  void add(const GlyphRun& run, const Glyph& glyph) {
    const bool space = glyph.text_begin < run.text.size() && run.text[glyph.text_begin] == ' ';
    word_ += glyph.advance * factor_;
    if (space) end_word(glyph.advance * factor_);
  }

  void end_word(Pt trailing) {
    if (pen_ > 0 && word_ > 0 && pen_ + word_ - trailing > room_ + tolerance) {
      ++lines_;
      pen_ = 0;
    }
    pen_ += word_;
    word_ = 0;
  }

  Pt room_;
  double factor_;
  Pt pen_ = 0, word_ = 0;
  std::size_t lines_ = 0;
};

Pt height_at(const TextBlock& block, const TextFrame& frame, Pt room, double factor) {
  Pt height = 0;
  for (std::size_t p = 0; p < block.paragraphs.size(); ++p) {
    const Paragraph& paragraph = block.paragraphs[p];
    LineCounter counter(room, factor);
    for (const Line& line : paragraph.lines) {
      counter.add(line, paragraph.right_to_left);
      if (!line.soft_break || frame.keeps_lines[p]) counter.end_line();
    }
    height += frame.space_before[p] + static_cast<Pt>(counter.lines()) * paragraph.line_height;
  }
  return height;
}

FrameFill fill_of(const TextBlock& block, const TextFrame& frame, Pt room_height) {
  FrameFill fill;
  const Pt room = frame.box.width - frame.insets.left - frame.insets.right;
  Pt longest = 0;
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines) longest = std::max(longest, line.width);
  const Pt height = height_at(block, frame, room, 1), wider = height_at(block, frame, room, wider_text);
  fill.width = room > 0 ? longest / room : 0;
  fill.height = room_height > 0 ? height / room_height : 0;
  fill.holds = longest <= room + tolerance && height <= room_height + tolerance;
  fill.holds_wider = wider <= room_height + tolerance;
  return fill;
}

/// The frame of an item's text and the height that it may fill; nothing where the item has no text of its own.
std::optional<FrameFill> fill_of(const Item& item) {
  using Fill = std::optional<FrameFill>;
  return std::visit(
      Overloaded{[](const Shape& shape) -> Fill {
                   if (!shape.text || !has_text(*shape.text)) return std::nullopt;
                   const TextFrame frame = frame_in_shape(*shape.text, shape.box, text_rectangle(shape.kind, shape.box, shape.radius));
                   return fill_of(*shape.text, frame, shape.box.height);
                 },
                 [](const TextBlock& block) -> Fill {
                   if (!has_text(block)) return std::nullopt;
                   const TextFrame frame = frame_alone(block);
                   return fill_of(block, frame, std::max(frame.box.height, block.box.height));
                 },
                 [](const OneOf<Connector, Freeform, Picture, ItemGroup, TableGrid, Formula> auto&) -> Fill { return std::nullopt; }},
      item.what);
}

}  // namespace

std::vector<FrameFill> frame_fills(const Document& document) {
  std::vector<FrameFill> fills;
  for (std::size_t page = 0; page < document.pages.size(); ++page)
    for_each_item(document.pages[page].items, [&](const Item& item) {
      std::optional<FrameFill> fill = fill_of(item);
      if (!fill) return;
      fill->page = page;
      fill->name = item.name;
      fills.push_back(std::move(*fill));
    });
  return fills;
}

}  // namespace drawplate
