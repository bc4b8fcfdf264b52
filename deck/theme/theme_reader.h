// What the built-in themes and the authors' share in being read.
#pragma once

#include "deck/theme/theme.h"

namespace drawplate {

/// Reads the file's tokens over `base`, whatever its `base:` says.
Theme read_theme_over(Theme base, const SourceSet& sources, SourceId source, Report& report);

}  // namespace drawplate
