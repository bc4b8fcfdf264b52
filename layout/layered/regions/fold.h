// Where a long drawing can be cut into columns: between two rows that a single line joins, and few lines lead back over.
#pragma once

#include <utility>
#include <vector>

#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Where a thing begins and ends along the flow.
struct Extent {
  Pt begin = 0, end = 0;
};

Extent extent_of(const Rect& box, Direction d);

struct CutPlace {
  Pt at = 0;
  int back = 0;  ///< lines that lead back over it
};

/// All places along the flow that cut nothing, that exactly one of the lines passes forward and at most two backward; rising.
std::vector<CutPlace> places_to_cut(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines);

/// Up to `columns` - 1 of these places, as evenly spread as can be and rather where no line leads back, rising; empty where
/// there are none near an even division. `lines` are indices of things.
std::vector<Pt> find_cuts(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines, int columns);

}  // namespace drawplate::layered
