// See panel.h.
#include "layout/diagram/placed/panel.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/diagram/placed/draw_icon.h"
#include "layout/diagram/placed/node_look.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

ParagraphStyle title_style(const Group& group, const LayoutContext& context, Align align) {
  Color color = context.theme.color(ColorRole::ink);
  if (context.keep_colors && (group.style.fill || group.style.text))
    color = readable_ink(group.style.text, group.style.fill.value_or(context.theme.background), context);
  return paragraph_style(context, TextRole::panel_title, color, align);
}
ParagraphStyle footer_style(const LayoutContext& context) {
  return paragraph_style(context, TextRole::footer, context.theme.color(ColorRole::muted), Align::center);
}

Pt extra_lines(const LaidOutParagraph& text) {
  return text.paragraph.lines.empty() ? 0 : (static_cast<Pt>(text.paragraph.lines.size()) - 1) * text.paragraph.line_height;
}

Fill panel_fill(const Group& group, Accent accent, int turn, const LayoutContext& context) {
  const Theme& theme = context.theme;
  if (context.keep_colors && group.style.fill) return {{*group.style.fill, {}}};
  const auto& fills = theme.looks.panel_fills;
  if (!fills.empty()) return {{fills[static_cast<std::size_t>(turn) % fills.size()], {}}};
  return {theme.color(accent, theme.looks.panel_pale ? AccentPart::pale : AccentPart::panel)};
}

Pt icon_room(const PanelLayout& panel) { return panel.icon + panel.icon_gap; }

TextBlock title_block(const PanelLayout& panel, const PanelPlace& place, const LayoutContext& context) {
  const std::vector<LaidOutParagraph> paragraphs{panel.title};
  const std::vector<Pt> gaps{0};
  const Metrics& m = context.theme.metrics;
  const Pt room = panel.width - 2 * m.panel_padding;
  const Pt shift = icon_room(panel);
  if (place.title) {
    const Align align = panel.title.paragraph.align;
    const Rect box = *place.title;
    const Pt x = align == Align::left ? box.left() + shift : align == Align::center ? box.mid_x() + shift / 2 : box.right();
    const Pt top = box.y + (box.height - panel.title.height) / 2;
    return place_stack({paragraphs, gaps}, {x, top + panel.title.first_baseline, room});
  }
  return place_stack({paragraphs, gaps}, {place.box.mid_x() + shift / 2, place.box.y + m.panel_title_baseline, room});
}

/// Where the title's ink begins.
Pt title_left(const PanelLayout& panel, const PanelPlace& place) {
  const Pt shift = icon_room(panel), width = panel.title.width;
  const Align align = panel.title.paragraph.align;
  if (!place.title || align == Align::center) return (place.title ? *place.title : place.box).mid_x() + shift / 2 - width / 2;
  return align == Align::left ? place.title->left() + shift : place.title->right() - width;
}

Item icon_item(const PanelLayout& panel, const PanelPlace& place, Accent accent, const LayoutContext& context) {
  const TextBlock block = title_block(panel, place, context);
  const Rect box{title_left(panel, place) - icon_room(panel), block.box.mid_y() - panel.icon / 2, panel.icon, panel.icon};
  const Group& group = *panel.group;
  Item item;
  item.name = group.id + " icon";
  item.role = Role::icon;
  item.origin = group.origin;
  item.step = group.step;
  item.what = draw_icon(context.icons.find(group.icon.name)->second, box, context.theme.color(accent, AccentPart::icon), context);
  return item;
}

}  // namespace

