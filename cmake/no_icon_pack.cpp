// Stands in for the generated table where no icon pack was found.
#include "icons/icon_pack.h"

#include <span>
#include <string_view>

namespace drawplate {

std::span<const PackIcon> bootstrap_icons() { return {}; }
std::string_view bootstrap_icons_license() { return {}; }

}  // namespace drawplate
