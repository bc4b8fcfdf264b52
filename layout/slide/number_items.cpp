// See number_items.h.
#include "layout/slide/number_items.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "layout/page/page_walk.h"

namespace drawplate::slide {
namespace {

/// Old ids are those of the diagram that a group holds; they mean nothing outside it.
using NewIds = std::map<ItemId, ItemId>;

class Numbering {
 public:
  explicit Numbering(Page& page) : page_(page) {}

  void number(std::vector<Item>& items, NewIds& ids) {
    for (Item& item : items) {
      const ItemId old = item.id;
      item.id = ItemId{next_++};
      ids[old] = item.id;
      if (is_read(item)) page_.reading_order.push_back(item.id);
      if (auto* members = members_of(item)) number(*members, ids);
    }
  }

  static void glue(std::vector<Item>& items, const NewIds& ids) {
    for_each_item(items, [&](Item& item) {
      auto* connector = std::get_if<Connector>(&item.what);
      if (!connector) return;
      for (std::optional<Glue>* end : {&connector->from, &connector->to})
        if (*end) (*end)->shape = ids.at((*end)->shape);
    });
  }

  void run() {
    std::map<std::string, int> names;
    for (Item& item : page_.items) {
      NewIds ids;
      std::vector<Item> one;
      one.push_back(std::move(item));
      number(one, ids);
      glue(one, ids);
      item = std::move(one.front());
      const int count = ++names[item.name];
      if (count > 1) item.name += fmt::format(" {}", count);
    }
  }

 private:
  Page& page_;
  std::uint32_t next_ = 1;
};

}  // namespace

void number_items(Page& page) { Numbering(page).run(); }

}  // namespace drawplate::slide
