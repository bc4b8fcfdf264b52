// Names of slide layouts, ours and other tools'.
#pragma once

#include <optional>
#include <string_view>

#include "deck/model/deck.h"

namespace drawplate {

/// The layout with this name, in any ecosystem's words.
std::optional<SlideLayout> find_layout(std::string_view name);

}  // namespace drawplate
