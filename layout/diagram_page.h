// One diagram → one page: picks the engine by the graph's shape, finds the scale, draws.
#pragma once

#include "layout/layout_deck.h"

namespace drawplate {

Page layout_diagram(const Diagram& diagram, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report);

}  // namespace drawplate
