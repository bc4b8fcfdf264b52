// See write_shape.h.
#include "pptx/write_shape.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "layout/page/shapes.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"
#include "pptx/write_names.h"
#include "pptx/write_text.h"

namespace drawplate {
namespace {

void write_outline(SlideScope& scope, const Item& item, const Shape& shape) {
  EmuFrame frame = solid_frame(shape.box);
  const PresetShape* preset = find_preset(shape.kind);
  const auto* custom_sites = scope.index.custom_sites(item.id);
  if (preset && !custom_sites) {
    frame.flip_h = preset->flip_h;
    write_frame(scope.xml, frame);
    if (shape.kind != ShapeKind::round_rect) return write_preset_geometry(scope.xml, preset->name);
    const Pt side = std::min(shape.box.width, shape.box.height);
    const double share = side > 0 ? std::clamp(shape.radius / side, 0.0, 0.5) : 0;
    const std::int64_t adjust[] = {std::llround(share * 100000)};
    return write_preset_geometry(scope.xml, preset->name, adjust);
  }
  write_frame(scope.xml, frame);
  std::vector<DrawnPath> paths = {{shape_outline(shape.kind, shape.box, shape.radius), true, true}};
  if (Path details = shape_details(shape.kind, shape.box); !details.empty()) paths.push_back({std::move(details), false, true});
  write_custom_geometry(scope.xml, frame, paths, custom_sites ? std::span(*custom_sites) : std::span<const ShapeSite>{});
}

/// The placeholder that an item fills: none where its layout has no such frame.
Placeholder placeholder_of(const SlideScope& scope, const Item& item) {
  const Placeholder placeholder = scope.index.placeholder(item.id);
  return placeholder == Placeholder::title || scope.has_frame(placeholder) ? placeholder : Placeholder::none;
}

/// The frame of its layout, where the text lies in it: then the slide need not say where it is.
const PageLayout::Frame* inherited_frame(const SlideScope& scope, Placeholder placeholder, const TextBlock& block, const Rect& needed) {
  if (!scope.text.design) return nullptr;
  const PageLayout::Frame* frame = scope.text.design->frame(scope.text.page, placeholder);
  if (!frame) return nullptr;
  constexpr Pt aside = 1, above_or_below = 12;  // text may stand out of its frame
  const bool fits = block.box.left() >= frame->box.left() - aside && block.box.right() <= frame->box.right() + aside &&
                    needed.top() >= frame->box.top() - above_or_below && needed.bottom() <= frame->box.bottom() + above_or_below;
  return fits ? frame : nullptr;
}

}  // namespace

void write_shape(SlideScope& scope, const Item& item, const Shape& shape) {
  const auto element = scope.xml.element("p:sp");
  const Placeholder placeholder = placeholder_of(scope, item);
  const ShapeUse use = placeholder == Placeholder::none ? ShapeUse::shape : ShapeUse::placeholder;
  write_shape_head(scope, names_of(scope, item, "Shape"), use, placeholder);
  {
    const auto properties = scope.xml.element("p:spPr");
    write_outline(scope, item, shape);
    write_fill(scope.xml, shape.fill, scope.text.theme);
    write_line(scope.xml, shape.stroke, scope.text.theme);
  }
  if (!shape.text || !has_text(*shape.text)) return;
  const Rect inner = scope.index.custom_sites(item.id) ? shape.box : text_rectangle(shape.kind, shape.box, shape.radius);
  write_text_body(scope.xml, *shape.text, frame_in_shape(*shape.text, shape.box, inner), scope.text, placeholder);
}

void write_text_box(SlideScope& scope, const Item& item, const TextBlock& block) {
  const Placeholder placeholder = placeholder_of(scope, item);
  const bool fills = placeholder != Placeholder::none;
  TextFrame frame = frame_alone(block);
  const PageLayout::Frame* inherited = fills ? inherited_frame(scope, placeholder, block, frame.box) : nullptr;
  if (inherited) frame = frame_in_shape(block, inherited->box, inherited->box);
  const auto element = scope.xml.element("p:sp");
  write_shape_head(scope, names_of(scope, item, "Text"), fills ? ShapeUse::placeholder : ShapeUse::text_box, placeholder);
  {
    const auto properties = scope.xml.element("p:spPr");
    if (!inherited) {
      write_frame(scope.xml, solid_frame(frame.box));
      write_preset_geometry(scope.xml, "rect");
      scope.xml.leaf("a:noFill");
    }
  }
  write_text_body(scope.xml, block, frame, scope.text, placeholder);
}

}  // namespace drawplate
