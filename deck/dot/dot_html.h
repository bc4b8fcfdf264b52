// HTML-like labels of DOT: text with a few tags, or a table.
#pragma once

#include <string_view>

#include "deck/dot/dot_label.h"

namespace drawplate {

/// A table with lines, ports or several columns becomes cells; any other is text.
DotLabel read_dot_html(std::string_view text, Span origin);

}  // namespace drawplate
