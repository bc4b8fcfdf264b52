// See box_grid.h. There are about as many cells as boxes.
#include "layout/layered/detours/box_grid.h"

#include <cmath>
#include <cstddef>

namespace drawplate::layered {

BoxGrid::BoxGrid(const std::vector<Rect>& boxes) {
  Rect bounds = boxes.empty() ? Rect{} : boxes.front();
  for (const Rect& box : boxes) bounds = union_of(bounds, box);
  origin_ = {bounds.x, bounds.y};
  const double count = static_cast<double>(boxes.size());
  const Pt width = std::max(bounds.width, 1.0), height = std::max(bounds.height, 1.0);
  columns_ = static_cast<int>(std::clamp(std::ceil(std::sqrt(count * width / height)), 1.0, count + 1));
  rows_ = static_cast<int>(std::clamp(std::ceil(count / columns_), 1.0, count + 1));
  cell_width_ = width / columns_;
  cell_height_ = height / rows_;

  begin_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  const auto each_cell = [&](const Rect& box, auto see) {
    const Cells at = cells_at(box);
    for (int row = at.top; row <= at.bottom; ++row)
      for (int column = at.left; column <= at.right; ++column) see(static_cast<std::size_t>(row * columns_ + column));
  };
  for (const Rect& box : boxes) each_cell(box, [&](std::size_t cell) { ++begin_[cell + 1]; });
  for (std::size_t cell = 0; cell + 1 < begin_.size(); ++cell) begin_[cell + 1] += begin_[cell];
  indices_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    each_cell(boxes[i], [&](std::size_t cell) { indices_[next[cell]++] = static_cast<std::uint32_t>(i); });
}

BoxGrid::Cells BoxGrid::cells_at(const Rect& area) const {
  const auto index = [](Pt at, Pt size, int count) { return static_cast<int>(std::clamp(std::floor(at / size), 0.0, count - 1.0)); };
  return {index(area.left() - origin_.x, cell_width_, columns_), index(area.right() - origin_.x, cell_width_, columns_),
          index(area.top() - origin_.y, cell_height_, rows_), index(area.bottom() - origin_.y, cell_height_, rows_)};
}

}  // namespace drawplate::layered
