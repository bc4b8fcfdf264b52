// What appears at which click, as Office's own animations. It knows shapes by their ids alone.
#pragma once

#include <vector>

#include "pptx/slide_scope.h"

namespace drawplate {

/// p:timing; nothing where nothing is built.
void write_timing(XmlWriter& xml, std::vector<BuildTarget> targets);

}  // namespace drawplate
