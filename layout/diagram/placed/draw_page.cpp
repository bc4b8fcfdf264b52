// See draw_page.h. Paint order: lines outside all groups, then groups (panel, their own lines, members), then lines that cross
// a group's border, then labels; so that a line never paints over an outline it only ends at, and a panel never hides a line.
#include "layout/diagram/placed/draw_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "layout/diagram/placed/joints.h"
#include "layout/diagram/placed/page_frame.h"
#include "layout/diagram/placed/small_heads.h"
#include "layout/page/page_walk.h"
#include "layout/page/side.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

using GroupIndex = std::optional<std::size_t>;

constexpr double curved_corners = 4;  ///< `routes: curved` makes corners so much rounder, as far as there is room

/// A child of a group (or of the page).
struct Child {
  std::uint32_t order;
  bool is_group;
  std::size_t index;
};

/// A page under construction: the diagram's items before they are put into paint order.
struct Canvas {
  const PlacedDiagram& placed;
  const LayoutContext& context;
  std::vector<Item> node_items;                // by node
  std::vector<std::vector<Item>> panel_items;  // by group
  std::vector<std::vector<Item>> group_ports;  // by group
  std::vector<Item> edge_items;                // by placed edge
  std::vector<std::vector<Item>> edge_heads;   // by placed edge, where they are shapes of their own
  std::vector<Item> labels;
  std::vector<std::vector<std::size_t>> inner_edges, crossing_edges;  // placed edges by group; those outside all groups last
  std::vector<std::vector<Child>> children;                           // by group; those of the page last
};

GroupIndex group_of(const std::optional<GroupId>& id) { return id ? GroupIndex(index_of(*id)) : GroupIndex(); }

/// The group of an end: of a node the one around it, of a group itself the one around that.
GroupIndex group_around(const Diagram& diagram, const EdgeEnd& end) {
  return end.is_group ? group_of(diagram.groups[end.index].parent) : group_of(diagram.nodes[end.index].group);
}

Rect box_of(const PlacedDiagram& placed, const EdgeEnd& end) {
  return end.is_group ? placed.groups[end.index].place.box : placed.nodes[end.index].box;
}

/// A tiny box just inside the outline whose `side` has its middle at `at`.
Rect port_box(Point at, Side side) {
  constexpr Pt size = 0.5;
  const Point middle = middle_of({0, 0, size, size}, side);
  return {at.x - middle.x, at.y - middle.y, size, size};
}

/// Items of one node or group as a list that a port can join.
std::vector<Item>& list_in(Item& item) {
  if (!std::holds_alternative<ItemGroup>(item.what)) {
    Item inner = item;
    inner.alt.clear();
    inner.link.clear();
    ItemGroup group;
    group.items.push_back(std::move(inner));
    item.what = std::move(group);
  }
  return std::get<ItemGroup>(item.what).items;
}

/// Names are ids until all items stand in paint order; then they become ItemIds.
struct PendingGlue {
  bool at_start;
  std::string shape_name;
  Side side;
};

std::string shape_name(const PlacedDiagram& placed, const EdgeEnd& end) {
  return end.is_group ? placed.diagram->groups[end.index].id + " panel" : placed.diagram->nodes[end.index].id + " card";
}

/// Holds one end of a connector: at a side's middle to the shape itself, elsewhere to an anchor.
PendingGlue hold(Canvas& canvas, std::size_t edge, bool at_start, std::map<std::string, int>& port_names) {
  const PlacedEdge& placed_edge = canvas.placed.edges[edge];
  const Edge& source = canvas.placed.diagram->edges[placed_edge.edge];
  const EdgeEnd& end = at_start ? source.from : source.to;
  const Side side = at_start ? placed_edge.from_side : placed_edge.to_side;
  const Point at = at_start ? placed_edge.route.front() : placed_edge.route.back();
  const std::string owner = shape_name(canvas.placed, end);
  if (length(at - middle_of(box_of(canvas.placed, end), side)) < 0.05) return {at_start, owner, side};

  const std::string base =
      fmt::format("port of {}", end.is_group ? canvas.placed.diagram->groups[end.index].id : canvas.placed.diagram->nodes[end.index].id);
  const int count = ++port_names[base];
  Item port;
  port.name = count == 1 ? base : fmt::format("{} {}", base, count);
  port.role = Role::port;
  port.origin = source.origin;
  port.what = Shape{.kind = ShapeKind::rect, .box = port_box(at, side)};
  const std::string name = port.name;
  (end.is_group ? canvas.group_ports[end.index] : list_in(canvas.node_items[end.index])).push_back(std::move(port));
  return {at_start, name, side};
}

