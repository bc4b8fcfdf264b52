// Putting boxes side by side in rows, so that the whole fits a page's ratio.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "deck/model/diagram.h"

namespace drawplate::layered {

/// Requires: sizes that are finite and not negative.
/// Ensures: places in the given order, row by row; boxes at least `gap` apart; of the row widths tried, the one whose whole
/// fits best into a page of ratio `aspect` (width over height).
std::vector<Point> pack_rows(const std::vector<Size>& sizes, Pt gap, double aspect);

/// The same for boxes in columns of one width each, flush with their cells' tops and lefts: for cards without links.
std::vector<Point> pack_grid(const std::vector<Size>& sizes, Pt gap, double aspect);

/// The same for boxes one after another in a direction: in a row their middles on one line, in a column flush left.
std::vector<Point> pack_line(const std::vector<Size>& sizes, Pt gap, Direction direction);

}  // namespace drawplate::layered
