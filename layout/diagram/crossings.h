// Counting crossings between layers, and what swapping two neighbours would change.
#pragma once

#include "layout/diagram/layered.h"

namespace drawplate::layered {

/// The weighted number of crossings between all neighbouring layers (Barth, Jünger & Mutzel, "Simple and efficient bilayer
/// cross counting", 2002). Requires: `pos` is set.
double count_crossings(const Ranked& ranked);

/// The same between a layer and the next; `tree` is room to count in.
double count_crossings_below(const Ranked& ranked, int layer, std::vector<double>& tree);

/// Crossings of a's links with b's if a stands left of b, minus those if b stands left of a.
double swap_gain(const Ranked& ranked, int a, int b);

}  // namespace drawplate::layered
