// What people asked of a layout and did not get is said, not dropped.
#pragma once

#include "base/diagnostic.h"
#include "deck/model/diagram.h"
#include "layout/layered/layout.h"

namespace drawplate {

/// Warns of each wish that the drawing does not keep. `direction`: of the diagram's flow; members inside groups that flow their
/// own way may keep the wish that way.
void warn_of_unkept_wishes(const Diagram& diagram, const Drawing& drawing, Direction direction, Report& report);

}  // namespace drawplate
