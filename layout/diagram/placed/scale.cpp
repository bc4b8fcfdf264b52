// See scale.h. The rules are those of the design's "other page sizes".
#include "layout/diagram/placed/scale.h"

#include <algorithm>
#include <array>
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

constexpr std::array lengths{
    &Metrics::margin_x,           &Metrics::margin_y,       &Metrics::card_width,        &Metrics::card_height,
    &Metrics::card_plain_height,  &Metrics::card_radius,    &Metrics::card_padding,      &Metrics::card_padding_right,
    &Metrics::card_gap,           &Metrics::tile,           &Metrics::tile_radius,       &Metrics::icon,
    &Metrics::tile_gap,           &Metrics::branch_gap,     &Metrics::branch_stub,       &Metrics::panel_width,
    &Metrics::panel_radius,       &Metrics::panel_padding,  &Metrics::panel_gap,         &Metrics::panel_title_baseline,
    &Metrics::panel_first,        &Metrics::panel_foot,     &Metrics::inner_height,      &Metrics::inner_radius,
    &Metrics::inner_gap,          &Metrics::inner_tile,     &Metrics::inner_tile_radius, &Metrics::inner_icon,
    &Metrics::inner_tile_padding, &Metrics::inner_tile_gap, &Metrics::pill_height,       &Metrics::pill_radius,
    &Metrics::pill_gap,           &Metrics::pill_padding,   &Metrics::pill_row_gap};
constexpr std::array outlines{&Metrics::card_outline, &Metrics::panel_outline, &Metrics::inner_outline, &Metrics::pill_outline};

void scale_looks(Looks& looks, double g) {
  for (Pt* length : {&looks.bar_width, &looks.inner_bar_width, &looks.chamfer, &looks.loop_chamfer}) *length *= g;
}

void scale_lines(LineMetrics& lines, double g, double k) {
  lines.connector_width = scaled_stroke(lines.connector_width, k, 0.75);
  lines.dashed_width = scaled_stroke(lines.dashed_width, k, 0.75);
  lines.loop_width = scaled_stroke(lines.loop_width, k, 2);
  for (Pt* length :
       {&lines.connector_radius, &lines.loop_radius, &lines.port_spread, &lines.label_gap, &lines.loop_label_gap, &lines.loop_lane,
        &lines.publish_inset, &lines.lane_step, &lines.text_clearance, &lines.card_clearance, &lines.line_clearance})
    *length *= g;
}

void shrink_all(Theme& theme, double by) {
  theme.smallest_text *= by;
  for (TextStyle& style : theme.type) style.size *= by;
  for (Pt Metrics::*length : lengths) theme.metrics.*length *= by;
  for (Pt Metrics::*outline : outlines) theme.metrics.*outline *= by;
  scale_looks(theme.looks, by);
  scale_lines(theme.lines, by, 1);
  for (Pt* width : {&theme.lines.connector_width, &theme.lines.dashed_width, &theme.lines.loop_width}) *width *= by;
}

}  // namespace

double page_scale(Size page) {
  const double k = std::clamp(std::sqrt(page.width * page.height / reference_area), 0.6, 1.6);
  return std::floor(k / scale_step + 1e-9) * scale_step;
}

Scale scale_of(double k, bool compact) { return {k, compact ? std::min(k, std::sqrt(k)) : std::sqrt(k)}; }

Scale shrunk(Scale scale, double by) { return {scale.text * by, scale.geometry * by, scale.shrink * by}; }

Theme scaled(const Theme& theme, Scale scale) {
  Theme out = theme;
  const double k = scale.text / scale.shrink, g = scale.geometry / scale.shrink;
  for (TextStyle& style : out.type) style.size = scaled_text(style.size, k, theme.smallest_text);
  if (k != 1) {
    for (Pt Metrics::*length : lengths) out.metrics.*length = rounded_to(out.metrics.*length * g, 0.75);
    for (Pt Metrics::*outline : outlines) out.metrics.*outline = scaled_stroke(out.metrics.*outline, k, 0.75);
  }
  scale_looks(out.looks, g);
  scale_lines(out.lines, g, k);
  if (scale.shrink != 1) shrink_all(out, scale.shrink);
  return out;
}

}  // namespace drawplate
