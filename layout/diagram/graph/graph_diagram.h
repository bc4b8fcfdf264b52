// Any diagram that is no flow: measures its nodes, lets the graph layout place them, and finds the scale at which it fits its page.
#pragma once

#include "layout/diagram/flow/layout_flow.h"

namespace drawplate {

/// A placed diagram and the scale its things were measured at. The page is larger than asked where the diagram does not fit
/// at the theme's smallest text, and the report says so.
ScaledFlow layout_graph_diagram(const Diagram& diagram, Size page, const FlowSetting& setting);

}  // namespace drawplate
