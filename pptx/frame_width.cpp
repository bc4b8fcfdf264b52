// See frame_width.h.
#include "pptx/frame_width.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string_view>

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

/// Whether the word ends before (nothing is added) or behind the glyph.
bool add_to_word(const GlyphRun& run, const Glyph& glyph, Pt& width) {
  const std::string_view cluster = cluster_of(run, glyph);
  if (cluster == " ") return true;
  width += glyph.advance;
  return !cluster.empty() && ends_word(cluster);
}

/// Width of what stands before the first place at which some program may break the line. Runs and glyphs come as they are seen.
Pt first_word_width(const Line& line) {
  const auto runs_left = [](const GlyphRun& run) { return run.right_to_left; };
  Pt width = 0;
  if (std::ranges::all_of(line.runs, runs_left)) {
    for (auto run = line.runs.rbegin(); run != line.runs.rend(); ++run)
      for (auto glyph = run->glyphs.rbegin(); glyph != run->glyphs.rend(); ++glyph)
        if (add_to_word(*run, *glyph, width)) return width;
    return width;
  }
  // In a line of both directions the first word may be anywhere, and a sign alone.
  if (const auto run = std::ranges::find_if(line.runs, runs_left); run != line.runs.end()) return std::min(line.width, run->size / 4);
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs)
      if (add_to_word(run, glyph, width)) return width;
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

FrameWidth choose_frame_width(const TextBlock& block, Pt wanted, SpareLine spare) {
  std::vector<WidthRange> ranges;
  Pt longest = 0;
  for (const Paragraph& paragraph : block.paragraphs) {
    ranges.push_back(width_range(paragraph));
    longest = std::max(longest, ranges.back().least);
  }
  const Pt margin = safe_margin(longest);
  const Pt least = spare == SpareLine::yes ? longest + margin : std::max(longest + margin, longest * wider_text);
  WidthRange common{spare == SpareLine::yes ? longest : least};
  // Some keep their lines by breaks instead: those from right to left, whose first words are hard to tell, among them.
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if ((spare == SpareLine::yes && !block.paragraphs[i].right_to_left) || ranges[i].most >= least + margin)
      common.most = std::min(common.most, ranges[i].most);
  FrameWidth frame{wanted, {}};
  if (wanted < std::max(least, longest + safe_margin(wanted)) || wanted > common.most - safe_margin(wanted)) {
    const Pt middle = (common.least + common.most) / 2;
    frame.width = middle > common.least ? std::min(middle, std::max(wanted, least)) : least;
  }
  for (const WidthRange& range : ranges) frame.keeps_lines.push_back(!range.holds(frame.width, narrow_margin(frame.width)));
  return frame;
}

}  // namespace drawplate
