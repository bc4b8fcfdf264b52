// The JSON form of a page for outside tools, schema `layout-1`: boxes, routes and labels as they are drawn, with what the
// author said of each beside them. See dump_page.h.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/overloaded.h"
#include "deck/model/vocabulary.h"
#include "layout/page/dump_page.h"
#include "layout/page/json.h"
#include "layout/page/page_index.h"
#include "layout/page/page_walk.h"
#include "layout/page/shapes.h"

namespace drawplate {
namespace {

constexpr Pt usual_font_size = 14;
constexpr std::array<std::string_view, 4> flow_names = {"TB", "BT", "LR", "RL"};

/// The outline as far as geometry checkers tell outlines apart.
std::string_view outline_of(NodeShape shape) {
  const NodeForm& form = node_form(shape);
  switch (shape_row(form.kind).contour) {
    case Contour::box:
      return "box";
    case Contour::ellipse:
      return form.square ? "circle" : "ellipse";
    case Contour::diamond:
      return "diamond";
  }
  return "box";
}

/// The title as it is drawn.
std::string numbered(const std::optional<int>& number, const RichText& title) {
  return number ? fmt::format("{}. {}", *number, title.plain()) : title.plain();
}

/// The first text size found in an item: a card's title comes first.
std::optional<Pt> first_text_size(const Item& item) {
  if (const TextBlock* block = text_of(item))
    for (const Paragraph& paragraph : block->paragraphs)
      for (const Line& line : paragraph.lines)
        if (!line.runs.empty()) return line.runs.front().size;
  if (const auto* members = members_of(item))
    for (const Item& inner : *members)
      if (const auto size = first_text_size(inner)) return size;
  return std::nullopt;
}

std::optional<Accent> accent_of(const Color& color) {
  return color.token.role == ColorRole::accent ? std::optional(color.token.accent) : std::nullopt;
}

/// The accent that an item is drawn in, whether the author or the theme chose it.
std::optional<Accent> drawn_accent(const Item& item) {
  using Drawn = std::optional<Accent>;
  return std::visit(Overloaded{[](const Shape& shape) -> Drawn {
                                 const Drawn stroke = shape.stroke ? accent_of(shape.stroke->color) : std::nullopt;
                                 return stroke || !shape.fill ? stroke : accent_of(shape.fill->color);
                               },
                               [](const ItemGroup& group) -> Drawn {
                                 for (const Item& member : group.items)
                                   if (const Drawn accent = drawn_accent(member)) return accent;
                                 return std::nullopt;
                               },
                               [](const OneOf<Connector, TextBlock, Freeform, Picture, TableGrid, Formula> auto&) -> Drawn {
                                 return std::nullopt;  // their colours are those of the shape or the edge they belong to
                               }},
                    item.what);
}

class PageJson {
 public:
  PageJson(const Document& document, const Page& page, const Diagram& diagram)
      : document_(document), page_(page), diagram_(diagram), index_(page) {}

  std::string write() {
    json_.object([&] {
      json_.field("schema", "layout-1");
      json_.field("name", page_.title.empty() ? document_.meta.title : page_.title);
      json_.field("direction", word_for(page_.map.direction, flow_names));
      json_.field("font_size", font_size());
      json_.object("page", [&] {
        json_.field("w", page_.size.width);
        json_.field("h", page_.size.height);
      });
      json_.array("nodes", [&] {
        for (const auto& entry : page_.map.nodes)
          if (entry.node < diagram_.nodes.size()) node(entry);
      });
      json_.array("groups", [&] {
        for (const auto& entry : page_.map.groups)
          if (entry.group < diagram_.groups.size()) group(entry);
      });
      json_.array("edges", [&] {
        for (const auto& entry : page_.map.edges)
          if (entry.edge < diagram_.edges.size()) edge(entry);
      });
    });
    return json_.take() + "\n";
  }

 private:
  Pt font_size() const {
    std::optional<Pt> smallest;
    for (const auto& entry : page_.map.nodes) {
      const Item* item = index_.find(entry.item);
      const auto size = item ? first_text_size(*item) : std::nullopt;
      if (size) smallest = smallest ? std::min(*smallest, *size) : *size;
    }
    return smallest.value_or(usual_font_size);
  }

