// The way from a diagram to its page: frame, flow or layered layout, forms of lines, mirror, drawing.
#include "layout/diagram/diagram_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "deck/model/link.h"
#include "layout/diagram/flow/layout_flow.h"
#include "layout/diagram/graph/graph_diagram.h"
#include "layout/diagram/line_forms/line_forms.h"
#include "layout/diagram/placed/draw_page.h"
#include "layout/diagram/placed/mirror.h"
#include "layout/diagram/placed/page_frame.h"
#include "layout/diagram/placed/scale.h"
#include "layout/diagram/placed/shape_node.h"
#include "layout/text/base_direction.h"

namespace drawplate {
namespace {

using IconTable = std::map<std::string, IconDrawing, std::less<>>;

/// Every icon the diagram names; an unknown one is a warning and shows as a neutral sign.
IconTable find_icons(const Diagram& diagram, const LayoutOptions& options, Report& report) {
  IconTable table;
  const auto add = [&](const Icon& icon) {
    if (icon.empty() || table.contains(icon.name)) return;
    if (const auto own = options.own_icons.find(icon.name); own != options.own_icons.end()) {
      table.emplace(icon.name, own->second);
      return;
    }
    if (std::optional<FoundIcon> found = find_icon(icon.name)) {
      table.emplace(icon.name, std::move(found->drawing));
      return;
    }
    const std::vector<std::string> near = nearest_icon_names(icon.name, 3);
    report.warning(icon.origin, fmt::format("unknown icon '{}'", icon.name))
        .help(near.empty() ? "" : fmt::format("the nearest are {}", fmt::join(near, ", ")));
    table.emplace(icon.name, unknown_icon());
  };
  for (const Node& node : diagram.nodes) add(node.icon);
  for (const Group& group : diagram.groups) add(group.icon);
  return table;
}

/// A page has no place that links without a scheme could lead from; one warning tells of all of them.
void warn_of_relative_links(const Diagram& diagram, Report& report) {
  std::size_t count = 0;
  Span first;
  const auto look = [&](const std::string& link, Span origin) {
    if (link.empty() || is_absolute_link(link)) return;
    if (count++ == 0) first = origin;
  };
  for (const Node& node : diagram.nodes) look(node.link, node.origin);
  for (const Group& group : diagram.groups) look(group.link, group.origin);
  for (const Edge& edge : diagram.edges) look(edge.link, edge.origin);
  if (count == 0) return;
  const std::string others = count == 1 ? "" : fmt::format(" and {} more", count - 1);
  report.warning(first, fmt::format("this link{} has no scheme, such as https:, and is left out of the PDF", others));
}

/// Nothing is dropped in silence: what a diagram may say and the page cannot show is a warning.
void warn_of_undrawn(const Diagram& diagram, Report& report) {
  warn_of_relative_links(diagram, report);
  for (const Group& group : diagram.groups) {
    if (group.step > 0) report.warning(group.origin, "build steps are not written yet: everything shows at once");
  }
  for (const Node& node : diagram.nodes) {
    if (node.step > 0) report.warning(node.origin, "build steps are not written yet: everything shows at once");
    if (is_shape_node(node) && (!node.pills.empty() || !node.badge.empty()))
      report.warning(node.origin, fmt::format("'{}' has pills or a badge, which only cards show", node.id))
          .help("leave out its shape, or make it 'card'");
  }
  for (const Edge& edge : diagram.edges) {
    if (edge.step > 0) report.warning(edge.origin, "build steps are not written yet: everything shows at once");
  }
}

/// Texts are measured more than once on the way; each warning is said once.
void pass_on(const Report& from, Report& to) {
  std::set<std::tuple<std::uint16_t, std::uint32_t, std::string>> said;
  for (const Diagnostic& d : from.all())
    if (said.insert({static_cast<std::uint16_t>(d.span.source), d.span.begin, d.message}).second)
      to.warning(d.span, d.message).help(d.hint);
}

Rect bounds_of(const PlacedDiagram& placed) {
  std::optional<Rect> bounds;
  const auto add = [&](Rect box) { bounds = bounds ? union_of(*bounds, box) : box; };
  for (const PlacedNode& node : placed.nodes) add(node.box);
  for (const PlacedGroup& group : placed.groups) add(group.place.box);
  for (const PlacedEdge& edge : placed.edges) {
    for (const Point p : edge.route) add({p.x, p.y, 0, 0});
    if (edge.label) add(edge.label->box);
    for (const PlacedLabel& label : edge.end_labels) add(label.box);
  }
  return bounds.value_or(Rect{0, 0, 36, 36});
}

void move_all(PlacedDiagram& placed, Vec by) {
  for (PlacedNode& node : placed.nodes) node.box = moved_by(node.box, by);
  for (PlacedGroup& group : placed.groups) {
    group.place.box = moved_by(group.place.box, by);
    if (group.place.title) group.place.title = moved_by(*group.place.title, by);
    group.place.foot_top += by.y;
  }
  for (PlacedEdge& edge : placed.edges) {
    for (Point& p : edge.route) p = p + by;
    if (edge.label) edge.label->box = moved_by(edge.label->box, by);
    for (PlacedLabel& label : edge.end_labels) label.box = moved_by(label.box, by);
  }
}

TextSetting text_setting(const Diagram& diagram, const Theme& theme) {
  TextSetting texts{diagram.lang.empty() ? theme.lang : diagram.lang, diagram.text_direction, false};
  const RichText& first = diagram.title.empty() && !diagram.nodes.empty() ? diagram.nodes.front().title : diagram.title;
  // A language that was not stated says nothing; the first text does.
  const std::string_view lang = diagram.lang;
  texts.right_to_left =
      texts.direction ? *texts.direction == TextDirection::rtl : is_right_to_left(lang.empty() ? first.plain() : "", lang);
  return texts;
}

/// Where a label needs room at a line's end, or a line must end at one cell of a table, only the graph layout gives it.
bool needs_graph_layout(const Diagram& diagram) {
  return std::any_of(diagram.edges.begin(), diagram.edges.end(), [](const Edge& edge) {
    return !edge.head_label.empty() || !edge.tail_label.empty() || !edge.from.port.empty() || !edge.to.port.empty();
  });
}

/// Moves the diagram below its title, and makes the page as high and wide as all of it.
void make_room(const PageFrame& frame, PlacedDiagram& placed) {
  const Pt wider = std::max(0.0, frame.width - placed.page.width);
  move_all(placed, {wider / 2, frame.above});
  placed.page = {placed.page.width + wider, placed.page.height + frame.above + frame.below};
}

/// Cuts the page down to the diagram and one margin around it.
void crop(PlacedDiagram& placed, Pt margin) {
  const Rect bounds = bounds_of(placed);
  move_all(placed, {margin - bounds.x, margin - bounds.y});
  placed.page = {std::ceil(bounds.width + 2 * margin), std::ceil(bounds.height + 2 * margin)};
}

Page layout_page(const Diagram& source, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report) {
  const TextSetting texts = text_setting(source, theme);
  // Right to left is laid out as left to right and mirrored; what the author says of sides is mirrored before, to come out right.
  const Diagram diagram = texts.right_to_left ? with_sides_mirrored(source) : source;
  const IconTable icons = find_icons(diagram, options, report);
  warn_of_undrawn(diagram, report);
  const FlowSetting setting{theme, fonts, icons, options.keep_colors, texts};
  // A page that fits its diagram is cut from one tall enough for any flow.
  Size page = options.page.fit ? Size{900, 6000} : options.page.size;
  const Scale frame_scale = scale_of(page_scale(page), false);
  const Theme frame_theme = scaled(theme, frame_scale);
  PageFrame frame = measure_frame(diagram, page.width, {frame_theme, frame_scale, fonts, report, icons, options.keep_colors, texts});
  page.height = std::max(page.height - frame.above - frame.below, page.height * 0.4);
  const std::optional<Spine> spine = needs_graph_layout(diagram) ? std::nullopt : find_spine(diagram);
  std::optional<ScaledFlow> placed = spine ? layout_flow(diagram, *spine, page, setting) : std::nullopt;
  if (!placed) placed = layout_graph_diagram(diagram, page, setting);
  pass_on(placed->report, report);
  const Theme at_scale = scaled(theme, placed->scale);
  const LayoutContext context{at_scale, placed->scale, fonts, report, icons, options.keep_colors, texts};
  shape_lines(placed->placed, context);
  if (options.page.fit) crop(placed->placed, at_scale.metrics.margin_x);
  make_room(frame, placed->placed);
  place_frame(std::move(frame), placed->placed);
  if (texts.right_to_left) mirror(placed->placed);
  return draw_page(placed->placed, context);
}

}  // namespace

Page layout_diagram(const AnyDiagram& diagram, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report) {
  return std::visit([&](const auto& of_its_sort) { return layout_page(of_its_sort, theme, options, fonts, report); }, diagram);
}

}  // namespace drawplate
