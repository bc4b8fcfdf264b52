// One item of a page → paint operators. It translates shapes, connectors, drawings and groups; text goes to write_text.
#pragma once

#include <map>

#include "pdf/canvas.h"

namespace drawplate::pdf {

/// What the items around one hand down to it.
struct ItemContext {
  const std::map<ItemId, int>& ranks;  ///< of the reading order
  std::optional<int> rank;             ///< of the nearest group around that is in the reading order
  std::optional<int> link;
  bool decoration = false;
};

void write_item(const Item& item, const ItemContext& context, Canvas& canvas);

/// The box of all that an item paints, strokes left aside.
Rect bounds_of(const Item& item);

}  // namespace drawplate::pdf
