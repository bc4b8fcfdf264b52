// What stands above and below a diagram on its page: its title and subtitle, and the legend.
#pragma once

#include <optional>
#include <vector>

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// Measured for a page of this width; zero heights where there is nothing.
struct PageFrame {
  std::optional<LaidOutParagraph> title, subtitle;
  std::vector<PlacedLegendEntry> legend;  ///< from the legend's top left corner
  Pt margin_x = 0, margin_y = 0;
  Pt above = 0, below = 0;  ///< heights that the diagram leaves free, with the gaps to it
  Pt width = 0;             ///< the least width of a page for all of it, with margins
};
PageFrame measure_frame(const Diagram& diagram, Pt page_width, const LayoutContext& context);

/// Puts the frame on the page of a diagram that already stands `above` lower than it would alone.
void place_frame(PageFrame frame, PlacedDiagram& placed);

/// All entries as one group.
Item draw_legend(const PlacedDiagram& placed, const LayoutContext& context);

}  // namespace drawplate
