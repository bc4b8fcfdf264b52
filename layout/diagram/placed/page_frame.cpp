// See page_frame.h.
#include "layout/diagram/placed/page_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/text/frame.h"

namespace drawplate {
namespace {

constexpr Pt sample_height = 12, swatch_width = 16, line_width = 28, sample_gap = 6, entry_gap = 20, row_gap = 6, frame_gap = 14;

void measure_legend(const Diagram& diagram, Pt room, const LayoutContext& context, PageFrame& frame) {
  const double g = context.scale.geometry;
  const ParagraphStyle style = paragraph_style(context, TextRole::line_label, context.theme.color(ColorRole::ink), Align::left);
  Pt x = 0, y = 0, row = 0;
  for (const LegendEntry& entry : diagram.legend) {
    const Pt before = ((entry.is_line ? line_width : swatch_width) + sample_gap) * g;
    LaidOutParagraph text = layout_paragraph(entry.text, style, std::max(40.0, room - before), context.fonts, context.report);
    const Pt width = before + text.width;
    if (x > 0 && x + width > room) {
      x = 0;
      y += row + row_gap * g;
      row = 0;
    }
    const Rect sample{x, y + (text.paragraph.line_height - sample_height * g) / 2, before - sample_gap * g, sample_height * g};
    row = std::max({row, text.height, sample_height * g});
    const Rect box{x + before, y, text.width, text.height};
    frame.legend.push_back({sample, {std::move(text), box}});
    x += width + entry_gap * g;
  }
  if (!frame.legend.empty()) frame.below = y + row + frame_gap * g;
}

Shape swatch(const LegendEntry& entry, Rect box, const LayoutContext& context) {
  const Theme& theme = context.theme;
  const Accent accent = entry.accent.value_or(Accent::slate);
  Shape shape{.kind = ShapeKind::round_rect,
              .box = box,
              .radius = box.height / 4,
              .fill = Fill{theme.color(accent, AccentPart::pale)},
              .stroke = Stroke{.color = theme.color(accent, AccentPart::outline), .width = theme.metrics.inner_outline},
              .text = {}};
  if (!context.keep_colors) return shape;
  if (entry.style.fill) shape.fill = Fill{{*entry.style.fill, {}}};
  if (entry.style.stroke) shape.stroke->color = {*entry.style.stroke, {}};
  return shape;
}

Freeform line_sample(const LegendEntry& entry, Rect box, const LayoutContext& context) {
  Edge edge;
  edge.line = entry.line;
  edge.accent = entry.accent;
  edge.style = entry.style;
  Freeform out{.box = {box.x, box.mid_y() - 0.5, box.width, 1}, .parts = {}};
  Path path;
  path.move_to({box.left(), box.mid_y()});
  path.line_to({box.right(), box.mid_y()});
  out.parts.push_back({std::move(path), std::nullopt, edge_stroke(edge, 0, context)});
  return out;
}

}  // namespace

PageFrame measure_frame(const Diagram& diagram, Pt page_width, const LayoutContext& context) {
  const Metrics& m = context.theme.metrics;
  PageFrame frame{.title = {}, .subtitle = {}, .legend = {}, .margin_x = m.margin_x, .margin_y = m.margin_y};
  const Pt room = std::max(60.0, page_width - 2 * m.margin_x);
  const auto set = [&](const RichText& text, TextRole role, ColorRole color) {
    const ParagraphStyle style = paragraph_style(context, role, context.theme.color(color), Align::left);
    return layout_paragraph(text, style, room, context.fonts, context.report);
  };
  const bool has_title = !diagram.title.empty() && (diagram.heading || !diagram.subtitle.empty());
  if (has_title) frame.title = set(diagram.title, TextRole::diagram_title, ColorRole::ink);
  if (!diagram.subtitle.empty()) frame.subtitle = set(diagram.subtitle, TextRole::card_subtitle, ColorRole::muted);
  for (const auto& text : {frame.title, frame.subtitle}) {
    if (!text) continue;
    frame.above += text->height;
    frame.width = std::max(frame.width, text->width + 2 * m.margin_x);
  }
  if (frame.above > 0) frame.above += frame_gap * context.scale.geometry;
  measure_legend(diagram, room, context, frame);
  for (const PlacedLegendEntry& entry : frame.legend) frame.width = std::max(frame.width, entry.label.box.right() + 2 * m.margin_x);
  return frame;
}

void place_frame(PageFrame frame, PlacedDiagram& placed) {
  Pt y = frame.margin_y;
  const auto put = [&](std::optional<LaidOutParagraph>& text) -> std::optional<PlacedTitle> {
    if (!text) return std::nullopt;
    const Rect box{frame.margin_x, y, placed.page.width - 2 * frame.margin_x, text->height};
    y += text->height;
    return PlacedTitle{std::move(*text), box};
  };
  placed.title = put(frame.title);
  placed.subtitle = put(frame.subtitle);
  Pt height = 0;
  for (const PlacedLegendEntry& entry : frame.legend) height = std::max(height, entry.label.box.bottom());
  const Vec by{frame.margin_x, placed.page.height - frame.margin_y - height};
  for (PlacedLegendEntry& entry : frame.legend) {
    entry.sample = moved_by(entry.sample, by);
    entry.label.box = moved_by(entry.label.box, by);
    placed.legend.push_back(std::move(entry));
  }
}

Item draw_legend(const PlacedDiagram& placed, const LayoutContext& context) {
  ItemGroup group;
  std::string alt = "legend";
  for (std::size_t i = 0; i < placed.legend.size(); ++i) {
    const LegendEntry& entry = placed.diagram->legend[i];
    const PlacedLegendEntry& place = placed.legend[i];
    Item sample;
    sample.name = fmt::format("legend sample {}", i + 1);
    sample.origin = entry.text.origin;
    if (entry.is_line)
      sample.what = line_sample(entry, place.sample, context);
    else
      sample.what = swatch(entry, place.sample, context);
    group.items.push_back(std::move(sample));
    Item text;
    text.name = fmt::format("legend text {}", i + 1);
    text.role = Role::text;
    text.origin = entry.text.origin;
    const std::vector<LaidOutParagraph> paragraphs{place.label.text};
    const std::vector<Pt> gaps{0};
    const Pt first = place.label.box.y + place.label.text.first_baseline;
    const Pt x = place.label.text.paragraph.align == Align::right ? place.label.box.right() : place.label.box.x;
    text.what = place_stack({paragraphs, gaps}, {x, first, place.label.box.width});
    group.items.push_back(std::move(text));
    alt += (i == 0 ? ": " : ", ") + entry.text.plain();
  }
  Item item;
  item.name = "legend";
  item.role = Role::text;
  item.alt = std::move(alt);
  item.what = std::move(group);
  return item;
}

}  // namespace drawplate
