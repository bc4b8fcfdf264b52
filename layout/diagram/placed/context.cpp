// See context.h.
#include "layout/diagram/placed/context.h"

namespace drawplate {

ParagraphStyle paragraph_style(const LayoutContext& context, TextRole role, Color color, Align align) {
  ParagraphStyle style;
  style.text = context.theme.style(role);
  style.code = context.theme.code;
  style.color = color;
  style.link_color = context.theme.color(Accent::blue, AccentPart::text);
  style.align = align;
  style.lang = context.texts.lang;
  style.direction = context.texts.direction;
  style.fallbacks = context.theme.fallbacks;
  return style;
}

}  // namespace drawplate
