// Other words for icons: what people call a thing, and what other packs call its icon.
#pragma once

#include <span>
#include <string_view>

namespace drawplate {

struct IconAlias {
  std::string_view name;
  std::string_view target;  ///< a core icon, or "bi:" and an icon of bootstrap-icons
};

/// Sorted by name. No alias has the name of a core icon, and none leads to another alias.
std::span<const IconAlias> icon_aliases();

}  // namespace drawplate
