// Blocks one below the other in a room: text keeps its height, images and diagrams share what is left.
#pragma once

#include <vector>

#include "layout/slide/body_text.h"

namespace drawplate::slide {

struct Stack {
  std::vector<Item> items;  ///< with the room's top left corner at the origin
  Pt height = 0;
  bool fits = true;
};

/// How high the blocks are at least; figures stay undrawn.
struct StackMeasure {
  Pt height = 0;
  bool fits = true;  ///< false where something is wider than the room
};
StackMeasure measure_stack(const Blocks& blocks, Pt width, const BodyLook& look, const SlideContext& context);

/// What fits is decided by `fits`; the items never leave the room's width, but may be higher than it where it is false.
Stack layout_stack(const Blocks& blocks, Size room, const BodyLook& look, const SlideContext& context);

}  // namespace drawplate::slide
