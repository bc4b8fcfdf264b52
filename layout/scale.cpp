// See scale.h. The rules are those of the design's "other page sizes".
#include "layout/scale.h"

#include <algorithm>
#include <cmath>

namespace drawplate {
namespace {

constexpr Pt title_size = 20;  // the size that k scales in full; smaller ones move towards the floor

Pt rounded_to(Pt value, Pt unit) { return std::round(value / unit) * unit; }

Pt scaled_text(Pt size, double k, Pt floor) {
  if (k >= 1) return rounded_to(size * k, 0.25);
  if (size >= title_size) return std::max(floor, rounded_to(size * k, 0.25));
  const double share = (title_size * k - floor) / (title_size - floor);
  return std::max(floor, rounded_to(floor + (size - floor) * std::max(0.0, share), 0.25));
}

Pt scaled_stroke(Pt width, double k, Pt least) { return std::max(least, rounded_to(width * std::sqrt(k), 0.25)); }

void scale_lines(LineMetrics& lines, double g, double k) {
  lines.connector_width = scaled_stroke(lines.connector_width, k, 0.75);
  lines.dashed_width = scaled_stroke(lines.dashed_width, k, 0.75);
  lines.loop_width = scaled_stroke(lines.loop_width, k, 2);
  for (Pt* length :
       {&lines.connector_radius, &lines.loop_radius, &lines.port_spread, &lines.label_gap, &lines.loop_label_gap, &lines.loop_lane,
        &lines.publish_inset, &lines.lane_step, &lines.text_clearance, &lines.card_clearance, &lines.line_clearance})
    *length *= g;
}

}  // namespace

double page_scale(Size page) {
  const double k = std::clamp(std::sqrt(page.width * page.height / reference_area), 0.6, 1.6);
  return std::floor(k / scale_step + 1e-9) * scale_step;
}

Scale scale_of(double k, bool compact) { return {k, compact ? std::min(k, std::sqrt(k)) : std::sqrt(k)}; }

Theme scaled(const Theme& theme, Scale scale) {
  Theme out = theme;
  const double k = scale.text, g = scale.geometry;
  for (TextStyle& style : out.type) style.size = scaled_text(style.size, k, theme.smallest_text);
  Metrics& m = out.metrics;
  for (Pt* length : {&m.margin_x,           &m.margin_y,       &m.card_width,        &m.card_height,
                     &m.card_plain_height,  &m.card_radius,    &m.card_padding,      &m.card_padding_right,
                     &m.card_gap,           &m.tile,           &m.tile_radius,       &m.icon,
                     &m.tile_gap,           &m.branch_gap,     &m.branch_stub,       &m.panel_width,
                     &m.panel_radius,       &m.panel_padding,  &m.panel_gap,         &m.panel_title_baseline,
                     &m.panel_first,        &m.panel_foot,     &m.inner_height,      &m.inner_radius,
                     &m.inner_gap,          &m.inner_tile,     &m.inner_tile_radius, &m.inner_icon,
                     &m.inner_tile_padding, &m.inner_tile_gap, &m.pill_height,       &m.pill_radius,
                     &m.pill_gap,           &m.pill_padding,   &m.pill_row_gap})
    if (k != 1) *length = rounded_to(*length * g, 0.75);
  for (Pt* width : {&m.card_outline, &m.panel_outline, &m.inner_outline, &m.pill_outline})
    if (k != 1) *width = scaled_stroke(*width, k, 0.75);
  out.looks.bar_width *= g;
  out.looks.inner_bar_width *= g;
  out.looks.chamfer *= g;
  out.looks.loop_chamfer *= g;
  scale_lines(out.lines, g, k);
  return out;
}

}  // namespace drawplate
