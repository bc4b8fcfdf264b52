// The best way of one long line through its layers, all other lines staying where they are.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Finds slots for the items of long lines. It keeps its buffers between calls, since the search calls it thousands of times.
class Threader {
 public:
  Threader(const Flat& flat, const Ranked& ranked) : flat_(flat), ranked_(ranked) {}

  /// Slots for the line's inner items, in order and counted without the item itself, where these save crossings.
  /// `effort` is lowered by what was looked at.
  std::optional<std::vector<int>> find(int edge, long& effort);

 private:
  /// The slots that the line may take in one layer, rising, and for every place there (without the line's own item) how many of
  /// them lie at or before it. An end that stays has its own place as its only slot.
  struct Row {
    std::vector<int> slots, before;
    int own = none;
    bool is_fixed = false;
  };
  void fill_row(Row& row, int item, bool is_fixed) const;
  void count_links(int layer, int edge, const Row& above, const Row& below);
  double crossings(std::size_t s, std::size_t t) const;
  double step(const Row& above, const Row& below);

  const Flat& flat_;
  const Ranked& ranked_;
  Row above_, below_;
  std::vector<double> sums_;  ///< by numbers of slots before the links' ends: links with no more than these
  std::size_t columns_ = 0;
  std::vector<double> last_, now_;      ///< least crossings so far, by slot
  std::vector<std::vector<int>> from_;  ///< by inner item and slot: the slot above, by index
  std::vector<std::vector<int>> slots_;
};

}  // namespace drawplate::layered
