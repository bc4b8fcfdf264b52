// How good a finished drawing is: our own measure, by which variants are compared.
#pragma once

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate::layered {

/// Crossings, corners, detours, parents beside the middle of their children and unused page, weighed: 0 is a straight chain.
double flaws_of(const LayoutGraph& graph, const Drawing& drawing);

/// A variant must be better by this much, so that small changes of the input do not turn the picture over.
inline constexpr double worth_changing = 0.04;

}  // namespace drawplate::layered
