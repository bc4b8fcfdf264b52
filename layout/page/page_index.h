// Items of a page by id, groups included. It lives as long as the page does.
#pragma once

#include <cstddef>
#include <map>
#include <variant>

#include "layout/page/page_walk.h"

namespace drawplate {

class PageIndex {
 public:
  explicit PageIndex(const Page& page) {
    for_each_item(page.items, [&](const Item& item) { items_.emplace(item.id, &item); });
  }

  /// Nothing where the page has no such item. Of items that share an id, the first.
  const Item* find(ItemId id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }
  template <class What>
  const What* find(ItemId id) const {
    const Item* item = find(id);
    return item ? std::get_if<What>(&item->what) : nullptr;
  }
  std::size_t size() const { return items_.size(); }

 private:
  std::map<ItemId, const Item*> items_;
};

}  // namespace drawplate
