// See write_item.h.
#include "pptx/write_item.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "layout/page/connector_path.h"
#include "layout/page/page_walk.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"
#include "pptx/text_frame.h"
#include "pptx/write_connector.h"
#include "pptx/write_formula.h"
#include "pptx/write_freeform.h"
#include "pptx/write_names.h"
#include "pptx/write_picture.h"
#include "pptx/write_shape.h"
#include "pptx/write_table.h"

namespace drawplate {
namespace {

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

}  // namespace drawplate
