// What a drawing of a graph must never do, as sentences.
#pragma once

#include <string>
#include <vector>

#include "layout/layered/layout.h"

namespace drawplate::testing {

/// One sentence for everything wrong with the drawing; empty for a good one.
std::vector<std::string> faults_of(const LayoutGraph& graph, const Drawing& drawing);

}  // namespace drawplate::testing
