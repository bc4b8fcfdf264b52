// See slide_index.h.
#include "pptx/slide_index.h"

#include <algorithm>
#include <cstddef>
#include <variant>

#include "layout/page/page_walk.h"
#include "layout/page/shapes.h"
#include "layout/page/side.h"
#include "pptx/deck_design.h"
#include "pptx/preset_shapes.h"
#include "pptx/text_frame.h"

namespace drawplate {
namespace {

constexpr Pt near_site = 0.5;
constexpr int middle_sites = 4;

/// `visit(glue, end)` for each glued end of a line.
template <class Visit>
void for_each_end(const std::vector<Item>& items, const Visit& visit) {
  for_each_item(items, [&](const Item& item) {
    const auto* connector = std::get_if<Connector>(&item.what);
    if (!connector || connector->route.empty()) return;
    if (connector->from) visit(*connector->from, connector->route.front());
    if (connector->to) visit(*connector->to, connector->route.back());
  });
}

/// Text fills text placeholders, and a picture the picture's.
bool can_fill(const Item& item) {
  if (image_of(item)) return item.placeholder == Placeholder::picture;
  const TextBlock* text = text_of(item);
  return text && has_text(*text) && item.placeholder != Placeholder::picture;
}

bool can_be_title(const Item& item) {
  if (item.role != Role::diagram_title && item.placeholder != Placeholder::title) return false;
  const TextBlock* text = text_of(item);
  return text && has_text(*text);
}

}  // namespace

Placeholder SlideIndex::placeholder(ItemId item) const {
  if (title_ == item) return Placeholder::title;
  const auto found = placeholders_.find(item);
  return found == placeholders_.end() ? Placeholder::none : found->second;
}

SlideIndex::SlideIndex(const Page& page) {
  for (const Item& item : page.items) {
    if (!title_ && can_be_title(item)) title_ = item.id;  // a placeholder cannot be in a group
    const bool is_new = std::ranges::none_of(placeholders_, [&](const auto& entry) { return entry.second == item.placeholder; });
    const bool is_title = item.placeholder == Placeholder::title;
    if (item.placeholder != Placeholder::none && !is_title && is_new && can_fill(item)) placeholders_[item.id] = item.placeholder;
  }
  for_each_item(page.items, [&](const Item& item) { add(item); });
  for_each_end(page.items, [&](const Glue& glue, Point) {
    const auto shape = shapes_.find(glue.shape);
    if (shape == shapes_.end()) return;
    const PresetShape* preset = find_preset(shape->second->kind);
    if (preset && preset->site(glue.side) < 0) custom_[glue.shape];
  });
  for_each_end(page.items, [&](const Glue& glue, Point end) { add_end(glue, end); });
}

void SlideIndex::add_end(const Glue& glue, Point end) {
  const auto custom = custom_.find(glue.shape);
  if (custom == custom_.end()) return;
  if (length(end - middle_of(shapes_.at(glue.shape)->box, glue.side)) < near_site) return;
  for (const ShapeSite& site : custom->second)
    if (length(end - site.place) < near_site) return;
  custom->second.push_back({end, glue.side});
}

void SlideIndex::add(const Item& item) {
  ids_[item.id] = next_id_++;
  if (const auto* shape = std::get_if<Shape>(&item.what)) {
    shapes_[item.id] = shape;
    if (!find_preset(shape->kind)) custom_[item.id];
  }
}

int SlideIndex::shape_id(ItemId item) const {
  const auto found = ids_.find(item);
  return found == ids_.end() ? tree_id : found->second;
}

const std::vector<ShapeSite>* SlideIndex::custom_sites(ItemId item) const {
  const auto found = custom_.find(item);
  return found == custom_.end() ? nullptr : &found->second;
}

std::optional<ConnectionSite> SlideIndex::site(const Glue& glue, Point end) const {
  const auto shape = shapes_.find(glue.shape);
  if (shape == shapes_.end()) return std::nullopt;
  const Point middle = middle_of(shape->second->box, glue.side);
  const auto* custom = custom_sites(glue.shape);
  if (!custom) return ConnectionSite{shape_id(glue.shape), find_preset(shape->second->kind)->site(glue.side), middle};
  for (std::size_t i = 0; i < custom->size(); ++i)
    if (length(end - (*custom)[i].place) < near_site)
      return ConnectionSite{shape_id(glue.shape), middle_sites + static_cast<int>(i), (*custom)[i].place};
  return ConnectionSite{shape_id(glue.shape), custom_site(glue.side), middle};
}

}  // namespace drawplate