std::string end_title(const Diagram& diagram, const EdgeEnd& end) {
  const RichText& title = end.is_group ? diagram.groups[end.index].title : diagram.nodes[end.index].title;
  const std::string& id = end.is_group ? diagram.groups[end.index].id : diagram.nodes[end.index].id;
  return title.empty() ? id : title.plain();
}

/// Heads of strong lines are large anyhow.
Arrow arrow_of(HeadKind kind, const Edge& edge) {
  return {kind, edge.kind == EdgeKind::loop || edge.line == LineKind::thick ? HeadSize::medium : HeadSize::large};
}

Item connector_item(const Canvas& canvas, const PlacedEdge& placed_edge, int dashed_before) {
  const Diagram& diagram = *canvas.placed.diagram;
  const Edge& edge = diagram.edges[placed_edge.edge];
  const Theme& theme = canvas.context.theme;
  const bool loop = edge.kind == EdgeKind::loop;
  Connector connector;
  connector.kind = placed_edge.kind;
  connector.route = placed_edge.route;
  connector.chamfered = theme.looks.line_corners == CornerStyle::chamfer;
  connector.corner_radius = connector.chamfered ? (loop ? theme.looks.loop_chamfer : theme.looks.chamfer)
                                                : (loop ? theme.lines.loop_radius : theme.lines.connector_radius);
  if (diagram.routes == RouteKind::curved && !connector.chamfered) connector.corner_radius *= curved_corners;
  connector.stroke = edge_stroke(edge, dashed_before, canvas.context);
  connector.head = arrow_of(edge.head, edge);
  connector.tail = arrow_of(edge.tail, edge);
  Item item;
  item.name = edge.id;
  item.role = Role::edge;
  item.origin = edge.origin;
  item.link = edge.link;
  item.step = edge.step;
  item.alt = fmt::format("from {} to {}", end_title(diagram, edge.from), end_title(diagram, edge.to));
  if (!edge.label.empty()) item.alt = edge.label.plain() + ": " + item.alt;
  item.what = std::move(connector);
  return item;
}

Item label_item(const PlacedLabel& label, const Edge& edge, const RichText& source, std::string_view name) {
  const Align align = label.text.paragraph.align;
  const Pt x = align == Align::left ? label.box.x : align == Align::center ? label.box.mid_x() : label.box.right();
  const std::vector<LaidOutParagraph> paragraphs{label.text};
  const std::vector<Pt> gaps{0};
  Item item;
  item.name = fmt::format("{} {}", edge.id, name);
  item.role = Role::edge_label;
  item.origin = source.origin;
  item.step = edge.step;
  item.what = place_stack({paragraphs, gaps}, {x, label.box.y + label.text.first_baseline, label.text.width});
  return item;
}

/// Innermost group that holds both ends; `crosses` where an end lies deeper than that.
struct EdgePlace {
  GroupIndex group;
  bool crosses = false;
};
EdgePlace place_of(const Diagram& diagram, const Edge& edge) {
  const GroupIndex from = group_around(diagram, edge.from), to = group_around(diagram, edge.to);
  std::vector<std::size_t> chain;
  for (GroupIndex g = from; g; g = group_of(diagram.groups[*g].parent)) chain.push_back(*g);
  GroupIndex common = to;
  while (common && std::find(chain.begin(), chain.end(), *common) == chain.end()) common = group_of(diagram.groups[*common].parent);
  // An edge to the group it lies in runs inside it, over its panel.
  if (edge.from.is_group && to && *to == edge.from.index) common = to;
  if (edge.to.is_group && from && *from == edge.to.index) common = from;
  return {common, from != common || to != common};
}

