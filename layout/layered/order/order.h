// The order of the items in each layer: few crossings, groups whole, the written order where it costs nothing.
#pragma once

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Requires: items as expand ensures.
/// Ensures: each layer's items of one group stand together between its borders; two groups side by side keep their order in
/// all the layers they share; `pos` is set. Wishes of order hold for nodes of one layer and one parent group.
void order_layers(const Flat& flat, Ranked& ranked);

}  // namespace drawplate::layered
