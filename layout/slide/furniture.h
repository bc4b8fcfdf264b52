// What stands at a page's edges: header, footer, page number, and a slide's footnotes above the footer.
#pragma once

#include <vector>

#include "layout/slide/piece.h"

namespace drawplate::slide {

/// Items in place on the page, as far left and right as `column`. `number` is the page's, 1 for the first.
std::vector<Item> layout_furniture(const Slide& slide, int number, Rect column, const SlideContext& context);

/// The footnotes as a piece as wide as the body; nothing where there are none.
Piece layout_footnotes(const std::vector<const Footnote*>& notes, Pt width, const SlideContext& context);

/// The slide's footnotes whose marks stand in the blocks (or the title).
std::vector<const Footnote*> notes_of(const Slide& slide, const Blocks& blocks, bool with_title);

}  // namespace drawplate::slide
