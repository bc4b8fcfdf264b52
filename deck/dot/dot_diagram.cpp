// The graph's own settings, its nodes, its edges; clusters are in dot_clusters.cpp.
#include "deck/dot/dot_diagram.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/limits.h"
#include "base/suggest.h"
#include "deck/dot/dot_html.h"
#include "deck/model/diagram_parts.h"
#include "deck/model/link.h"
#include "deck/syntax/html_text.h"
#include "deck/syntax/input.h"

namespace drawplate {
namespace {

constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
constexpr Pt bold_width = 2.5;
constexpr int longest_edge = 20;

std::optional<Direction> read_rankdir(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (word == "LR") return Direction::right;
  if (word == "RL") return Direction::left;
  if (word == "BT") return Direction::up;
  return Direction::down;
}

std::optional<RouteKind> read_splines(std::string_view word) {
  if (word == "ortho") return RouteKind::orthogonal;
  if (word == "line" || word == "false" || word == "polyline") return RouteKind::straight;
  if (word == "curved") return RouteKind::curved;
  return std::nullopt;  // splines go round what is in their way, and so does everything here
}

std::optional<Side> side_of(std::string_view compass) {
  if (compass == "n") return Side::top;
  if (compass == "s") return Side::bottom;
  if (compass.starts_with("e") || compass.ends_with("e")) return Side::right;
  if (compass.starts_with("w") || compass.ends_with("w")) return Side::left;
  return std::nullopt;
}

/// "port:compass" of a headport or tailport attribute.
DotPort split_port(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view first = text.substr(0, colon);
  if (colon != std::string_view::npos) return {std::string(first), std::string(text.substr(colon + 1))};
  constexpr std::string_view points[] = {"n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"};
  if (std::ranges::find(points, first) != std::end(points)) return {"", std::string(first)};
  return {std::string(first), ""};
}

}  // namespace

void DotConverter::convert(Diagram& diagram) {
  write_graph(diagram);
  find_clusters();
  claim_nodes();
  drop_empty_clusters();
  write_groups(diagram);
  write_nodes(diagram);
  write_empty_clusters(diagram);
  write_edges(diagram);
  write_same_rows(diagram);
  if (label_bytes_ > max_input_bytes) report_.error(diagram.origin, "the labels of all nodes and edges together are too long");
}

void DotConverter::write_graph(Diagram& diagram) {
  const DotAttributes& root = graph_.subgraphs[0].attributes;
  DotNames names;
  names.graph = graph_.name;
  diagram.title = text_of(graph_.find(root, DotKey::label), names);
  diagram.heading = !diagram.title.empty();
  diagram.routes = read_splines(graph_.text(root, DotKey::splines));
  diagram.direction = read_rankdir(graph_.text(root, DotKey::rankdir));
  compound_ = graph_.text(root, DotKey::compound) == "true";
}

double DotConverter::number(const DotAttributes& attributes, DotKey key, double otherwise) const {
  const std::string_view text = graph_.text(attributes, key);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && std::isfinite(value) ? value : otherwise;
}

std::optional<Rgb> DotConverter::color(const DotAttributes& attributes, DotKey key) {
  const DotValue* value = graph_.find(attributes, key);
  return value ? read_dot_color(*value, report_) : std::nullopt;
}

std::string DotConverter::link_of(const DotAttributes& attributes) {
  const DotValue* value = graph_.find(attributes, DotKey::url);
  if (!value) value = graph_.find(attributes, DotKey::href);
  return value && value->text.size() <= max_link_bytes && is_safe_link(value->text) ? value->text : "";
}

/// A text in one place; cells are joined to lines. Empty past the room that all labels have.
RichText DotConverter::text_of(const DotValue* value, const DotNames& names) {
  if (!value) return {};
  label_bytes_ += value->text.size();
  if (label_bytes_ > max_input_bytes) return {};
  if (!value->html) return read_dot_text(value->text, names, value->span);
  DotLabel label = read_dot_html(value->text, value->span);
  for (const Cell& cell : label.cells) {
    if (!label.text.spans.empty()) label.text.spans.back().text += '\n';
    label.text.spans.insert(label.text.spans.end(), cell.text.spans.begin(), cell.text.spans.end());
  }
  return label.text;
}

Style DotConverter::node_style(const DotAttributes& attributes, const DotStyle& style) {
  Style result;
  result.stroke = color(attributes, DotKey::color);
  result.text = color(attributes, DotKey::fontcolor);
  if (style.filled) {
    result.fill = graph_.find(attributes, DotKey::fillcolor) ? color(attributes, DotKey::fillcolor) : result.stroke;
  }
  if (graph_.find(attributes, DotKey::penwidth)) {
    result.stroke_width = std::clamp(number(attributes, DotKey::penwidth, 1), 0.0, 50.0);
  } else if (style.bold) {
    result.stroke_width = bold_width;
  }
  if (style.dashed || style.dotted) result.dashed = true;
  return result;
}

Style DotConverter::group_style(const DotAttributes& attributes) {
  const DotStyle style = read_dot_style(graph_.text(attributes, DotKey::style));
  Style result = node_style(attributes, style);
  if (graph_.find(attributes, DotKey::bgcolor) && !style.filled) result.fill = color(attributes, DotKey::bgcolor);
  if (graph_.find(attributes, DotKey::pencolor)) result.stroke = color(attributes, DotKey::pencolor);
  return result;
}

NodeShape DotConverter::shape_of(const DotNode& node) {
  const DotValue* value = graph_.find(node.attributes, DotKey::shape);
  if (!value || value->text.empty()) return NodeShape::card;
  auto shape = find_dot_shape(value->text);
  if (!shape) {
    report_.warning(value->span, fmt::format("unknown shape '{}'", value->text)).help(did_you_mean(value->text, dot_shape_names()));
    return NodeShape::card;
  }
  if (equals_ignoring_case(value->text, "polygon")) {
    shape = polygon_shape(static_cast<int>(std::clamp(number(node.attributes, DotKey::sides, 4), 0.0, 100.0)),
                          number(node.attributes, DotKey::skew, 0), number(node.attributes, DotKey::distortion, 0));
  }
  const bool doubled = number(node.attributes, DotKey::peripheries, 1) >= 2;
  if (doubled && (*shape == NodeShape::ellipse || *shape == NodeShape::circle)) return NodeShape::double_circle;
  return *shape;
}

void DotConverter::write_label(const DotNode& read, const DotStyle& style, Node& node) {
  DotNames names;
  names.graph = graph_.name;
  names.node = read.id;
  const DotValue* value = graph_.find(read.attributes, DotKey::label);
  const DotValue own_name{read.id, false, read.span};
  if (style.invisible || node.shape == NodeShape::dot) {
    if (style.invisible) node.shape = NodeShape::text;
    return;
  }
  if (value && value->html) {
    label_bytes_ += value->text.size();
    DotLabel label = label_bytes_ > max_input_bytes ? DotLabel{} : read_dot_html(value->text, value->span);
    node.title = std::move(label.text);
    node.cells = std::move(label.cells);
    if (!node.cells.empty()) node.shape = NodeShape::table;
  } else if (node.shape == NodeShape::table) {
    const auto direction = read_rankdir(graph_.text(graph_.subgraphs[0].attributes, DotKey::rankdir));
    const bool downwards = direction == Direction::right || direction == Direction::left;
    const bool whole = value && value->text != "\\N";
    label_bytes_ += whole ? value->text.size() : 0;
    if (whole && label_bytes_ <= max_input_bytes) {
      node.cells = read_dot_record(value->text, names, downwards, value->span, report_).cells;
    } else {
      node.cells.push_back({text_of(&own_name, {}), "", 0, 0, 1, 1});
    }
  } else if (value) {
    node.title = text_of(value, names);
  } else {
    TextSpan id;
    id.text = read.id;
    if (!read.id.empty()) node.title = {{std::move(id)}, read.span};
  }
  if (node.shape == NodeShape::table && node.cells.empty()) node.shape = NodeShape::card;
}

void DotConverter::write_nodes(Diagram& diagram) {
  for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
    const DotNode& read = graph_.nodes[i];
    const DotStyle style = read_dot_style(graph_.text(read.attributes, DotKey::style));
    Node node;
    node.id = read.id;
    node.shape = shape_of(read);
    write_label(read, style, node);
    DotNames names;
    names.node = read.id;
    node.footer = text_of(graph_.find(read.attributes, DotKey::xlabel), names);
    if (!style.invisible) node.style = node_style(read.attributes, style);
    node.link = link_of(read.attributes);
    node.alt = text_of(graph_.find(read.attributes, DotKey::tooltip), names).plain();
    if (const DotValue* image = graph_.find(read.attributes, DotKey::image)) {
      node.icon = icon_of_picture(image->text, image->span, report_);
    }
    if (owner_[i] != none) node.group = GroupId{group_index_[owner_[i]]};
    node.order = read.order;
    node.origin = read.span;
    diagram.nodes.push_back(std::move(node));
  }
}

