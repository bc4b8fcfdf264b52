// See graph_measures.h.
#include "layout/diagram/graph/graph_measures.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "layout/diagram/placed/scale.h"
#include "layout/diagram/placed/shape_node.h"

namespace drawplate {
namespace {

constexpr Pt text_most = 190, label_most = 130;  // a line of text at scale 1

Pt most_card_width(const Node& node, const LayoutContext& context) {
  const double g = std::max(context.scale.geometry, context.scale.text);  // enlarged text breaks where it did
  return (node.icon.empty() ? text_most + 30 : text_most + 80) * g;
}

/// Cards without links in one group are set as wide as the widest of them; nothing for all others.
std::vector<Pt> shared_widths(const Diagram& diagram, const LayoutContext& context) {
  std::vector<char> linked(diagram.nodes.size(), 0);
  for (const Edge& edge : diagram.edges)
    for (const EdgeEnd& end : {edge.from, edge.to})
      if (!end.is_group) linked[end.index] = 1;
  std::map<std::optional<GroupId>, std::vector<std::size_t>> siblings;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (!linked[i] && !is_shape_node(diagram.nodes[i]) && !diagram.nodes[i].width) siblings[diagram.nodes[i].group].push_back(i);
  std::vector<Pt> widths(diagram.nodes.size(), 0);
  for (const auto& [group, members] : siblings) {
    if (members.size() < 2) continue;
    Pt widest = 0;
    for (const std::size_t i : members)
      widest = std::max(
          widest, std::min(natural_card_width(diagram.nodes[i], CardLevel::inner, context), most_card_width(diagram.nodes[i], context)));
    for (const std::size_t i : members) widths[i] = widest;
  }
  return widths;
}

CardLayout measure_node(const Node& node, Pt shared_width, const LayoutContext& context) {
  const double g = std::max(context.scale.geometry, context.scale.text);  // enlarged text breaks where it did
  if (is_shape_node(node)) return layout_shape_node(node, text_most * g, context);
  if (shared_width > 0) return layout_card(node, CardLevel::inner, shared_width, context);
  const Pt most = most_card_width(node, context);
  const Pt natural = natural_card_width(node, CardLevel::inner, context);
  if (node.width) return layout_card(node, CardLevel::inner, *node.width * context.scale.geometry, context, natural);
  const Pt width = natural <= most ? natural : std::min(natural, card_width_for_words(node, CardLevel::inner, most, context));
  return layout_card(node, CardLevel::inner, width, context, natural);
}

}  // namespace

LayoutContext context_of(GraphMeasures& measures, const FlowSetting& setting) {
  return {measures.theme, measures.scale, setting.fonts, measures.report, setting.icons, setting.keep_colors, setting.texts};
}

GraphMeasures measure_graph(const Diagram& diagram, const FlowSetting& setting, Scale scale) {
  GraphMeasures out;
  out.scale = scale;
  out.theme = scaled(setting.theme, out.scale);
  const LayoutContext context = context_of(out, setting);
  const std::vector<Pt> widths = shared_widths(diagram, context);
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) out.cards.push_back(measure_node(diagram.nodes[i], widths[i], context));
  for (const Group& group : diagram.groups) out.panels.push_back(layout_panel(group, {}, 240 * out.scale.geometry, Align::left, context));
  const Pt most = label_most * std::max(out.scale.geometry, out.scale.text);
  for (const Edge& edge : diagram.edges) {
    out.labels.emplace_back();
    out.end_texts.push_back(layout_end_texts(edge, context));
    if (edge.label.empty()) continue;
    const ParagraphStyle style = label_style(edge, Align::center, context);
    const Pt room = room_for_words(edge.label, style, most, context.fonts, context.report);
    out.labels.back() = layout_paragraph(edge.label, style, room, context.fonts, context.report);
  }
  return out;
}

}  // namespace drawplate