Canvas draw_parts(const PlacedDiagram& placed, const LayoutContext& context) {
  Canvas canvas{placed, context, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  for (const PlacedNode& node : placed.nodes) canvas.node_items.push_back(draw_card(node.card, node.box, node.accent, context));
  for (const PlacedGroup& group : placed.groups) canvas.panel_items.push_back(draw_panel(group.panel, group.place, group.accent, context));
  canvas.group_ports.resize(placed.groups.size());
  const std::vector<std::vector<std::uint32_t>> joints = bus_joints(placed);
  int dashed = 0;
  for (const PlacedEdge& edge : placed.edges) {
    const Edge& source = placed.diagram->edges[edge.edge];
    canvas.edge_items.push_back(connector_item(canvas, edge, dashed));
    std::get<Connector>(canvas.edge_items.back().what).joints = joints[canvas.edge_items.size() - 1];
    canvas.edge_heads.push_back(take_small_heads(canvas.edge_items.back(), context.scale.shrink));
    dashed += source.line == LineKind::dashed || source.line == LineKind::dotted;
    if (edge.label) canvas.labels.push_back(label_item(*edge.label, source, source.label, "label"));
    for (const PlacedLabel& label : edge.end_labels) {
      const RichText& text = label.at_start ? source.tail_label : source.head_label;
      canvas.labels.push_back(label_item(label, source, text, label.at_start ? "tail label" : "head label"));
    }
  }
  return canvas;
}

/// Children by group, in the source's order; those of the page last.
std::vector<std::vector<Child>> children_of(const Diagram& diagram) {
  std::vector<std::vector<Child>> children(diagram.groups.size() + 1);
  const auto list = [&](const std::optional<GroupId>& parent) -> auto& {
    return children[group_of(parent).value_or(diagram.groups.size())];
  };
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) list(diagram.nodes[i].group).push_back({diagram.nodes[i].order, false, i});
  for (std::size_t i = 0; i < diagram.groups.size(); ++i) list(diagram.groups[i].parent).push_back({diagram.groups[i].order, true, i});
  for (std::vector<Child>& siblings : children)
    std::stable_sort(siblings.begin(), siblings.end(), [](const Child& a, const Child& b) { return a.order < b.order; });
  return children;
}

std::size_t list_of(const Canvas& canvas, GroupIndex group) { return group.value_or(canvas.placed.groups.size()); }

void sort_edges(Canvas& canvas) {
  const Diagram& diagram = *canvas.placed.diagram;
  canvas.inner_edges.resize(canvas.placed.groups.size() + 1);
  canvas.crossing_edges.resize(canvas.placed.groups.size() + 1);
  for (std::size_t i = 0; i < canvas.edge_items.size(); ++i) {
    const EdgePlace place = place_of(diagram, diagram.edges[canvas.placed.edges[i].edge]);
    (place.crosses ? canvas.crossing_edges : canvas.inner_edges)[list_of(canvas, place.group)].push_back(i);
  }
}

void add_edges(Canvas& canvas, const std::vector<std::size_t>& edges, std::vector<Item>& out) {
  for (const std::size_t i : edges) {
    out.push_back(std::move(canvas.edge_items[i]));
    for (Item& head : canvas.edge_heads[i]) out.push_back(std::move(head));
  }
}

/// Nesting is capped by the readers, so recursion is safe here.
void add_members(Canvas& canvas, GroupIndex parent, std::vector<Item>& out) {
  const Diagram& diagram = *canvas.placed.diagram;
  add_edges(canvas, canvas.inner_edges[list_of(canvas, parent)], out);
  for (const Child& child : canvas.children[list_of(canvas, parent)]) {
    if (!child.is_group) {
      out.push_back(std::move(canvas.node_items[child.index]));
      continue;
    }
    const Group& group = diagram.groups[child.index];
    std::vector<Item> items = std::move(canvas.panel_items[child.index]);
    std::vector<Item> footer(std::make_move_iterator(items.begin() + 1), std::make_move_iterator(items.end()));
    items.resize(1);
    add_members(canvas, child.index, items);
    for (Item& item : footer) items.push_back(std::move(item));
    for (Item& port : canvas.group_ports[child.index]) items.push_back(std::move(port));
    Item item;
    item.name = group.id;
    item.role = Role::panel;
    item.origin = group.origin;
    item.step = group.step;
    item.link = group.link;
    item.alt = !group.alt.empty() ? group.alt : group.title.empty() ? group.id : group.title.plain();
    item.what = ItemGroup{std::move(items)};
    out.push_back(std::move(item));
  }
  add_edges(canvas, canvas.crossing_edges[list_of(canvas, parent)], out);
}

