// See frame_width.h.
#include "pptx/frame_width.h"

#include <algorithm>
#include <cassert>

namespace drawplate {
namespace {

/// Programs measure text a little differently; a frame this much from a limit is safe, nearer than `narrow` it is not.
Pt safe_margin(Pt width) { return std::max(0.75, width * 0.008); }
Pt narrow_margin(Pt width) { return 0.1 + width * 0.003; }

/// Width of all glyphs, the space that a break eats included.
Pt full_width(const Line& line) {
  Pt width = 0;
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

std::string_view cluster_of(const GlyphRun& run, const Glyph& glyph) {
  assert(glyph.text_begin <= glyph.text_end && glyph.text_end <= run.text.size());
  return std::string_view(run.text).substr(std::min<std::size_t>(glyph.text_begin, run.text.size()), glyph.text_end - glyph.text_begin);
}

/// Thai, Lao, Myanmar and Khmer: words have no spaces between them, and every program has a dictionary of its own.
bool is_of_unspaced_script(std::string_view cluster) {
  if (cluster.size() < 3) return false;
  const std::string_view lead = cluster.substr(0, 2);
  return (lead >= "\xE0\xB8" && lead <= "\xE0\xBB") || (lead >= "\xE1\x80" && lead <= "\xE1\x82") || lead == "\xE1\x9E" ||
         lead == "\xE1\x9F";
}

bool ends_word(std::string_view cluster) {
  const auto first = static_cast<unsigned char>(cluster.front());
  // From U+3000 on nearly every character may end a line.
  return cluster == "-" || cluster == "/" || first >= 0xE3 || is_of_unspaced_script(cluster);
}

/// Width of what stands before the first place at which some program may break the line.
Pt first_word_width(const Line& line) {
  Pt width = 0;
  // Runs come in visual order: where some run to the left the first word is elsewhere, and may be a sign alone.
  for (const GlyphRun& run : line.runs)
    if (run.right_to_left) return std::min(line.width, run.size / 4);
  for (const GlyphRun& run : line.runs) {
    for (const Glyph& glyph : run.glyphs) {
      const std::string_view cluster = cluster_of(run, glyph);
      if (cluster == " ") return width;
      width += glyph.advance;
      if (!cluster.empty() && ends_word(cluster)) return width;
    }
  }
  return width;
}

}  // namespace

WidthRange width_range(const Paragraph& paragraph) {
  WidthRange range;
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const Line& line = paragraph.lines[i];
    range.least = std::max(range.least, paragraph.indent + line.width);
    if (line.soft_break && i + 1 < paragraph.lines.size())
      range.most =
          std::min(range.most, paragraph.indent + std::max(line.width, full_width(line)) + first_word_width(paragraph.lines[i + 1]));
  }
  return range;
}

FrameWidth choose_frame_width(const TextBlock& block, Pt wanted) {
  std::vector<WidthRange> ranges;
  WidthRange common;
  for (const Paragraph& paragraph : block.paragraphs) {
    ranges.push_back(width_range(paragraph));
    common.least = std::max(common.least, ranges.back().least);
  }
  // Paragraphs from right to left that leave others too little room keep their lines by breaks instead.
  const Pt roomy = common.least + 2 * safe_margin(common.least);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if (!block.paragraphs[i].right_to_left || ranges[i].most >= roomy) common.most = std::min(common.most, ranges[i].most);
  FrameWidth frame{wanted, {}};
  if (!common.holds(wanted, safe_margin(wanted))) {
    const Pt least = common.least + safe_margin(common.least), middle = (common.least + common.most) / 2;
    frame.width = middle > common.least ? std::min(middle, std::max(wanted, least)) : least;
  }
  for (const WidthRange& range : ranges) frame.keeps_lines.push_back(!range.holds(frame.width, narrow_margin(frame.width)));
  return frame;
}

}  // namespace drawplate
