// Boxes sorted into the cells of a grid, so that those near a place are found without looking at all of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace drawplate::layered {

class BoxGrid {
 public:
  explicit BoxGrid(const std::vector<Rect>& boxes);

  /// Whether `test` holds of a box near `area`: every box that meets the area is asked (some more than once), and some others.
  template <class Test>
  bool any_near(const Rect& area, Test test) const {
    const Cells near = cells_at(area);
    for (int row = near.top; row <= near.bottom; ++row)
      for (int column = near.left; column <= near.right; ++column) {
        const std::size_t cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
        for (std::uint32_t k = begin_[cell]; k < begin_[cell + 1]; ++k)
          if (test(indices_[k])) return true;
      }
    return false;
  }

 private:
  struct Cells {
    int left = 0, right = -1, top = 0, bottom = -1;
  };
  Cells cells_at(const Rect& area) const;

  Point origin_;
  Pt cell_width_ = 1, cell_height_ = 1;
  int columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> begin_;    ///< by cell: where its boxes begin in `indices_`; one more for the end
  std::vector<std::uint32_t> indices_;  ///< of boxes, cell by cell
};

}  // namespace drawplate::layered
