// Shelf packing over a few dozen row widths.
#include "layout/layered/regions/pack.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "layout/layered/regions/turn.h"

namespace drawplate::layered {
namespace {

struct Packing {
  std::vector<Point> places;
  Size size;
};

double page_needed(Size s, double aspect) { return std::max(s.width, s.height * aspect); }

Packing rows_of_width(const std::vector<Size>& sizes, Pt gap, Pt width) {
  Packing p;
  Pt x = 0, y = 0, height = 0;
  for (const Size& s : sizes) {
    if (x > 0 && x + s.width > width + 1e-6) {
      y += height + gap;
      x = height = 0;
    }
    p.places.push_back({x, y});
    p.size.width = std::max(p.size.width, x + s.width);
    height = std::max(height, s.height);
    x += s.width + gap;
  }
  p.size.height = y + height;
  return p;
}

Packing grid_of(const std::vector<Size>& sizes, Pt gap, std::size_t columns) {
  std::vector<Pt> widths(columns, 0), heights((sizes.size() + columns - 1) / columns, 0);
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    widths[k % columns] = std::max(widths[k % columns], sizes[k].width);
    heights[k / columns] = std::max(heights[k / columns], sizes[k].height);
  }
  Packing p;
  Pt y = 0;
  for (std::size_t k = 0; k < sizes.size();) {
    Pt x = 0;
    const std::size_t row = k / columns;
    for (std::size_t c = 0; c < columns && k < sizes.size(); ++c, ++k) {
      p.places.push_back({x, y});
      x += widths[c] + gap;
    }
    p.size.width = std::max(p.size.width, x - gap);
    y += heights[row] + gap;
  }
  p.size.height = y - gap;
  return p;
}

}  // namespace

std::vector<Point> pack_rows(const std::vector<Size>& sizes, Pt gap, double aspect) {
  Pt widest = 0, total = 0;
  for (const Size& s : sizes) widest = std::max(widest, s.width), total += s.width + gap;
  Packing best;
  constexpr int tries = 40;
  for (int k = 0; k <= tries; ++k) {
    const Pt width = widest + (total - widest) * k * k / (tries * tries);
    Packing p = rows_of_width(sizes, gap, width);
    if (k == 0 || page_needed(p.size, aspect) < page_needed(best.size, aspect) - 1e-6) best = std::move(p);
  }
  return best.places;
}

std::vector<Point> pack_grid(const std::vector<Size>& sizes, Pt gap, double aspect) {
  Packing best;
  const std::size_t most = std::min<std::size_t>(sizes.size(), 64);
  for (std::size_t columns = 1; columns <= most; ++columns) {
    Packing p = grid_of(sizes, gap, columns);
    if (columns == 1 || page_needed(p.size, aspect) < page_needed(best.size, aspect) - 1e-6) best = std::move(p);
  }
  return best.places;
}

std::vector<Point> pack_line(const std::vector<Size>& sizes, Pt gap, Direction direction) {
  const bool level = is_sideways(direction), backward = direction == Direction::left || direction == Direction::up;
  Pt highest = 0, at = 0;
  for (const Size& s : sizes) highest = std::max(highest, s.height);
  std::vector<Point> places(sizes.size());
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    const std::size_t i = backward ? sizes.size() - 1 - k : k;
    const Size& s = sizes[i];
    places[i] = level ? Point{at, (highest - s.height) / 2} : Point{0, at};
    at += (level ? s.width : s.height) + gap;
  }
  return places;
}

}  // namespace drawplate::layered
