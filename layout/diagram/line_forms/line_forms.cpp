// See line_forms.h.
#include "layout/diagram/line_forms/line_forms.h"

#include "layout/diagram/line_forms/curved_lines.h"
#include "layout/diagram/line_forms/straight_lines.h"

namespace drawplate {

void shape_lines(PlacedDiagram& placed, const LayoutContext& context) {
  const RouteKind wish = placed.diagram->routes.value_or(RouteKind::orthogonal);
  if (wish == RouteKind::orthogonal || placed.edges.empty()) return;
  LineField field(placed, context);
  if (wish == RouteKind::straight)
    straighten_lines(field, placed);
  else
    curve_lines(field, placed);
}

}  // namespace drawplate
