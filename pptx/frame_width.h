// How wide a frame may be so that another program, filling lines greedily, breaks a block's paragraphs at the same words.
// It knows lines and their widths, and nothing of shapes or files.
#pragma once

#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// What another program's text may be wider by: faces are rasterised, kerned and substituted differently.
inline constexpr double wider_text = 1.04;

/// Widths at which greedy filling gives a paragraph's own lines. Empty where `most` is not above `least`.
struct WidthRange {
  Pt least = 0;   ///< the longest line
  Pt most = 1e9;  ///< where the next line's first word would still fit into a line; without soft breaks there is no such width
  bool holds(Pt width, Pt margin) const { return width >= least + margin && width <= most - margin; }
};

WidthRange width_range(const Paragraph& paragraph);

struct FrameWidth {
  Pt width = 0;
  std::vector<bool> keeps_lines;  ///< by paragraph: no common width suits it, so its soft breaks have to be written
};

/// Whether there is height for one more line.
enum class SpareLine : bool { no, yes };

/// `wanted` if all paragraphs come out right with it, else the middle of the widths at which they do. Where there is no spare
/// line, lines stay as they are also if text is wider by `wider_text`, and paragraphs whose next word would fit into as much
/// keep their lines by breaks.
FrameWidth choose_frame_width(const TextBlock& block, Pt wanted, SpareLine spare);

}  // namespace drawplate
