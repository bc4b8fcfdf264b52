// Boxes, edges, labels and text, a function each.
#include "tests/support/layout_laws.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <variant>

#include "layout/page/page_walk.h"

namespace drawplate::test {
namespace {

constexpr Pt tolerance = 0.75;

using Faults = std::vector<std::string>;

Rect segment_box(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}; }

bool inside(Rect inner, Rect outer) {
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance && inner.right() <= outer.right() + tolerance &&
         inner.bottom() <= outer.bottom() + tolerance;
}

bool meets(Rect a, Rect b) { return overlaps(grown_by(a, -tolerance / 2), grown_by(b, -tolerance / 2)); }

/// True where a line's segment runs through the inside of a box.
bool passes(Point a, Point b, Rect box) {
  const Rect s = segment_box(a, b), r = grown_by(box, -tolerance);
  return s.x < r.right() && r.x < s.right() + 1e-9 && s.y < r.bottom() && r.y < s.bottom() + 1e-9;
}

void check_boxes(const Page& page, const Diagram& diagram, Faults& out) {
  const Rect paper{0, 0, page.size.width, page.size.height};
  const auto& nodes = page.map.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string& id = diagram.nodes[nodes[i].node].id;
    if (!inside(nodes[i].box, paper)) out.push_back(fmt::format("{} leaves the page", id));
    for (std::size_t j = i + 1; j < nodes.size(); ++j)
      if (meets(nodes[i].box, nodes[j].box)) out.push_back(fmt::format("{} overlaps {}", id, diagram.nodes[nodes[j].node].id));
    const auto& group = diagram.nodes[nodes[i].node].group;
    for (const auto& panel : page.map.groups) {
      const bool own = group && index_of(*group) == panel.group;
      if (own && !inside(nodes[i].box, panel.box)) out.push_back(fmt::format("{} leaves its panel", id));
      if (!group && meets(nodes[i].box, panel.box)) out.push_back(fmt::format("{} overlaps {}", id, diagram.groups[panel.group].id));
      if (meets(nodes[i].box, panel.title)) out.push_back(fmt::format("{} covers the title of {}", id, diagram.groups[panel.group].id));
    }
  }
}

void check_edges(const Page& page, const Diagram& diagram, const std::map<ItemId, const Item*>& by_id, Faults& out) {
  for (const auto& entry : page.map.edges) {
    const Edge& edge = diagram.edges[entry.edge];
    const auto& route = std::get<Connector>(by_id.at(entry.item)->what).route;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
      for (const auto& node : page.map.nodes)
        if (passes(route[i], route[i + 1], node.box))
          out.push_back(fmt::format("{} runs through {}", edge.id, diagram.nodes[node.node].id));
      for (const auto& other : page.map.edges)
        for (const Rect& label : other.labels)
          if (passes(route[i], route[i + 1], label))
            out.push_back(fmt::format("{} runs through a label of {}", edge.id, diagram.edges[other.edge].id));
    }
  }
}

void check_labels(const Page& page, const Diagram& diagram, Faults& out) {
  const Rect paper{0, 0, page.size.width, page.size.height};
  for (const auto& entry : page.map.edges)
    for (const Rect& label : entry.labels) {
      const std::string& id = diagram.edges[entry.edge].id;
      if (!inside(label, paper)) out.push_back(fmt::format("the label of {} leaves the page", id));
      for (const auto& node : page.map.nodes)
        if (meets(label, node.box)) out.push_back(fmt::format("the label of {} lies on {}", id, diagram.nodes[node.node].id));
      for (const auto& other : page.map.edges)
        for (const Rect& second : other.labels)
          if (other.edge > entry.edge && meets(label, second))
            out.push_back(fmt::format("labels of {} and {} overlap", id, diagram.edges[other.edge].id));
    }
}

/// Text lines stay within the shape that holds them.
void check_text(const std::map<ItemId, const Item*>& by_id, Faults& out) {
  for (const auto& [id, item] : by_id) {
    const auto* shape = std::get_if<Shape>(&item->what);
    if (!shape || !shape->text) continue;
    for (const Paragraph& paragraph : shape->text->paragraphs)
      for (const Line& line : paragraph.lines)
        if (line.left < shape->box.x || line.left + line.width > shape->box.right() || line.baseline > shape->box.bottom() ||
            line.baseline < shape->box.y)
          out.push_back(fmt::format("text of {} leaves its shape", item->name));
  }
}

}  // namespace

std::vector<std::string> broken_laws(const Page& page, const Diagram& diagram) {
  Faults out;
  std::map<ItemId, const Item*> by_id;
  for_each_item(page.items, [&](const Item& item) { by_id[item.id] = &item; });
  check_boxes(page, diagram, out);
  check_edges(page, diagram, by_id, out);
  check_labels(page, diagram, out);
  check_text(by_id, out);
  return out;
}

}  // namespace drawplate::test
