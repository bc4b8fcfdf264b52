// A block laid out at the origin: what a slide's body is stacked from.
#pragma once

#include <string>
#include <vector>

#include "layout/slide/setting.h"

namespace drawplate::slide {

struct Piece {
  std::vector<Item> items;  ///< with the block's top left corner at the origin
  Pt width = 0, height = 0;
  Pt gap = 0;        ///< to the piece above
  bool fits = true;  ///< false where something is wider than its room or lower than it can be read at
};

/// An item with what every item of a block has.
Item block_item(std::string name, Role role, Span origin, int step = 0);

}  // namespace drawplate::slide
