// See write_freeform.h.
#include "pptx/write_freeform.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pptx/drawing.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

/// Parts that one shape can draw: it has one fill and one line, and each of its paths may leave either out.
struct PartLayer {
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  std::vector<DrawnPath> paths;
};

bool same_stroke(const Stroke& a, const Stroke& b) {
  return a.color == b.color && a.width == b.width && a.dash == b.dash && a.round_caps == b.round_caps;
}

/// Whether a fill would come over a line already drawn: some programs draw all of a shape's fills first.
bool covers_lines(const PartLayer& layer, const Freeform::Part& part) {
  const Rect box = control_box(part.path);
  return std::ranges::any_of(layer.paths, [&](const DrawnPath& drawn) {
    const Rect other = control_box(drawn.path);
    return drawn.stroked && box.left() < other.right() && other.left() < box.right() && box.top() <= other.bottom() &&
           other.top() <= box.bottom();
  });
}

bool fits(const PartLayer& layer, const Freeform::Part& part) {
  if (part.fill && layer.stroke && covers_lines(layer, part)) return false;
  const bool fill_fits = !part.fill || !layer.fill || part.fill->color == layer.fill->color;
  const bool stroke_fits = !part.stroke || !layer.stroke || same_stroke(*part.stroke, *layer.stroke);
  return fill_fits && stroke_fits;
}

std::vector<PartLayer> layers_of(const Freeform& freeform) {
  std::vector<PartLayer> layers;
  for (const Freeform::Part& part : freeform.parts) {
    if (part.path.empty() || (!part.fill && !part.stroke)) continue;
    if (layers.empty() || !fits(layers.back(), part)) layers.emplace_back();
    PartLayer& layer = layers.back();
    if (part.fill) layer.fill = part.fill;
    if (part.stroke) layer.stroke = part.stroke;
    layer.paths.push_back({part.path, part.fill.has_value(), part.stroke.has_value()});
  }
  return layers;
}

void write_layer(SlideScope& scope, const ShapeNames& names, const Freeform& freeform, const PartLayer& layer) {
  const auto element = scope.xml.element("p:sp");
  write_shape_head(scope, names, ShapeUse::shape);
  const auto properties = scope.xml.element("p:spPr");
  const EmuFrame frame = solid_frame(freeform.box);
  write_frame(scope.xml, frame);
  write_custom_geometry(scope.xml, frame, layer.paths);
  write_fill(scope.xml, layer.fill, scope.text.theme);
  write_line(scope.xml, layer.stroke, scope.text.theme);
}

}  // namespace

void write_freeform(SlideScope& scope, const Item& item, const Freeform& freeform) {
  ShapeNames names = names_of(scope, item, "Freeform");
  if (names.alt.empty()) names.decorative = true;
  write_freeform(scope, names, freeform);
}

void write_freeform(SlideScope& scope, const ShapeNames& names, const Freeform& freeform) {
  const std::vector<PartLayer> layers = layers_of(freeform);
  if (layers.size() == 1) return write_layer(scope, names, freeform, layers.front());
  if (layers.empty()) return;
  const auto group = scope.xml.element("p:grpSp");
  write_group_head(scope, names, solid_frame(freeform.box));
  for (std::size_t i = 0; i < layers.size(); ++i)
    write_layer(scope, {scope.next_id++, names.name + " " + std::to_string(i + 1), "", "", true}, freeform, layers[i]);
}

bool is_blank(const Freeform& freeform) { return layers_of(freeform).empty(); }

}  // namespace drawplate