  void box_fields(Rect box) {
    json_.field("x", box.x);
    json_.field("y", box.y);
    json_.field("w", box.width);
    json_.field("h", box.height);
  }

  template <class Id>
  void group_or_null(std::string_view key, const std::optional<Id>& group) {
    if (group && index_of(*group) < diagram_.groups.size())
      json_.field(key, diagram_.groups[index_of(*group)].id);
    else
      json_.field(key, nullptr);
  }

  void number_or_null(const std::optional<int>& number) {
    if (number)
      json_.field("number", *number);
    else
      json_.field("number", nullptr);
  }

  void accent_or_null(ItemId id, const std::optional<Accent>& asked) {
    const Item* item = index_.find(id);
    std::optional<Accent> accent = item ? drawn_accent(*item) : std::nullopt;
    if (!accent) accent = asked;
    if (accent)
      json_.field("accent", word_for(*accent, accent_names));
    else
      json_.field("accent", nullptr);
  }

  void node(const DiagramMap::NodeEntry& entry) {
    const Node& node = diagram_.nodes[entry.node];
    json_.object([&] {
      json_.field("id", node.id);
      box_fields(entry.box);
      group_or_null("group", node.group);
      json_.field("shape", outline_of(node.shape));
      json_.field("kind", word_for(node.shape, shape_names));
      number_or_null(node.number);
      json_.field("title", node.title.plain());
      json_.field("label_text", numbered(node.number, node.title));
      json_.field("subtitle", node.subtitle.plain());
      json_.field("icon", node.icon.name);
      accent_or_null(entry.item, node.accent);
      json_.array("pills", [&] {
        for (const Pill& pill : node.pills) json_.value(pill.text.plain());
      });
    });
  }

  void group(const DiagramMap::GroupEntry& entry) {
    const Group& group = diagram_.groups[entry.group];
    json_.object([&] {
      json_.field("id", group.id);
      group_or_null("parent", group.parent);
      box_fields(entry.box);
      if (group.direction) json_.field("direction", word_for(*group.direction, flow_names));
      if (entry.title.width > 0) json_.object("label", [&] { box_fields(entry.title); });
      number_or_null(group.number);
      json_.field("title", group.title.plain());
      json_.field("label_text", numbered(group.number, group.title));
      json_.field("footer", group.footer.plain());
      json_.field("icon", group.icon.name);
      accent_or_null(entry.item, group.accent);
    });
  }

  std::string end_id(const EdgeEnd& end) const {
    if (end.is_group) return end.index < diagram_.groups.size() ? diagram_.groups[end.index].id : "";
    return end.index < diagram_.nodes.size() ? diagram_.nodes[end.index].id : "";
  }

  void route(const Connector& connector) {
    json_.field("curve", connector.kind == RouteKind::curved ? "bezier" : "polyline");
    json_.field("dashed", connector.stroke.dash != Dash::solid);
    json_.field("width", connector.stroke.width);
    json_.array("points", [&] {
      for (const Point p : connector.route)
        json_.array([&] {
          json_.value(p.x);
          json_.value(p.y);
        });
    });
  }

  void edge(const DiagramMap::EdgeEntry& entry) {
    const Edge& edge = diagram_.edges[entry.edge];
    const Connector* connector = index_.find<Connector>(entry.item);
    if (!connector) return;  // invisible edges are not drawn
    json_.object([&] {
      json_.field("id", edge.id);
      json_.field("from", end_id(edge.from));
      json_.field("to", end_id(edge.to));
      route(*connector);
      json_.field("kind", word_for(edge.kind, edge_kind_names));
      json_.field("line", word_for(edge.line, line_names));
      json_.field("head", word_for(connector->head.kind, head_names));
      json_.field("tail", word_for(connector->tail.kind, head_names));
      if (entry.labels.size() == 1) json_.object("label", [&] { box_fields(entry.labels.front()); });
      if (entry.labels.size() > 1)
        json_.array("labels", [&] {
          for (const Rect label : entry.labels) json_.object([&] { box_fields(label); });
        });
      json_.field("label_text", edge.label.plain());
    });
  }

  const Document& document_;
  const Page& page_;
  const Diagram& diagram_;
  const PageIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string page_json(const Document& document, const Diagram& diagram) {
  if (document.pages.empty()) return "{}\n";
  return PageJson(document, document.pages.front(), diagram).write();
}

}  // namespace drawplate
