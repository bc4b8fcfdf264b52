// A set part of a formula: its runs and rules about a baseline whose left end is the origin.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/text/text_block.h"

namespace drawplate::math {

struct MathBox {
  Pt width = 0, ascent = 0, descent = 0;
  Pt italic = 0;  ///< by how much the top leans beyond the width
  std::vector<GlyphRun> runs{};
  std::vector<Rect> rules{};

  Pt height() const { return ascent + descent; }
};

/// Puts `part` into `box` with its origin at `at` (y down); the box grows around it.
inline void put(MathBox& box, MathBox part, Vec at) {
  for (GlyphRun& run : part.runs) {
    run.origin = run.origin + at;
    box.runs.push_back(std::move(run));
  }
  for (const Rect& rule : part.rules) box.rules.push_back(moved_by(rule, at));
  box.width = std::max(box.width, at.x + part.width);
  box.ascent = std::max(box.ascent, part.ascent - at.y);
  box.descent = std::max(box.descent, part.descent + at.y);
}

/// Puts `part` behind what there is.
inline void append(MathBox& box, MathBox part, Pt gap = 0) {
  const Pt x = box.width + gap, italic = part.italic;
  put(box, std::move(part), {x, 0});
  box.italic = italic;
}

}  // namespace drawplate::math
