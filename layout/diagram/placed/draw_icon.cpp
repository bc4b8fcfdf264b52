// See draw_icon.h.
#include "layout/diagram/placed/draw_icon.h"

#include <utility>

namespace drawplate {

Freeform draw_icon(const IconDrawing& drawing, Rect box, Color color, const LayoutContext& context) {
  constexpr double grid = 24;
  const double scale = box.width / grid;
  const Affine to_page{scale, 0, 0, scale, box.x, box.y};
  Freeform freeform{.box = box, .parts = {}};
  for (const IconPart& part : drawing.parts) {
    Freeform::Part out{.path = transformed(part.path, to_page), .fill = {}, .stroke = {}};
    if (part.paint == IconPart::Paint::fill)
      out.fill = Fill{color};
    else {
      const double width = part.width > 0 ? part.width : context.theme.metrics.icon_stroke;
      out.stroke = Stroke{.color = color, .width = width * scale, .round_caps = true};
    }
    freeform.parts.push_back(std::move(out));
  }
  return freeform;
}

}  // namespace drawplate
