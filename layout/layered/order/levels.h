// Lines along a row: between nodes of one layer.
#pragma once

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Requires: ordered layers.
/// Ensures: in layers with level chains the source of each stands left of its target, and directly beside it if it is drawn,
/// where that costs few crossings. Groups stay whole. `pos` is renewed. Level links count no more as crossed.
void order_levels(const Flat& flat, Ranked& ranked);

/// Requires: ordered layers.
/// Ensures: a level chain whose ends are neighbours goes from the one to the other over a lane between them, which holds its
/// label; no two of them between the same neighbours. Other level chains stay as they are. Items and links may be numbered anew,
/// but nodes keep their numbers.
void straighten_levels(const Flat& flat, Ranked& ranked);

}  // namespace drawplate::layered
