// See small_heads.h.
#include "layout/diagram/placed/small_heads.h"

#include <utility>

#include "layout/page/connector_path.h"

namespace drawplate {
namespace {

constexpr double near_enough = 0.75;

Connector enlarged(Connector connector, double by) {
  for (Point& p : connector.route) p = {p.x * by, p.y * by};
  connector.stroke.width *= by;
  connector.corner_radius *= by;
  return connector;
}

Item head_item(const Item& edge, const HeadDrawing& head, const Color& color, double shrink) {
  const Path path = transformed(head.path, Affine{shrink, 0, 0, shrink, 0, 0});
  Freeform::Part part{.path = path, .fill = {}, .stroke = Stroke{.color = color, .width = head.stroke_width * shrink}};
  if (head.filled) part.fill = Fill{color};
  Item item;
  item.name = edge.name + " head";
  item.role = Role::decoration;
  item.origin = edge.origin;
  item.step = edge.step;
  item.what = Freeform{.box = control_box(path), .parts = {std::move(part)}};
  return item;
}

}  // namespace

std::vector<Item> take_small_heads(Item& edge, double shrink) {
  auto& connector = std::get<Connector>(edge.what);
  std::vector<Item> items;
  if (shrink >= near_enough) return items;
  for (const HeadDrawing& head : draw_connector(enlarged(connector, 1 / shrink)).heads)
    items.push_back(head_item(edge, head, connector.stroke.color, shrink));
  if (items.size() == 2) items.front().name = edge.name + " tail";
  connector.head.kind = connector.tail.kind = HeadKind::none;
  return items;
}

}  // namespace drawplate
