// See slide_index.h.
#include "pptx/slide_index.h"

#include <functional>

#include "pptx/preset_shapes.h"
#include "pptx/text_frame.h"

namespace drawplate {
namespace {

void for_each_glue(const std::vector<Item>& items, const std::function<void(const Glue&)>& visit) {
  for (const Item& item : items) {
    if (const auto* group = std::get_if<ItemGroup>(&item.what)) for_each_glue(group->items, visit);
    if (const auto* connector = std::get_if<Connector>(&item.what))
      for (const std::optional<Glue>& glue : {connector->from, connector->to})
        if (glue) visit(*glue);
  }
}

bool can_be_title(const Item& item) {
  if (item.role != Role::diagram_title) return false;
  if (const auto* block = std::get_if<TextBlock>(&item.what)) return has_text(*block);
  const auto* shape = std::get_if<Shape>(&item.what);
  return shape && shape->text && has_text(*shape->text);
}

}  // namespace

SlideIndex::SlideIndex(const Page& page) {
  for (const Item& item : page.items) {
    if (!title_ && can_be_title(item)) title_ = item.id;  // a placeholder cannot be in a group
    add(item);
  }
  for_each_glue(page.items, [&](const Glue& glue) {
    const auto shape = shapes_.find(glue.shape);
    if (shape == shapes_.end()) return;
    const auto preset = find_preset(shape->second->kind);
    if (preset && preset->site(glue.side) < 0) custom_.insert(glue.shape);
  });
}

void SlideIndex::add(const Item& item) {
  ids_[item.id] = next_id_++;
  if (const auto* shape = std::get_if<Shape>(&item.what)) shapes_[item.id] = shape;
  if (const auto* group = std::get_if<ItemGroup>(&item.what))
    for (const Item& member : group->items) add(member);
}

int SlideIndex::shape_id(ItemId item) const {
  const auto found = ids_.find(item);
  return found == ids_.end() ? tree_id : found->second;
}

std::optional<ConnectionSite> SlideIndex::site(const Glue& glue) const {
  const auto shape = shapes_.find(glue.shape);
  if (shape == shapes_.end()) return std::nullopt;
  const auto preset = find_preset(shape->second->kind);
  const bool custom = !preset || needs_custom_sites(glue.shape);
  return ConnectionSite{shape_id(glue.shape), custom ? custom_site(glue.side) : preset->site(glue.side)};
}

}  // namespace drawplate
