// Side lanes: feedback edges and self loops leave and enter at a node's side instead of its top or bottom.
#pragma once

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Requires: ordered layers.
/// Ensures: every reversed chain with something between its ends has, at each end that is a node, a lane item beside that
/// node in the node's layer; every self loop has one lane item, with its label. `pos` is renewed.
void add_lanes(const Flat& flat, Ranked& ranked);

}  // namespace drawplate::layered
