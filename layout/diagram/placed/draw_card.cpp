// Drawing a measured card into its box: see card.h.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/diagram/placed/card.h"
#include "layout/diagram/placed/draw_icon.h"
#include "layout/diagram/placed/node_look.h"
#include "layout/diagram/placed/shape_node.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

/// Text sits half a pixel above the exact middle: descenders weigh on it from below.
constexpr Pt optical_lift = 0.375;

TextBlock text_of(const CardLayout& card, const CardMetrics& m, Rect box, const LayoutContext& context) {
  const Stack stack{card.paragraphs, card.gaps};
  const Pt cap = card.paragraphs.front().cap_height;
  const Pt head = box.height - (card.height - card.head_height);  // a stretched card gives the height to its head
  if (card.icon_above) {
    const Pt top = box.y + m.padding + m.tile + m.padding;
    return place_stack(stack, {box.mid_x(), top + cap, card.width - 2 * m.padding});
  }
  const bool icon = !card.node->icon.empty();
  const Pt left = icon ? m.padding + m.tile + m.tile_gap : m.padding_right;
  const Pt first = box.y + (head - optical_height(stack)) / 2 - optical_lift * context.scale.shrink + cap;
  if (card.centred) return place_stack(stack, {box.mid_x(), first, card.width - 2 * m.padding});
  const Pt start = context.texts.right_to_left ? box.right() - left : box.x + left;
  return place_stack(stack, {start, first, card.width - left - m.padding});
}

Rect tile_box(const CardLayout& card, const CardMetrics& m, Rect box, const LayoutContext& context) {
  const Pt head = box.height - (card.height - card.head_height);
  if (card.icon_above) return {box.mid_x() - m.tile / 2, box.y + m.padding, m.tile, m.tile};
  const Pt x = context.texts.right_to_left ? box.right() - m.padding - m.tile : box.x + m.padding;
  return {x, box.y + (head - m.tile) / 2, m.tile, m.tile};
}

void add_icon(std::vector<Item>& items, const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Node& node = *card.node;
  const CardMetrics m = card_metrics(context, card.level);
  const auto found = context.icons.find(node.icon.name);
  if (found == context.icons.end()) return;
  const Rect tile = tile_box(card, m, box, context);
  if (context.theme.looks.tiles) {
    const Shape shape{.kind = ShapeKind::round_rect,
                      .box = tile,
                      .radius = m.tile_radius,
                      .fill = Fill{context.theme.color(accent, AccentPart::pale)},
                      .stroke = {},
                      .text = {}};
    items.push_back(node_item(node.id + " tile", Role::decoration, node, shape));
  }
  const Rect icon = grown_by(tile, (m.icon - m.tile) / 2);
  items.push_back(node_item(node.id + " icon", Role::icon, node,
                            draw_icon(found->second, icon, context.theme.color(accent, AccentPart::icon), context)));
}

void add_pills(std::vector<Item>& items, const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Theme& theme = context.theme;
  const std::vector<Pill> pills = shown_pills(*card.node);
  const Pt left = box.x + theme.metrics.card_padding;
  const Pt top = box.bottom() - theme.metrics.card_padding - card.pills.height;
  for (std::size_t i = 0; i < card.pills.boxes.size(); ++i) {
    Rect pill = moved_by(card.pills.boxes[i], {left, top});
    if (context.texts.right_to_left) pill.x = box.x + box.right() - pill.right();
    const Accent own = pills[i].accent.value_or(accent);
    const LaidOutParagraph& text = card.pills.texts[i];
    const std::vector<LaidOutParagraph> paragraphs{text};
    const std::vector<Pt> gaps{0};
    // A line's middle is that of its lower-case letters' height, which is 0.363 em above the baseline in the text face.
    const Pt lines = (static_cast<Pt>(text.paragraph.lines.size()) - 1) * text.paragraph.line_height;
    const Pt baseline = pill.mid_y() - lines / 2 + text.cap_height / 2;
    Shape shape{.kind = ShapeKind::round_rect,
                .box = pill,
                .radius = std::min(theme.metrics.pill_radius, std::min(pill.width, pill.height) / 2),
                .fill = {},
                .stroke = Stroke{.color = theme.color(own, AccentPart::outline), .width = theme.metrics.pill_outline},
                .text = place_stack({paragraphs, gaps}, {pill.mid_x(), baseline, pill.width - theme.metrics.pill_padding})};
    if (theme.looks.filled_pills) shape.fill = Fill{theme.color(own, AccentPart::pale)};
    items.push_back(node_item(fmt::format("{} pill {}", card.node->id, i + 1), Role::pill, *card.node, shape));
  }
}

}  // namespace

Item draw_card(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Node& node = *card.node;
  if (is_shape_node(node)) return draw_shape_node(card, box, accent, context);
  const Theme& theme = context.theme;
  const CardMetrics m = card_metrics(context, card.level);
  Shape shape{.kind = ShapeKind::round_rect,
              .box = box,
              .radius = m.radius,
              .fill = Fill{fill_color(node, context)},
              .stroke = node_outline(node, accent, m.outline, context),
              .text = {}};
  if (!card.paragraphs.empty()) shape.text = text_of(card, m, box, context);

  ItemGroup group;
  const Role role = card.level == CardLevel::main ? Role::card : Role::inner_card;
  group.items.push_back(node_item(node.id + " card", role, node, shape));
  if (theme.looks.accent == AccentStyle::bar) {
    const Pt inset = m.outline / 2, width = card.level == CardLevel::main ? theme.looks.bar_width : theme.looks.inner_bar_width;
    const Pt bar_x = context.texts.right_to_left ? box.right() - inset - width : box.x + inset;
    const Shape bar{.kind = ShapeKind::round_rect,
                    .box = {bar_x, box.y + inset, width, box.height - 2 * inset},
                    .radius = std::max(0.0, m.radius - inset),
                    .fill = Fill{theme.color(accent, AccentPart::outline)},
                    .stroke = {},
                    .text = {}};
    group.items.push_back(node_item(node.id + " bar", Role::decoration, node, bar));
  }
  add_icon(group.items, card, box, accent, context);
  add_pills(group.items, card, box, accent, context);
  Item item = node_item(node.id, role, node, std::move(group));
  item.alt = alternate_text(node);
  item.link = node.link;
  return item;
}

}  // namespace drawplate
