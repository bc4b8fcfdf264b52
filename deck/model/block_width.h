// How wide a block shall be, as authors write it: "50%", "300px", "4cm".
#pragma once

#include <optional>
#include <string_view>

#include "deck/model/deck.h"

namespace drawplate {

/// A percentage, or a length; a number alone is in pixels, as in HTML. Nothing for anything else, and for what is not above 0.
std::optional<BlockWidth> parse_block_width(std::string_view text);

}  // namespace drawplate
