// The phases, in order: the list of calls that lays one connected part out, flowing down.
#pragma once

#include "layout/layered/model/layered.h"
#include "layout/layered/pipeline/memory.h"

namespace drawplate::layered {

/// Requires: one connected part; parents of groups before their children; every group holds something.
/// Ensures: what the phases ensure.
FlatDrawing layout_part(const Flat& flat, Memory& memory);

}  // namespace drawplate::layered
