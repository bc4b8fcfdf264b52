// See shape_node.h. Each shape says which part of its box text may fill; measuring solves that for the box.
#include "layout/diagram/placed/shape_node.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "layout/diagram/placed/draw_icon.h"
#include "layout/diagram/placed/node_look.h"
#include "layout/diagram/placed/table_node.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

/// The text area as shares of the box: `width` and `height` of it, from `left` and `top`; `shoulder` is taken from the width on
/// each side in multiples of the height, for shapes with slanted sides of a fixed slope.
struct Room {
  double width = 1, height = 1, left = 0, top = 0, shoulder = 0;
};

struct ShapeRule {
  NodeShape shape;
  ShapeKind kind;
  Room room;
};

constexpr std::array<ShapeRule, 36> rules = {{
    {NodeShape::card, ShapeKind::round_rect, {}},
    {NodeShape::rect, ShapeKind::round_rect, {}},
    {NodeShape::round, ShapeKind::round_rect, {}},
    {NodeShape::pill, ShapeKind::round_rect, {1, 1, 0, 0, 0.2}},
    {NodeShape::ellipse, ShapeKind::ellipse, {0.7071, 0.7071, 0.1464, 0.1464, 0}},
    {NodeShape::circle, ShapeKind::ellipse, {0.7071, 0.7071, 0.1464, 0.1464, 0}},
    {NodeShape::double_circle, ShapeKind::ellipse, {0.66, 0.66, 0.17, 0.17, 0}},
    {NodeShape::diamond, ShapeKind::diamond, {0.56, 0.44, 0.22, 0.28, 0}},
    {NodeShape::hexagon, ShapeKind::hexagon, {1, 1, 0, 0, 0.25}},
    {NodeShape::octagon, ShapeKind::octagon, {0.9, 0.9, 0.05, 0.05, 0}},
    {NodeShape::parallelogram, ShapeKind::parallelogram, {1, 1, 0, 0, 0.25}},
    {NodeShape::parallelogram_back, ShapeKind::parallelogram_back, {1, 1, 0, 0, 0.25}},
    {NodeShape::trapezoid, ShapeKind::trapezoid, {1, 1, 0, 0, 0.25}},
    {NodeShape::trapezoid_inverted, ShapeKind::trapezoid_inverted, {1, 1, 0, 0, 0.25}},
    {NodeShape::triangle, ShapeKind::triangle, {0.5, 0.46, 0.25, 0.5, 0}},
    {NodeShape::triangle_inverted, ShapeKind::triangle_inverted, {0.5, 0.46, 0.25, 0.04, 0}},
    {NodeShape::cylinder, ShapeKind::cylinder, {1, 0.66, 0, 0.28, 0}},
    {NodeShape::cylinder_lying, ShapeKind::cylinder_lying, {0.5, 1, 0.1667, 0, 0}},
    {NodeShape::document, ShapeKind::document, {1, 0.78, 0, 0.02, 0}},
    {NodeShape::documents, ShapeKind::documents, {0.84, 0.66, 0, 0.18, 0}},
    {NodeShape::queue, ShapeKind::queue, {0.5, 1, 0.1667, 0, 0}},
    {NodeShape::cloud, ShapeKind::cloud, {0.66, 0.56, 0.17, 0.22, 0}},
    {NodeShape::actor, ShapeKind::actor, {1, 0.34, 0, 0.66, 0}},
    {NodeShape::note, ShapeKind::note, {1, 0.84, 0, 0, 0}},
    {NodeShape::text, ShapeKind::rect, {}},
    {NodeShape::subroutine, ShapeKind::subroutine, {0.74, 1, 0.13, 0, 0}},
    {NodeShape::tag, ShapeKind::tag, {1, 1, 0, 0, 0.25}},
    {NodeShape::asymmetric, ShapeKind::asymmetric, {1, 1, 0, 0, 0.25}},
    {NodeShape::folder, ShapeKind::folder, {1, 0.8, 0, 0.18, 0}},
    {NodeShape::component, ShapeKind::component, {0.8, 1, 0.16, 0, 0}},
    {NodeShape::house, ShapeKind::house, {1, 0.76, 0, 0.22, 0}},
    {NodeShape::bar, ShapeKind::rect, {}},
    {NodeShape::dot, ShapeKind::ellipse, {}},
    {NodeShape::dot_ringed, ShapeKind::ellipse, {}},
    {NodeShape::brace, ShapeKind::rect, {}},
    {NodeShape::table, ShapeKind::rect, {}},
}};

const ShapeRule& rule_of(NodeShape shape) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const ShapeRule& rule) { return rule.shape == shape; });
  return found == rules.end() ? rules.front() : *found;
}

constexpr double diamond_slope = 0.5;  // a flatter one reads as a crushed box
constexpr Em diamond_line = 9;         // its text wraps early, into the wide middle

bool is_mark(NodeShape shape) { return shape == NodeShape::dot || shape == NodeShape::dot_ringed || shape == NodeShape::bar; }
bool has_no_outline(NodeShape shape) { return shape == NodeShape::text || shape == NodeShape::brace; }
bool is_round(NodeShape shape) { return shape == NodeShape::circle || shape == NodeShape::double_circle; }

Size size_around(NodeShape shape, Size text, Pt pad_x, Pt pad_y) {
  const Room room = rule_of(shape).room;
  Size size;
  size.height = (text.height + 2 * pad_y * (room.height < 0.6 ? 0.4 : 1)) / room.height;
  size.width = (text.width + 2 * pad_x * (room.width < 0.75 ? 0.4 : 1)) / room.width + 2 * room.shoulder * size.height;
  if (is_round(shape)) size.width = size.height = std::max(size.width, size.height);
  if (shape == NodeShape::diamond) size.height = std::max(size.height, size.width * diamond_slope);
  return size;
}

