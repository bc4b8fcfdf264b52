// A slide's blocks into one room or several: at the theme's size, else smaller, else on further slides.
#pragma once

#include <functional>
#include <vector>

#include "layout/slide/stack.h"

namespace drawplate::slide {

/// One page's share of the blocks.
struct FittedPart {
  Blocks blocks;
  double factor = 1;
  double fullness = 0;  ///< height at the theme's own size, in parts of the room's
};

/// The room that title and footnotes leave for these blocks.
using RoomOf = std::function<Size(const Blocks& blocks, bool is_first)>;

/// One part at least. A part that holds but one thing may still be too large for its room: it has to be drawn smaller.
std::vector<FittedPart> fit_blocks(const Blocks& blocks, const BodyLook& look, const RoomOf& room_of, const SlideContext& context);

}  // namespace drawplate::slide
