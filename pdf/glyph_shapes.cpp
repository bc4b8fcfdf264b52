// See glyph_shapes.h.
#include "pdf/glyph_shapes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace drawplate::pdf {
namespace {

/// As seen on white paper: pages hold no transparency, so that they look alike in every reader and print.
Rgb on_white(Rgb color, double alpha) {
  const auto mixed = [&](std::uint8_t part) { return static_cast<std::uint8_t>(std::lround(255 + (part - 255) * alpha)); };
  return {mixed(color.r), mixed(color.g), mixed(color.b)};
}

void write_outline(const Path& outline, const Affine& place, Rgb color, Canvas& canvas) {
  if (outline.empty()) return;
  canvas.content.fill_color(color);
  add_path(canvas, transformed(outline, place));
  canvas.content.fill();
}

}  // namespace

bool is_drawn(const Cluster& cluster, const Face& face) {
  const bool colored = face.has_color_layers();
  return std::ranges::any_of(cluster.glyphs,
                             [&](const Glyph& glyph) { return glyph.id == 0 || (colored && !face.color_layers(glyph.id).empty()); });
}

void write_glyph_shapes(std::uint16_t glyph, const Affine& place, Rgb text_color, const Face& face, Canvas& canvas) {
  const std::vector<ColorLayer> layers = face.color_layers(glyph);
  if (layers.empty()) write_outline(face.outline(glyph), place, text_color, canvas);
  for (const ColorLayer& layer : layers)
    if (layer.alpha > 0) write_outline(face.outline(layer.glyph), place, on_white(layer.color.value_or(text_color), layer.alpha), canvas);
}

}  // namespace drawplate::pdf
