// Heads of lines thinner than a line's own head can be: in PowerPoint no head is smaller than that of a 2 pt line. In a drawing
// that was made smaller as a whole they become small shapes of their own.
#pragma once

#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// Takes the heads off `edge`, an item with a connector, and returns them as shapes `shrink` times as large as a head would be
/// on the line before it was made smaller; nothing where the line's own heads are near enough.
std::vector<Item> take_small_heads(Item& edge, double shrink);

}  // namespace drawplate
