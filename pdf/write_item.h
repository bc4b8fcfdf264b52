// One item of a page → paint operators. It translates shapes, connectors, drawings and groups; text goes to write_text.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "pdf/canvas.h"

namespace drawplate::pdf {

/// What the items around one hand down to it.
struct ItemContext {
  const std::map<ItemId, int>& ranks;  ///< of the reading order
  std::optional<int> rank{};           ///< of the nearest group around that is in the reading order
  std::optional<int> link{};
  bool decoration = false;
  std::optional<int> heading{}, figure{};  ///< tags that all is a part of; without a figure each item has tags of its own
  int order = 0;                           ///< of those tags on the page
};

void write_item(const Item& item, const ItemContext& context, Canvas& canvas);

/// The least place in the reading order of the item and all in it.
std::optional<int> rank_of(const Item& item, const std::map<ItemId, int>& ranks);

/// The attributes of a figure: its alternate text, and its box in PDF's coordinates.
Dict figure_attributes(std::string_view alt, const Rect& box);

}  // namespace drawplate::pdf
