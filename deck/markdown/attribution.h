// Who said it: the last line of a quote that begins with a dash.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "deck/model/diagram.h"

namespace drawplate {

/// Bytes of the dash that the text begins with, and the blank behind it; 0 where it begins with none.
std::size_t length_of_dash(std::string_view text);

/// Takes so many bytes off the text's begin, and the blanks behind them.
void drop_front(RichText& text, std::size_t bytes);

/// Cuts the text's last line off and returns it, where it begins with a dash; the dash is dropped.
std::optional<RichText> split_attribution(RichText& text);

}  // namespace drawplate
