// See write_item.h.
#include "pptx/write_item.h"

#include <algorithm>

#include "layout/connector_path.h"
#include "layout/outline.h"
#include "pptx/drawing.h"
#include "pptx/preset_shapes.h"
#include "pptx/write_connector.h"
#include "pptx/write_names.h"

namespace drawplate {
namespace {

enum class ShapeUse : std::uint8_t { shape, text_box, title };

void write_shape_head(SlideScope& scope, const ShapeNames& names, ShapeUse use) {
  const auto head = scope.xml.element("p:nvSpPr");
  write_names(scope, names);
  if (use == ShapeUse::title) {
    {
      const auto properties = scope.xml.element("p:cNvSpPr");
      scope.xml.leaf("a:spLocks", {{"noGrp", 1}});
    }
    const auto more = scope.xml.element("p:nvPr");
    return scope.xml.leaf("p:ph", {{"type", "title"}});
  }
  scope.xml.leaf("p:cNvSpPr", use == ShapeUse::text_box ? XmlAttributes{{"txBox", 1}} : XmlAttributes{});
  scope.xml.leaf("p:nvPr");
}

ShapeUse use_of(const SlideScope& scope, const Item& item, ShapeUse otherwise) {
  return scope.index.title() == item.id ? ShapeUse::title : otherwise;
}

// ---- shapes

/// Shapes have an area, however small: without one Office cannot show or grip them.
EmuFrame solid_frame(Rect box) {
  EmuFrame frame = to_emu(box);
  frame.width = std::max<std::int64_t>(frame.width, 1);
  frame.height = std::max<std::int64_t>(frame.height, 1);
  return frame;
}

void write_outline(SlideScope& scope, const Item& item, const Shape& shape) {
  EmuFrame frame = solid_frame(shape.box);
  const auto preset = find_preset(shape.kind);
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

void write_shape(SlideScope& scope, const Item& item, const Shape& shape) {
  const auto element = scope.xml.element("p:sp");
  write_shape_head(scope, names_of(scope, item, "Shape"), use_of(scope, item, ShapeUse::shape));
  {
    const auto properties = scope.xml.element("p:spPr");
    write_outline(scope, item, shape);
    write_fill(scope.xml, shape.fill, scope.text.theme);
    write_line(scope.xml, shape.stroke, scope.text.theme);
  }
  if (!shape.text || !has_text(*shape.text)) return;
  const Rect inner = scope.index.custom_sites(item.id) ? shape.box : text_rectangle(shape.kind, shape.box, shape.radius);
  write_text_body(scope.xml, *shape.text, frame_in_shape(*shape.text, shape.box, inner), scope.text);
}

void write_text_box(SlideScope& scope, const Item& item, const TextBlock& block) {
  const TextFrame frame = frame_alone(block);
  const auto element = scope.xml.element("p:sp");
  write_shape_head(scope, names_of(scope, item, "Text"), use_of(scope, item, ShapeUse::text_box));
  {
    const auto properties = scope.xml.element("p:spPr");
    write_frame(scope.xml, solid_frame(frame.box));
    write_preset_geometry(scope.xml, "rect");
    scope.xml.leaf("a:noFill");
  }
  write_text_body(scope.xml, block, frame, scope.text);
}

// ---- freeforms

/// Parts that one shape can draw: it has one fill and one line, and each of its paths may leave either out.
struct PartLayer {
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  std::vector<DrawnPath> paths;
};

bool same_stroke(const Stroke& a, const Stroke& b) {
  return a.color == b.color && a.width == b.width && a.dash == b.dash && a.round_caps == b.round_caps;
}

bool fits(const PartLayer& layer, const Freeform::Part& part) {
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

// ---- groups

void write_group_frame(XmlWriter& xml, const EmuFrame& frame) {
  const auto properties = xml.element("p:grpSpPr");
  const auto xfrm = xml.element("a:xfrm");
  xml.leaf("a:off", {{"x", frame.offset.x}, {"y", frame.offset.y}});
  xml.leaf("a:ext", {{"cx", frame.width}, {"cy", frame.height}});
  xml.leaf("a:chOff", {{"x", frame.offset.x}, {"y", frame.offset.y}});  // members count in the slide's own coordinates
  xml.leaf("a:chExt", {{"cx", frame.width}, {"cy", frame.height}});
}

void write_group_head(SlideScope& scope, const ShapeNames& names, const EmuFrame& frame) {
  {
    const auto head = scope.xml.element("p:nvGrpSpPr");
    write_names(scope, names);
    scope.xml.leaf("p:cNvGrpSpPr");
    scope.xml.leaf("p:nvPr");
  }
  write_group_frame(scope.xml, frame);
}

void write_freeform(SlideScope& scope, const Item& item, const Freeform& freeform) {
  const std::vector<PartLayer> layers = layers_of(freeform);
  ShapeNames names = names_of(scope, item, "Freeform");
  if (names.alt.empty()) names.decorative = true;
  if (layers.size() == 1) return write_layer(scope, names, freeform, layers.front());
  if (layers.empty()) return;
  const auto group = scope.xml.element("p:grpSp");
  write_group_head(scope, names, solid_frame(freeform.box));
  for (std::size_t i = 0; i < layers.size(); ++i)
    write_layer(scope, {scope.next_id++, names.name + " " + std::to_string(i + 1), "", "", true}, freeform, layers[i]);
}

/// The box of what is written for an item; nothing where nothing is.
std::optional<Rect> bounds_of(const Item& item) {
  if (const auto* shape = std::get_if<Shape>(&item.what)) return shape->box;
  if (const auto* block = std::get_if<TextBlock>(&item.what)) return frame_alone(*block).box;
  if (const auto* connector = std::get_if<Connector>(&item.what))
    return connector->route.size() < 2 ? std::nullopt : std::optional(control_box(connector_path(*connector)));
  if (const auto* freeform = std::get_if<Freeform>(&item.what))
    return layers_of(*freeform).empty() ? std::nullopt : std::optional(freeform->box);
  std::optional<Rect> bounds;
  if (const auto* group = std::get_if<ItemGroup>(&item.what))
    for (const Item& member : group->items)
      if (const auto box = bounds_of(member)) bounds = bounds ? union_of(*bounds, *box) : *box;
  return bounds;
}

void write_item(SlideScope& scope, const Item& item);

/// Office links no groups: the first shape that has no link of its own takes the group's.
std::vector<Item> with_group_link(std::vector<Item> items, const std::string& link) {
  const auto first =
      std::find_if(items.begin(), items.end(), [](const Item& i) { return std::holds_alternative<Shape>(i.what) && i.link.empty(); });
  if (first != items.end()) first->link = link;
  return items;
}

void write_group(SlideScope& scope, const Item& item, const ItemGroup& group) {
  const auto bounds = bounds_of(item);
  if (!bounds) return;  // Office keeps no empty groups
  const auto element = scope.xml.element("p:grpSp");
  ShapeNames names = spoken_names_of(scope, item, "Group");
  names.link.clear();
  write_group_head(scope, names, solid_frame(*bounds));
  write_items(scope, item.link.empty() ? group.items : with_group_link(group.items, item.link));
}

void write_item(SlideScope& scope, const Item& item) {
  if (const auto* shape = std::get_if<Shape>(&item.what)) write_shape(scope, item, *shape);
  if (const auto* block = std::get_if<TextBlock>(&item.what)) write_text_box(scope, item, *block);
  if (const auto* freeform = std::get_if<Freeform>(&item.what)) write_freeform(scope, item, *freeform);
  if (const auto* connector = std::get_if<Connector>(&item.what)) write_connector(scope, item, *connector);
  if (const auto* group = std::get_if<ItemGroup>(&item.what)) write_group(scope, item, *group);
}

}  // namespace

void write_items(SlideScope& scope, const std::vector<Item>& items) {
  for (const Item& item : items) write_item(scope, item);
}

void write_tree_root(XmlWriter& xml) {
  {
    const auto head = xml.element("p:nvGrpSpPr");
    xml.leaf("p:cNvPr", {{"id", SlideIndex::tree_id}, {"name", ""}});
    xml.leaf("p:cNvGrpSpPr");
    xml.leaf("p:nvPr");
  }
  write_group_frame(xml, {});
}

void write_title_placeholder(XmlWriter& xml, int shape_id, std::string_view title, std::string_view lang) {
  const auto shape = xml.element("p:sp");
  {
    const auto head = xml.element("p:nvSpPr");
    xml.leaf("p:cNvPr", {{"id", shape_id}, {"name", "Title"}});
    {
      const auto properties = xml.element("p:cNvSpPr");
      xml.leaf("a:spLocks", {{"noGrp", 1}});
    }
    const auto more = xml.element("p:nvPr");
    xml.leaf("p:ph", {{"type", "title"}});
  }
  xml.leaf("p:spPr");
  const auto body = xml.element("p:txBody");
  xml.leaf("a:bodyPr");
  xml.leaf("a:lstStyle");
  const auto paragraph = xml.element("a:p");
  const auto run = xml.element("a:r");
  xml.leaf("a:rPr", {{"lang", office_language(lang)}, {"dirty", 0}});
  xml.text_leaf("a:t", {}, title);
}

}  // namespace drawplate
