// A placed diagram → a page: paint order, groups, glue, ids, reading order. It decides no place.
#pragma once

#include "layout/diagram/placed/placed.h"

namespace drawplate {

Page draw_page(const PlacedDiagram& placed, const LayoutContext& context);

}  // namespace drawplate
