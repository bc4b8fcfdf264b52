// Blocks one below the other in a room: text keeps its height, images and diagrams share what is left.
#pragma once

#include "layout/slide/body_text.h"

namespace drawplate::slide {

struct Stack {
  std::vector<Item> items;  ///< with the room's top left corner at the origin
  Pt height = 0;
  Pt wanted = 0;  ///< the height that would hold everything at this size
  bool fits = true;
};

/// What fits is decided by `fits`; the items never leave the room's width, but may be higher than it where it is false.
Stack layout_stack(const Blocks& blocks, Size room, const BodyLook& look, const SlideContext& context);

}  // namespace drawplate::slide