void DotConverter::write_heads(const DotEdge& read, Edge& edge) {
  std::string_view direction = graph_.text(read.attributes, DotKey::dir);
  if (direction != "forward" && direction != "back" && direction != "both" && direction != "none")
    direction = graph_.directed ? "forward" : "none";
  const auto head = [&](DotKey key) {
    const DotValue* value = graph_.find(read.attributes, key);
    if (!value || value->text.empty()) return HeadKind::arrow;
    const auto found = find_dot_head(value->text);
    if (!found)
      report_.warning(value->span, fmt::format("unknown arrow head '{}'", value->text)).help(did_you_mean(value->text, dot_head_names()));
    return found.value_or(HeadKind::arrow);
  };
  edge.head = direction == "forward" || direction == "both" ? head(DotKey::arrowhead) : HeadKind::none;
  edge.tail = direction == "back" || direction == "both" ? head(DotKey::arrowtail) : HeadKind::none;
}

void DotConverter::write_edge_labels(const DotEdge& read, Edge& edge) {
  const std::string& tail = graph_.nodes[read.tail].id;
  const std::string& head = graph_.nodes[read.head].id;
  const DotValue* label = graph_.find(read.attributes, DotKey::label);
  const bool names_itself = label && label->text.find("\\E") != std::string::npos;
  const std::string whole = names_itself ? tail + (graph_.directed ? "->" : "--") + head : "";
  DotNames names{graph_.name, {}, whole, tail, head};
  edge.label = text_of(label, names);
  if (edge.label.empty()) edge.label = text_of(graph_.find(read.attributes, DotKey::xlabel), names);
  edge.head_label = text_of(graph_.find(read.attributes, DotKey::headlabel), names);
  edge.tail_label = text_of(graph_.find(read.attributes, DotKey::taillabel), names);
}

