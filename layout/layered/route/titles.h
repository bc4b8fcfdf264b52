// Where in its strip a group's title stands.
#pragma once

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// Requires: groups and lines are drawn.
/// Ensures: every title lies in its group's strip, clear of lines if any place along the strip is; `title_clear` says so.
void place_titles(const Flat& flat, FlatDrawing& drawing);

}  // namespace drawplate::layered
