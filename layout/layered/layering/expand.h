// From a layering to items: every edge becomes a chain of items in neighbouring layers, every group two border chains.
#pragma once

#include <vector>

#include "layout/layered/layering/layers.h"

namespace drawplate::layered {

/// Requires: a layering as assign_layers ensures.
/// Ensures: consecutive items of a chain stand in neighbouring layers; a label has an item as large as itself in one of
/// them; every group has a left and a right border item in each layer of its span; layers are filled in written order,
/// not yet ordered. Self loops have a chain of their node alone; lanes come later. A drawn edge within a layer goes down to a
/// layer below, of its own if need be, and up again.
Ranked expand(const Flat& flat, const std::vector<Run>& runs, const Layering& layering);

}  // namespace drawplate::layered
