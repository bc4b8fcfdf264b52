// What people say of the order of nodes that stand side by side, as the phases that order layers need it: which of two must
// stand left of the other, and a layer put right. It knows of no crossings.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Wishes hold for nodes of one layer and one innermost group; those that contradict each other as far as they can.
class OrderWishes {
 public:
  /// Requires: the nodes are the first items and know their layers.
  OrderWishes(const Flat& flat, const Ranked& ranked);

  bool any() const { return !after_.empty(); }

  /// Whether a wish says that `a` stands left of `b`, with none of its other nodes between them.
  bool precedes(int a, int b) const;

  /// Nodes of a layer exchange their places until they stand in order, moving as few as possible. Returns whether any moved.
  bool apply(Ranked& ranked, int layer) const;

 private:
  std::vector<int> in_order(const Ranked& ranked, const std::vector<int>& nodes) const;

  std::vector<std::vector<int>> after_;                 ///< by item: those to stand right of it
  std::vector<std::vector<std::vector<int>>> classes_;  ///< by layer: nodes of one group that wishes name
};

}  // namespace drawplate::layered
