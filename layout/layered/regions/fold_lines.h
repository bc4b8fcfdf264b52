// Lines between the columns of a folded chain, onwards and back. It places no thing and moves none.
#pragma once

#include <vector>

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// A part of the graph that goes on in further columns.
struct FoldedPart {
  Direction direction = Direction::down;
  std::vector<LayoutEnd> things;   ///< all that stand in it
  std::vector<int> forward, back;  ///< edges from a column to the next one, and those that lead back to an earlier one
};

/// The room around the columns that lines back take: beyond the last column, and before the columns' beginnings.
inline constexpr Pt way_back_room = 18;

/// Requires: the things of each part stand where they will stay.
/// Ensures: each forward line goes out at the side and in at the side, or round by the ends of both columns; each line back goes
/// straight through the gap between columns, or round the columns' beginnings or ends, whichever crosses least and is shortest;
/// they run through nothing where a way is free, and their labels stand beside them.
void lead_folds(const LayoutGraph& graph, const std::vector<FoldedPart>& parts, Drawing& drawing);

}  // namespace drawplate::layered