/// The end at a node, at a cell of it, or, in a compound graph, at the cluster that lhead or ltail names.
void DotConverter::write_end(const DotEdge& read, bool head, Edge& edge, const Diagram& diagram) {
  EdgeEnd& end = head ? edge.to : edge.from;
  end.index = head ? read.head : read.tail;
  DotPort port = head ? read.head_port : read.tail_port;
  if (const DotValue* value = graph_.find(read.attributes, head ? DotKey::headport : DotKey::tailport); value && port.name.empty()) {
    port = split_port(value->text);
  }
  const auto& cells = diagram.nodes[end.index].cells;
  const std::string& name = port.name.empty() ? port.compass : port.name;
  if (!name.empty() && std::ranges::any_of(cells, [&](const Cell& cell) { return cell.port == name; })) end.port = name;
  (head ? edge.to_side : edge.from_side) = side_of(port.compass);
  if (!compound_) return;
  const auto cluster = cluster_names_.find(std::string(graph_.text(read.attributes, head ? DotKey::lhead : DotKey::ltail)));
  if (cluster == cluster_names_.end() || group_index_[cluster->second] == none) return;
  for (std::uint32_t around = owner_[end.index]; around != none; around = cluster_around_[around]) {
    if (around == cluster->second) end = {true, group_index_[around], {}};
  }
}

void DotConverter::write_edges(Diagram& diagram) {
  for (const DotEdge& read : graph_.edges) {
    const DotStyle style = read_dot_style(graph_.text(read.attributes, DotKey::style));
    Edge edge;
    write_end(read, false, edge, diagram);
    write_end(read, true, edge, diagram);
    write_heads(read, edge);
    write_edge_labels(read, edge);
    edge.line = style.invisible ? LineKind::invisible
                : style.dashed  ? LineKind::dashed
                : style.dotted  ? LineKind::dotted
                : style.bold    ? LineKind::thick
                                : LineKind::solid;
    edge.style.stroke = color(read.attributes, DotKey::color);
    edge.style.text = color(read.attributes, DotKey::fontcolor);
    if (graph_.find(read.attributes, DotKey::penwidth)) {
      edge.style.stroke_width = std::clamp(number(read.attributes, DotKey::penwidth, 1), 0.0, 50.0);
    }
    edge.min_length = static_cast<int>(std::clamp(number(read.attributes, DotKey::minlen, 1), 0.0, double{longest_edge}));
    edge.weight = std::clamp(number(read.attributes, DotKey::weight, 1), 0.0, 1000.0);
    if (graph_.text(read.attributes, DotKey::constraint) == "false") edge.weight = 0;
    edge.link = link_of(read.attributes);
    edge.origin = read.span;
    diagram.edges.push_back(std::move(edge));
  }
}

}  // namespace drawplate
