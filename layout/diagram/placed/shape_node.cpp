// See shape_node.h. Each shape says which part of its box text may fill (layout/page/shapes); measuring solves that for the box.
#include "layout/diagram/placed/shape_node.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "layout/diagram/placed/draw_icon.h"
#include "layout/diagram/placed/node_look.h"
#include "layout/diagram/placed/table_node.h"
#include "layout/page/shapes.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

Size size_around(const NodeForm& form, Size text, Pt pad_x, Pt pad_y) {
  const TextRoom& room = form.room;
  Size size;
  size.height = (text.height + 2 * pad_y * (room.height < 0.6 ? 0.4 : 1)) / room.height;
  size.width = (text.width + 2 * pad_x * (room.width < 0.75 ? 0.4 : 1)) / room.width + 2 * room.shoulder * size.height;
  if (form.square) size.width = size.height = std::max(size.width, size.height);
  size.height = std::max(size.height, size.width * room.least_slope);
  return size;
}

/// The largest upright rectangle for text in a box.
Rect text_area(const TextRoom& room, Rect box) {
  const Pt shoulder = std::min(room.shoulder * box.height, box.width * 0.45);
  return {box.x + room.left * box.width + shoulder, box.y + room.top * box.height, room.width * box.width - 2 * shoulder,
          room.height * box.height};
}

struct ParagraphRoom {
  Pt width = 0;      ///< at most
  Pt gap_above = 0;  ///< to the paragraph above
};

void add_text(CardLayout& card, const RichText& text, const ParagraphStyle& style, const ParagraphRoom& room,
              const LayoutContext& context) {
  if (text.empty()) return;
  card.paragraphs.push_back(layout_paragraph(text, style, room.width, context.fonts, context.report));
  card.gaps.push_back(room.gap_above);
}

Pt corner_radius(Corners corners, Rect box, const LayoutContext& context) {
  const Pt usual = context.theme.metrics.inner_radius;
  switch (corners) {
    case Corners::slight:
      return std::min(usual, 4 * context.scale.geometry);
    case Corners::rounded:
      return usual;
    case Corners::full:
      return std::min(box.width, box.height) / 2;
  }
  return usual;
}

TextBlock block_in(const CardLayout& card, Rect area) {
  const Stack stack{card.paragraphs, card.gaps};
  const Pt first = area.mid_y() - optical_height(stack) / 2 + card.paragraphs.front().cap_height;
  return place_stack(stack, {area.mid_x(), first, area.width});
}

}  // namespace

bool is_shape_node(const Node& node) { return node.shape != NodeShape::card; }

CardLayout layout_shape_node(const Node& node, Pt most, const LayoutContext& context) {
  const Theme& theme = context.theme;
  const double g = context.scale.geometry;
  if (is_table_node(node)) return layout_table_node(node, most, context);
  CardLayout card{.node = &node, .level = CardLevel::inner};
  const NodeForm& form = node_form(node.shape);
  if (form.body == NodeBody::mark) {
    card.width = form.size.width * g;
    card.height = form.size.height * g;
    return card;
  }
  if (form.room.longest_line > 0) most = std::min(most, form.room.longest_line * theme.style(TextRole::inner_title).size);
  const ParagraphStyle strong = paragraph_style(context, TextRole::inner_title, text_color(node, context), Align::center);
  const RichText title = shown_title(node.number, node.title);
  most = room_for_words(title, strong, most, context.fonts, context.report);
  add_text(card, title, strong, {most}, context);
  const ParagraphStyle muted = paragraph_style(context, TextRole::inner_subtitle, muted_color(node, context), Align::center);
  add_text(card, node.subtitle, muted, {most * 1.1, 0.1 * muted.text.size}, context);
  for (const RichText& bullet : node.bullets) add_text(card, with_bullet(bullet), muted, {most * 1.1, 0.1 * muted.text.size}, context);
  const ParagraphStyle small = paragraph_style(context, TextRole::footer, muted_color(node, context), Align::center);
  add_text(card, node.footer, small, {most * 1.1, 0.3 * small.text.size}, context);
  Size text{0, theme.style(TextRole::inner_title).size * 0.73};
  for (const LaidOutParagraph& paragraph : card.paragraphs) text.width = std::max(text.width, paragraph.width);
  if (!card.paragraphs.empty()) text.height = optical_height({card.paragraphs, card.gaps}) + card.paragraphs.back().descent * 0.4;
  const bool bare = form.body == NodeBody::bare;
  Size size = size_around(form, text, bare ? 4 * g : 16 * g, bare ? 4 * g : 13 * g);
  if (!node.icon.empty()) size.height += theme.metrics.inner_icon + 8 * g;
  size.height = std::max(size.height, form.room.least_height * g);
  card.width = std::max({std::ceil(size.width), node.width.value_or(0), bare ? 0.0 : 44 * g});
  card.height = std::max(std::ceil(size.height), bare ? 0.0 : 34 * g);
  if (form.square) card.width = card.height = std::max(card.width, card.height);
  card.head_height = card.height;
  return card;
}

Item draw_shape_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Node& node = *card.node;
  if (is_table_node(node)) return draw_table_node(card, box, accent, context);
  const Theme& theme = context.theme;
  const double g = context.scale.geometry;
  const NodeForm& form = node_form(node.shape);
  Shape shape{.kind = form.kind,
              .box = box,
              .fill = Fill{fill_color(node, context)},
              .stroke = node_outline(node, accent, theme.metrics.inner_outline, context),
              .text = {}};
  if (form.kind == ShapeKind::round_rect) shape.radius = corner_radius(form.corners, box, context);
  if (form.body == NodeBody::bare) {
    if (!node.style.fill || !context.keep_colors) shape.fill.reset();
    shape.stroke.reset();
  }
  if (form.body == NodeBody::mark) shape.fill = Fill{theme.color(ColorRole::ink)};

  Rect area = text_area(form.room, box);
  ItemGroup group;
  std::optional<Item> icon;
  if (const auto found = context.icons.find(node.icon.name); !node.icon.empty() && found != context.icons.end()) {
    const Pt side = theme.metrics.inner_icon;
    const Pt text = card.paragraphs.empty() ? 0 : optical_height({card.paragraphs, card.gaps}) + 8 * g;
    const Rect place{area.mid_x() - side / 2, area.mid_y() - (side + text) / 2, side, side};
    icon = node_item(node.id + " icon", Role::icon, node, draw_icon(found->second, place, theme.color(accent, AccentPart::icon), context));
    area = {area.x, place.bottom() + 8 * g, area.width, std::max(0.0, text - 8 * g)};
  }
  if (!card.paragraphs.empty()) shape.text = block_in(card, area);
  group.items.push_back(node_item(node.id + " card", Role::card, node, shape));
  if (form.ringed) {
    Shape ring{.kind = form.kind, .box = grown_by(box, -3.5 * g), .stroke = shape.stroke, .text = {}};
    group.items.push_back(node_item(node.id + " ring", Role::decoration, node, ring));
  }
  if (icon) group.items.push_back(std::move(*icon));
  Item item = node_item(node.id, Role::card, node, std::move(group));
  item.alt = alternate_text(node);
  item.link = node.link;
  return item;
}

}  // namespace drawplate
