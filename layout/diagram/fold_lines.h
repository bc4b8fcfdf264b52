// Lines from one column of a folded chain to the next. It places no thing and moves none.
#pragma once

#include <vector>

#include "layout/diagram/layout.h"

namespace drawplate::layered {

/// Requires: the ends of the edges `folds` stand where they will stay.
/// Ensures: each of these lines goes out at the side and in at the side, or round by the ends of both columns, through nothing
/// where a way is free; its label stands beside it.
void lead_folds(const LayoutGraph& graph, const std::vector<int>& folds, Drawing& drawing);

}  // namespace drawplate::layered
