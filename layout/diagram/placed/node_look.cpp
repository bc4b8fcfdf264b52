// See node_look.h.
#include "layout/diagram/placed/node_look.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/diagram/placed/card.h"

namespace drawplate {
namespace {

constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3

}  // namespace

Item node_item(std::string name, Role role, const Node& node, decltype(Item::what) what) {
  Item item;
  item.name = std::move(name);
  item.role = role;
  item.origin = node.origin;
  item.step = node.step;
  item.what = std::move(what);
  return item;
}

Stroke node_outline(const Node& node, Accent accent, Pt width, const LayoutContext& context) {
  const Theme& theme = context.theme;
  Stroke stroke{.color = theme.looks.accent == AccentStyle::bar ? theme.color(ColorRole::ink) : theme.color(accent, AccentPart::outline),
                .width = width};
  if (!context.keep_colors) return stroke;
  if (node.style.stroke) stroke.color = {*node.style.stroke, {}};
  if (node.style.stroke_width) stroke.width = std::clamp(*node.style.stroke_width, 0.25, 12.0) * context.scale.shrink;
  if (node.style.dashed.value_or(false)) stroke.dash = Dash::dash;
  return stroke;
}

Color fill_color(const Node& node, const LayoutContext& context) {
  if (context.keep_colors && node.style.fill) return {*node.style.fill, {}};
  return context.theme.color(ColorRole::card);
}

Color text_color(const Node& node, const LayoutContext& context) {
  if (!context.keep_colors) return context.theme.color(ColorRole::ink);
  return readable_ink(node.style.text, fill_color(node, context).rgb, context);
}

Color readable_ink(const std::optional<Rgb>& wanted, Rgb ground, const LayoutContext& context) {
  if (wanted && contrast_ratio(*wanted, ground) >= readable) return {*wanted, {}};
  const Color ink = context.theme.color(ColorRole::ink);
  if (contrast_ratio(ink.rgb, ground) >= readable) return ink;
  const Rgb white{255, 255, 255}, black{0, 0, 0};
  return {contrast_ratio(white, ground) >= contrast_ratio(black, ground) ? white : black, {}};
}

Color muted_color(const Node& node, const LayoutContext& context) {
  const Color muted = context.theme.color(ColorRole::muted);
  const bool own = context.keep_colors && (node.style.text || node.style.fill);
  if (!own) return muted;
  if (!node.style.text && contrast_ratio(muted.rgb, fill_color(node, context).rgb) >= readable) return muted;
  return text_color(node, context);
}

std::string alternate_text(const Node& node) {
  if (!node.alt.empty()) return node.alt;
  std::string text = shown_title(node.number, node.title).plain();
  if (!node.subtitle.empty()) text += (text.empty() ? "" : ": ") + node.subtitle.plain();
  for (const Cell& cell : node.cells)
    if (!cell.text.empty()) text += (text.empty() ? "" : ", ") + cell.text.plain();
  return text.empty() ? node.id : text;
}

}  // namespace drawplate
