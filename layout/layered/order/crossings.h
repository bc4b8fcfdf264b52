// Counting crossings between layers, and what swapping two neighbours would change.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"
#include "layout/layered/order/layer_clock.h"

namespace drawplate::layered {

/// The weighted number of crossings between all neighbouring layers (Barth, Jünger & Mutzel, "Simple and efficient bilayer
/// cross counting", 2002). Requires: `pos` is set.
double count_crossings(const Ranked& ranked);

/// The same for orders that change a little at a time: only between layers that moved since is counted anew.
class CrossingCounter {
 public:
  CrossingCounter(const Ranked& ranked, const LayerClock& clock);

  double all();
  /// Between a layer and the next. `count_below` does not rely on the clock.
  double below(int layer);
  double count_below(int layer);

 private:
  struct Count {
    long at = LayerClock::never;
    double crossings = 0;
  };
  const Ranked& ranked_;
  const LayerClock& clock_;
  std::vector<Count> counts_;  ///< by upper layer
  std::vector<double> tree_;   ///< room to count in
};

/// Crossings of a's links with b's if a stands left of b, minus those if b stands left of a.
double swap_gain(const Ranked& ranked, int a, int b);

}  // namespace drawplate::layered