void add_text(CardLayout& card, const RichText& text, ParagraphStyle style, Pt most, Pt gap, const LayoutContext& context) {
  if (text.empty()) return;
  card.paragraphs.push_back(layout_paragraph(text, style, most, context.fonts, context.report));
  card.gaps.push_back(gap);
}

TextBlock block_in(const CardLayout& card, Rect area) {
  const Stack stack{card.paragraphs, card.gaps};
  const Pt first = area.mid_y() - optical_height(stack) / 2 + card.paragraphs.front().cap_height;
  return place_stack(stack, {area.mid_x(), first, area.width});
}

}  // namespace

bool is_shape_node(const Node& node) { return node.shape != NodeShape::card; }

ShapeKind outline_of(NodeShape shape) { return rule_of(shape).kind; }

Rect text_area(NodeShape shape, Rect box) {
  const Room room = rule_of(shape).room;
  const Pt shoulder = std::min(room.shoulder * box.height, box.width * 0.45);
  return {box.x + room.left * box.width + shoulder, box.y + room.top * box.height, room.width * box.width - 2 * shoulder,
          room.height * box.height};
}

CardLayout layout_shape_node(const Node& node, Pt most, const LayoutContext& context) {
  const Theme& theme = context.theme;
  const double g = context.scale.geometry;
  if (is_table_node(node)) return layout_table_node(node, most, context);
  CardLayout card{.node = &node, .level = CardLevel::inner};
  if (is_mark(node.shape)) {
    card.width = node.shape == NodeShape::bar ? 64 * g : 16 * g;
    card.height = node.shape == NodeShape::bar ? 6 * g : 16 * g;
    return card;
  }
  if (node.shape == NodeShape::diamond) most = std::min(most, diamond_line * theme.style(TextRole::inner_title).size);
  const ParagraphStyle strong = paragraph_style(context, TextRole::inner_title, text_color(node, context), Align::center);
  const RichText title = shown_title(node.number, node.title);
  most = room_for_words(title, strong, most, context.fonts, context.report);
  add_text(card, title, strong, most, 0, context);
  const ParagraphStyle muted = paragraph_style(context, TextRole::inner_subtitle, muted_color(node, context), Align::center);
  add_text(card, node.subtitle, muted, most * 1.1, 0.1 * muted.text.size, context);
  for (const RichText& bullet : node.bullets) add_text(card, with_bullet(bullet), muted, most * 1.1, 0.1 * muted.text.size, context);
  const ParagraphStyle small = paragraph_style(context, TextRole::footer, muted_color(node, context), Align::center);
  add_text(card, node.footer, small, most * 1.1, 0.3 * small.text.size, context);
  Size text{0, theme.style(TextRole::inner_title).size * 0.73};
  for (const LaidOutParagraph& paragraph : card.paragraphs) text.width = std::max(text.width, paragraph.width);
  if (!card.paragraphs.empty()) text.height = optical_height({card.paragraphs, card.gaps}) + card.paragraphs.back().descent * 0.4;
  const bool bare = has_no_outline(node.shape);
  Size size = size_around(node.shape, text, bare ? 4 * g : 16 * g, bare ? 4 * g : 13 * g);
  if (!node.icon.empty()) size.height += theme.metrics.inner_icon + 8 * g;
  if (node.shape == NodeShape::actor) size.height = std::max(size.height, 64 * g);
  card.width = std::max({std::ceil(size.width), node.width.value_or(0), bare ? 0.0 : 44 * g});
  card.height = std::max(std::ceil(size.height), bare ? 0.0 : 34 * g);
  if (is_round(node.shape)) card.width = card.height = std::max(card.width, card.height);
  card.head_height = card.height;
  return card;
}

Item draw_shape_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Node& node = *card.node;
  if (is_table_node(node)) return draw_table_node(card, box, accent, context);
  const Theme& theme = context.theme;
  const double g = context.scale.geometry;
  Shape shape{.kind = outline_of(node.shape),
              .box = box,
              .fill = Fill{fill_color(node, context)},
              .stroke = node_outline(node, accent, theme.metrics.inner_outline, context),
              .text = {}};
  if (shape.kind == ShapeKind::round_rect)
    shape.radius = node.shape == NodeShape::pill    ? std::min(box.width, box.height) / 2
                   : node.shape == NodeShape::round ? theme.metrics.inner_radius
                                                    : std::min(theme.metrics.inner_radius, 4 * g);
  if (has_no_outline(node.shape)) {
    if (!node.style.fill || !context.keep_colors) shape.fill.reset();
    shape.stroke.reset();
  }
  if (is_mark(node.shape)) shape.fill = Fill{theme.color(ColorRole::ink)};

  Rect area = text_area(node.shape, box);
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
  if (node.shape == NodeShape::double_circle || node.shape == NodeShape::dot_ringed) {
    Shape ring{.kind = ShapeKind::ellipse, .box = grown_by(box, -3.5 * g), .stroke = shape.stroke, .text = {}};
    group.items.push_back(node_item(node.id + " ring", Role::decoration, node, ring));
  }
  if (icon) group.items.push_back(std::move(*icon));
  Item item = node_item(node.id, Role::card, node, std::move(group));
  item.alt = alternate_text(node);
  item.link = node.link;
  return item;
}

}  // namespace drawplate
