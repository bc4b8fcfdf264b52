// One layer as a tree of groups, so that it can be sorted without tearing a group apart.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Sorts a layer by a value for each item. Groups that also stand in `fixed` keep the order they have there.
/// It keeps its buffers between calls, since the sweeps call it thousands of times.
class LayerSorter {
 public:
  LayerSorter(const Flat& flat, Ranked& ranked);

  /// `value` and `weight` are by item; borders are ignored. A weight of 0 says that the item has no opinion: it stays behind
  /// its neighbour. `fixed` is a layer's index or none; `group_value` (by group) overrides the mean of a group's members.
  /// Returns whether the order changed.
  bool sort(int layer, const std::vector<double>& value, const std::vector<double>& weight, int fixed,
            const std::vector<double>* group_value);

 private:
  struct Cell {
    double value = 0, weight = 0;
    int item = none, group = none;  ///< one of the two
  };
  void collect(int layer, const std::vector<double>& value, const std::vector<double>& weight);
  void arrange(std::vector<Cell>& cells, int fixed) const;
  void keep_fixed_order(std::vector<Cell>& cells, int fixed) const;
  bool emit(int layer);

  const Flat& flat_;
  Ranked& ranked_;
  std::vector<std::vector<Cell>> children_;      ///< by group + 1; 0 is the page
  std::vector<int> order_;                       ///< of the layer being sorted, as it is to be
  std::vector<int> present_;                     ///< groups in the layer, parents first
  std::vector<int> left_border_, right_border_;  ///< items by group, in the layer being sorted
  std::vector<std::vector<int>> border_place_;   ///< by group: left border item in each layer of its span
};

}  // namespace drawplate::layered