struct Numbering {
  std::uint32_t next = 1;
  std::map<std::string, ItemId> by_name;
};

void number_items(Page& page, Numbering& numbering) {
  for_each_item(page.items, [&](Item& item) {
    item.id = ItemId{numbering.next++};
    numbering.by_name.emplace(item.name, item.id);
    if (is_read(item)) page.reading_order.push_back(item.id);
  });
}

/// By the connector's name: what its two ends hold on to.
using GlueTable = std::map<std::string, std::vector<PendingGlue>>;

void glue_edges(std::vector<Item>& items, const GlueTable& table, const Numbering& numbering) {
  for_each_item(items, [&](Item& item) {
    auto* connector = std::get_if<Connector>(&item.what);
    const auto found = connector ? table.find(item.name) : table.end();
    if (found == table.end()) return;
    for (const PendingGlue& pending : found->second)
      (pending.at_start ? connector->from : connector->to) = Glue{numbering.by_name.at(pending.shape_name), pending.side};
  });
}

void fill_map(Page& page, const PlacedDiagram& placed, const LayoutContext& context, const Numbering& numbering) {
  const Diagram& diagram = *placed.diagram;
  page.map.direction = placed.direction;
  for (std::uint32_t i = 0; i < placed.nodes.size(); ++i)
    page.map.nodes.push_back({i, numbering.by_name.at(diagram.nodes[i].id), placed.nodes[i].box});
  for (std::uint32_t i = 0; i < placed.groups.size(); ++i)
    page.map.groups.push_back({i, numbering.by_name.at(diagram.groups[i].id), placed.groups[i].place.box,
                               panel_title_box(placed.groups[i].panel, placed.groups[i].place, context)});
  for (const PlacedEdge& edge : placed.edges) {
    DiagramMap::EdgeEntry entry{edge.edge, numbering.by_name.at(diagram.edges[edge.edge].id), {}};
    if (edge.label) entry.labels.push_back(edge.label->box);
    for (const PlacedLabel& label : edge.end_labels) entry.labels.push_back(label.box);
    page.map.edges.push_back(std::move(entry));
  }
}

Item title_item(const PlacedTitle& title, const RichText& source, std::string_view name, Role role) {
  const std::vector<LaidOutParagraph> paragraphs{title.text};
  const std::vector<Pt> gaps{0};
  Item item;
  item.name = name;
  item.role = role;
  item.origin = source.origin;
  const Pt x = title.text.paragraph.align == Align::right ? title.box.right() : title.box.x;
  item.what = place_stack({paragraphs, gaps}, {x, title.box.y + title.text.first_baseline, title.box.width});
  return item;
}

}  // namespace

Page draw_page(const PlacedDiagram& placed, const LayoutContext& context) {
  const Diagram& diagram = *placed.diagram;
  Canvas canvas = draw_parts(placed, context);
  GlueTable glue;
  std::map<std::string, int> port_names;
  for (std::size_t i = 0; i < placed.edges.size(); ++i) {
    std::vector<PendingGlue>& ends = glue[diagram.edges[placed.edges[i].edge].id];
    ends.push_back(hold(canvas, i, true, port_names));
    ends.push_back(hold(canvas, i, false, port_names));
  }
  Page page;
  page.size = placed.page;
  page.background = context.theme.color(ColorRole::background);
  page.title = diagram.title.plain();
  page.alt = diagram.description.empty() ? diagram.title.plain() : diagram.description;
  if (placed.title) page.items.push_back(title_item(*placed.title, diagram.title, "title", Role::diagram_title));
  if (placed.subtitle) page.items.push_back(title_item(*placed.subtitle, diagram.subtitle, "subtitle", Role::text));
  sort_edges(canvas);
  canvas.children = children_of(diagram);
  add_members(canvas, std::nullopt, page.items);
  for (Item& label : canvas.labels) page.items.push_back(std::move(label));
  if (!placed.legend.empty()) page.items.push_back(draw_legend(placed, context));
  Numbering numbering;
  number_items(page, numbering);
  glue_edges(page.items, glue, numbering);
  fill_map(page, placed, context, numbering);
  return page;
}

}  // namespace drawplate
