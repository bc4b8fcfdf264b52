// One layout of a graph as its variant says: regions, their parts, the phases for each, and everything moved to its place.
#pragma once

#include <optional>
#include <vector>

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"
#include "layout/layered/pipeline/memory.h"

namespace drawplate::layered {

/// What the layouts of one graph as several variants share.
struct Trials {
  Memory& memory;
  bool are_several = false;  ///< there is to be more than one
  PartStore parts = {};
  std::vector<Drawing> placed = {};  ///< those made so far, before their lines looked for shorter ways
  LayoutVariant asked = {};          ///< choices that the last one came to
};

/// What layout_graph promises, without trying any other variant than the graph's own; nothing if an earlier one was the same.
std::optional<Drawing> compose(const LayoutGraph& graph, Trials& trials);

}  // namespace drawplate::layered
