// One frame for several paragraphs: stacking them, and finding a width at which a word processor breaks all of them as we did.
#pragma once

#include <vector>

#include "layout/text/text_block.h"

namespace drawplate {

/// Paragraphs that share a frame, with the space before each.
struct Stack {
  const std::vector<LaidOutParagraph>& paragraphs;
  const std::vector<Pt>& gaps;
};

/// From the first line's capitals to the last baseline: what is centred optically.
Pt optical_height(const Stack& stack);

/// Where a frame's text goes: its left edge or, for centred text, its middle; and the first baseline.
struct FramePlace {
  Pt x = 0, first_baseline = 0;
  Pt room = 0;  ///< the frame may be this wide
};

/// Places the stack and chooses the frame's width. Where no one width breaks every paragraph as laid out, the soft breaks of
/// those that would differ become hard ones.
TextBlock place_stack(const Stack& stack, FramePlace place);

}  // namespace drawplate
