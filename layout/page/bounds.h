// Boxes of items: what of the page they take. Writers that write another box than the page has join their own by joined_box.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/overloaded.h"
#include "layout/page/page.h"

namespace drawplate {

/// The box that an item was given; of a connector the box of its route, of a group that of its members. Strokes are left aside.
/// Nothing for a group without members.
std::optional<Rect> bounds_of(const Item& item);

/// The box of all that the items show, in points: strokes with their width, of text its lines and not its frame. Nothing where
/// there is none.
std::optional<Rect> ink_bounds_of(const std::vector<Item>& items);

/// The box of both; either may be missing.
std::optional<Rect> union_of(const std::optional<Rect>& a, const std::optional<Rect>& b);

/// The box of an item, or of all in a group, where `box_of(what)` gives the box of each kind but groups: an optional<Rect>.
template <class BoxOf>
std::optional<Rect> joined_box(const Item& item, const BoxOf& box_of) {
  const auto join = [&](const ItemGroup& group) {
    std::optional<Rect> box;
    for (const Item& member : group.items) box = union_of(box, joined_box(member, box_of));
    return box;
  };
  return std::visit(Overloaded{box_of, join}, item.what);
}

}  // namespace drawplate
