// Moving and scaling finished items: a block is laid out at the origin first and placed later.
#pragma once

#include <vector>

#include "layout/page/page.h"

namespace drawplate::slide {

void move_item(Item& item, Vec by);
void move_items(std::vector<Item>& items, Vec by);
/// Scales about the origin, texts and strokes too.
void scale_items(std::vector<Item>& items, double by);

}  // namespace drawplate::slide
