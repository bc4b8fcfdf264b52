// How full each slide is, as `drawplate check` says it. It knows nothing of layout but the figures in the pages.
#pragma once

#include <string>

#include "layout/page/page.h"

namespace drawplate {

/// A line a slide: its number, how much of its room the content takes at the theme's text size, the size it is set in
/// where that is smaller, and its title. Empty for documents of diagrams alone.
std::string fullness_table(const Document& document);

}  // namespace drawplate