PanelLayout layout_panel(const Group& group, const std::vector<const Node*>& members, Pt width, Align title_align,
                         const LayoutContext& context) {
  const Metrics& m = context.theme.metrics;
  PanelLayout panel{.group = &group,
                    .width = width,
                    .inner_width = width - 2 * m.panel_padding,
                    .card_gap = m.inner_gap,
                    .title = {},
                    .footer = {},
                    .cards = {}};
  const RichText title = shown_title(group.number, group.title);
  if (!title.empty() && context.icons.contains(group.icon.name)) {
    panel.icon = m.inner_icon * 0.8;
    panel.icon_gap = 6 * context.scale.geometry;
  }
  if (!title.empty())
    panel.title = layout_paragraph(title, title_style(group, context, title_align), std::max(20.0, panel.inner_width - icon_room(panel)),
                                   context.fonts, context.report);
  if (!group.footer.empty())
    panel.footer = layout_paragraph(group.footer, footer_style(context), panel.inner_width, context.fonts, context.report);
  panel.first = title.empty() ? m.panel_padding : m.panel_first + extra_lines(panel.title);
  panel.foot = group.footer.empty() ? m.panel_padding : m.panel_foot + extra_lines(panel.footer);
  Pt stack = 0;
  for (const Node* member : members) {
    panel.cards.push_back(layout_card(*member, CardLevel::inner, panel.inner_width, context));
    stack = std::max(stack, panel.cards.back().height);
  }
  const Pt count = static_cast<Pt>(members.size());
  panel.height = panel.first + count * stack + std::max(0.0, count - 1) * m.inner_gap + panel.foot;
  return panel;
}

std::vector<Rect> inner_boxes(const PanelLayout& panel, Rect box, Pt card_height, Pt air) {
  std::vector<Rect> boxes;
  Pt y = box.y + panel.first + air;
  for (std::size_t i = 0; i < panel.cards.size(); ++i) {
    boxes.push_back({box.x + (box.width - panel.inner_width) / 2, y, panel.inner_width, card_height});
    y += card_height + panel.card_gap + air;
  }
  return boxes;
}

std::vector<Item> draw_panel(const PanelLayout& panel, const PanelPlace& place, Accent accent, const LayoutContext& context) {
  const Theme& theme = context.theme;
  const Group& group = *panel.group;
  const Rect box = place.box;
  const bool ink_outline = theme.looks.accent == AccentStyle::bar;
  Shape shape{.kind = ShapeKind::round_rect,
              .box = box,
              .radius = theme.metrics.panel_radius,
              .fill = panel_fill(group, accent, place.turn, context),
              .stroke = Stroke{.color = ink_outline ? theme.color(ColorRole::ink) : theme.color(accent, AccentPart::outline),
                               .width = theme.metrics.panel_outline},
              .text = {}};
  if (context.keep_colors && group.style.stroke) shape.stroke->color = {*group.style.stroke, {}};
  if (!panel.title.paragraph.lines.empty()) shape.text = title_block(panel, place, context);
  Item item;
  item.name = group.id + " panel";
  item.role = Role::panel;
  item.origin = group.origin;
  item.step = group.step;
  item.what = std::move(shape);
  std::vector<Item> items;
  items.push_back(std::move(item));
  if (panel.icon > 0) items.push_back(icon_item(panel, place, accent, context));
  if (panel.footer.paragraph.lines.empty()) return items;

  const std::vector<LaidOutParagraph> paragraphs{panel.footer};
  const std::vector<Pt> gaps{0};
  const Pt middle = (place.foot_top + box.bottom()) / 2;
  const Pt first = middle - extra_lines(panel.footer) / 2 + panel.footer.x_height * 0.62;
  Item footer;
  footer.name = group.id + " footer";
  footer.role = Role::footer;
  footer.origin = group.origin;
  footer.step = group.step;
  footer.what = place_stack({paragraphs, gaps}, {box.mid_x(), first, panel.inner_width});
  items.push_back(std::move(footer));
  return items;
}

Size panel_title_size(const PanelLayout& panel) { return {panel.title.width + icon_room(panel), std::max(panel.title.height, panel.icon)}; }

Rect panel_title_box(const PanelLayout& panel, const PanelPlace& place, const LayoutContext& context) {
  const Rect box = place.box;
  if (panel.title.paragraph.lines.empty()) return {box.x, box.y, 0, 0};
  const TextBlock block = title_block(panel, place, context);
  const Pt room = icon_room(panel);
  return {title_left(panel, place) - room, block.box.y, panel.title.width + room, block.box.height};
}

}  // namespace drawplate
