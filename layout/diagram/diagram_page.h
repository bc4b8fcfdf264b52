// One diagram → one page: picks the engine by the sort of diagram and by the graph's shape, finds the scale, draws.
#pragma once

#include "deck/model/deck.h"
#include "deck/theme/theme.h"
#include "layout/page/layout_options.h"
#include "layout/page/page.h"

namespace drawplate {

Page layout_diagram(const AnyDiagram& diagram, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report);

}  // namespace drawplate
