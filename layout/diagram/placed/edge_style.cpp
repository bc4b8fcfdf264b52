// Accents, pens and label styles: what an edge or a box looks like where its author was silent. See placed.h.
#include <algorithm>
#include <cstddef>
#include <iterator>

#include "layout/diagram/placed/node_look.h"
#include "layout/diagram/placed/placed.h"

namespace drawplate {
namespace {

constexpr double visible = 1.15;  ///< contrast below which a line cannot be told from the page

constexpr Accent group_turns[] = {Accent::green, Accent::purple, Accent::cyan, Accent::amber, Accent::blue, Accent::red, Accent::slate};

Accent edge_accent(const Edge& edge) { return edge.accent.value_or(Accent::slate); }

bool is_dashed(const Edge& edge) { return edge.line == LineKind::dashed || edge.line == LineKind::dotted; }

}  // namespace

Accents resolve_accents(const Diagram& diagram) {
  Accents out;
  std::size_t turn = 0;
  for (const Group& group : diagram.groups) {
    if (group.accent)
      out.groups.push_back(*group.accent);
    else if (group.parent && index_of(*group.parent) < out.groups.size())
      out.groups.push_back(out.groups[index_of(*group.parent)]);
    else
      out.groups.push_back(group_turns[turn % std::size(group_turns)]);
    if (!group.parent) ++turn;
  }
  for (const Node& node : diagram.nodes)
    out.nodes.push_back(node.accent ? *node.accent : node.group ? out.groups[index_of(*node.group)] : Accent::blue);
  return out;
}

ParagraphStyle label_style(const Edge& edge, Align align, const LayoutContext& context) {
  const bool loop = edge.kind == EdgeKind::loop;
  Color color = context.theme.color(ColorRole::ink);
  if (!loop && edge.accent) color = context.theme.color(*edge.accent, AccentPart::text);
  if (context.keep_colors && edge.style.text) color = readable_ink(edge.style.text, context.theme.background, context);
  return paragraph_style(context, loop ? TextRole::annotation : TextRole::line_label, color, align);
}

LaidOutParagraph layout_lane_label(const Edge& edge, Align align, Em most, const LayoutContext& context) {
  constexpr Em longest_word = 14;  // longer ones break
  const ParagraphStyle style = label_style(edge, align, context);
  const Pt word = measure_text(edge.label, style, context.fonts, context.report).minimum + 0.5;
  const Pt width = std::max(most * style.text.size, std::min(word, longest_word * style.text.size));
  return layout_paragraph(edge.label, style, width, context.fonts, context.report);
}

Stroke edge_stroke(const Edge& edge, int dashed_before, const LayoutContext& context) {
  const Theme& theme = context.theme;
  Stroke stroke{.color = theme.color(ColorRole::connector), .width = theme.lines.connector_width};
  if (edge.kind == EdgeKind::loop)
    stroke = {.color = theme.color(ColorRole::loop), .width = theme.lines.loop_width};
  else if (is_dashed(edge)) {
    stroke = {.color = theme.color(edge_accent(edge), AccentPart::icon), .width = theme.lines.dashed_width};
    const auto& turns = theme.looks.dashes;
    const DashStyle style = turns.empty() ? DashStyle::dash : turns[static_cast<std::size_t>(dashed_before) % turns.size()];
    stroke.dash = edge.line == LineKind::dotted || style == DashStyle::dot ? Dash::dot
                  : style == DashStyle::dash                               ? Dash::dash
                                                                           : Dash::dash_dot;
  } else if (edge.accent)
    stroke.color = theme.color(*edge.accent, AccentPart::icon);
  if (edge.line == LineKind::thick && edge.kind != EdgeKind::loop) stroke.width *= 2;
  if (context.keep_colors && edge.style.stroke && contrast_ratio(*edge.style.stroke, theme.background) >= visible)
    stroke.color = {*edge.style.stroke, {}};
  if (context.keep_colors && edge.style.stroke_width)
    stroke.width = std::clamp(*edge.style.stroke_width, 0.25, 20.0) * context.scale.shrink;
  return stroke;
}

}  // namespace drawplate
