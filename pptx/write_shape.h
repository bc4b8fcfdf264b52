// Shapes with their text, and text alone: one p:sp each, a placeholder where its layout has a frame for it. It knows no other
// items.
#pragma once

#include "pptx/slide_scope.h"

namespace drawplate {

void write_shape(SlideScope& scope, const Item& item, const Shape& shape);
void write_text_box(SlideScope& scope, const Item& item, const TextBlock& block);

}  // namespace drawplate
