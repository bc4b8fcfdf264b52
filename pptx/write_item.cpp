// See write_item.h.
#include "pptx/write_item.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "layout/page/connector_path.h"
#include "layout/page/outline.h"
#include "layout/page/page_walk.h"
#include "pptx/drawing.h"
#include "pptx/preset_shapes.h"
#include "pptx/shape_parts.h"
#include "pptx/write_connector.h"
#include "pptx/write_formula.h"
#include "pptx/write_freeform.h"
#include "pptx/write_names.h"
#include "pptx/write_picture.h"
#include "pptx/write_table.h"

namespace drawplate {
namespace {

// ---- shapes

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

/// The placeholder that an item fills: none where its layout has no such frame.
Placeholder placeholder_of(const SlideScope& scope, const Item& item) {
  const Placeholder placeholder = scope.index.placeholder(item.id);
  return placeholder == Placeholder::title || scope.has_frame(placeholder) ? placeholder : Placeholder::none;
}

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

// ---- groups

/// The box of what is written for an item; nothing where nothing is.
std::optional<Rect> bounds_of(const Item& item) {
  if (const auto* shape = std::get_if<Shape>(&item.what)) return shape->box;
  if (const auto* block = std::get_if<TextBlock>(&item.what)) return frame_alone(*block).box;
  if (const auto* connector = std::get_if<Connector>(&item.what))
    return connector->route.size() < 2 ? std::nullopt : std::optional(control_box(connector_path(*connector)));
  if (const auto* freeform = std::get_if<Freeform>(&item.what)) return is_blank(*freeform) ? std::nullopt : std::optional(freeform->box);
  if (const auto* picture = std::get_if<Picture>(&item.what)) return picture->box;
  if (const auto* table = std::get_if<TableGrid>(&item.what)) return table->box;
  if (const auto* formula = std::get_if<Formula>(&item.what)) return formula->box;
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

bool has_later_steps(const std::vector<Item>& items) {
  return std::ranges::any_of(items, [](const Item& item) {
    const auto* group = std::get_if<ItemGroup>(&item.what);
    return item.step > 0 || (group && has_later_steps(group->items));
  });
}

void write_group(SlideScope& scope, const Item& item, const ItemGroup& group) {
  const auto bounds = bounds_of(item);
  if (!bounds) return;  // Office keeps no empty groups
  const auto element = scope.xml.element("p:grpSp");
  ShapeNames names = spoken_names_of(scope, item, "Group");
  names.link.clear();
  write_group_head(scope, names, solid_frame(*bounds_of(item)));
  write_items(scope, item.link.empty() ? group.items : with_group_link(group.items, item.link));
}

/// What of the item appears at a click.
void note_builds(SlideScope& scope, const Item& item) {
  const int id = scope.index.shape_id(item.id);
  const TextBlock* text = text_of(item);
  if (item.step > 0) scope.builds.push_back({item.step, id, {}, text != nullptr});
  if (!text) return;
  for (std::size_t i = 0; i < text->paragraphs.size(); ++i) {
    const int step = text->paragraphs[i].step, place = static_cast<int>(i);
    if (step <= item.step) continue;
    BuildTarget* last = scope.builds.empty() ? nullptr : &scope.builds.back();
    if (last && last->shape_id == id && last->step == step && last->paragraphs && last->paragraphs->second + 1 == place)
      last->paragraphs->second = place;
    else
      scope.builds.push_back({step, id, std::pair{place, place}, true});
  }
}

void write_one(SlideScope& scope, const Item& item) {
  if (const auto* shape = std::get_if<Shape>(&item.what)) write_shape(scope, item, *shape);
  if (const auto* block = std::get_if<TextBlock>(&item.what)) write_text_box(scope, item, *block);
  if (const auto* freeform = std::get_if<Freeform>(&item.what)) write_freeform(scope, item, *freeform);
  if (const auto* connector = std::get_if<Connector>(&item.what)) write_connector(scope, item, *connector);
  if (const auto* group = std::get_if<ItemGroup>(&item.what)) write_group(scope, item, *group);
  if (const auto* picture = std::get_if<Picture>(&item.what)) write_picture(scope, item, *picture);
  if (const auto* table = std::get_if<TableGrid>(&item.what)) write_table(scope, item, *table);
}

void write_item(SlideScope& scope, const Item& item) {
  if (!bounds_of(item)) return;  // Office keeps no empty groups
  const auto* group = std::get_if<ItemGroup>(&item.what);
  if (group && has_later_steps(group->items)) {  // nor can it animate a group's members: they stand alone
    for (Item member : group->items) {
      member.step = std::max(member.step, item.step);
      write_item(scope, member);
    }
    return;
  }
  note_builds(scope, item);
  if (const auto* formula = std::get_if<Formula>(&item.what))
    return write_choice(
        scope.xml, [&] { write_native_formula(scope, item, *formula); }, [&] { write_drawn_formula(scope, item, *formula); });
  if (!has_formulas(item)) return write_one(scope, item);
  const auto with_math = [&] {
    scope.text.office_math = true;
    write_one(scope, item);
    scope.text.office_math = false;
  };
  const auto with_drawings = [&] {
    write_one(scope, item);
    write_drawn_formulas(scope, item);
  };
  write_choice(scope.xml, with_math, with_drawings);
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

void write_title_placeholder(XmlWriter& xml, int shape_id, std::string_view title, const TitlePlace& place) {
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
  {
    const auto properties = xml.element("p:spPr");
    if (place.frame) write_frame(xml, *place.frame);
  }
  const auto body = xml.element("p:txBody");
  if (place.frame) {
    const auto properties = xml.element("a:bodyPr", {{"lIns", 0}, {"tIns", 0}, {"rIns", 0}, {"bIns", 0}, {"anchor", "b"}});
    xml.leaf("a:noAutofit");
  } else {
    xml.leaf("a:bodyPr");
  }
  xml.leaf("a:lstStyle");
  const auto paragraph = xml.element("a:p");
  const auto run = xml.element("a:r");
  xml.leaf("a:rPr", {{"lang", office_language(place.lang)}, {"dirty", 0}});
  xml.text_leaf("a:t", {}, title);
}

}  // namespace drawplate
