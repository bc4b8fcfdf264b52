// Page names and their sizes: "4:5", "A4 landscape", "210mm x 297mm", "fit".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace drawplate {

struct PageSize {
  Size size;         ///< meaningless where fit
  bool fit = false;  ///< the page is as large as the diagram
};

/// Nothing where the text names no page, or one outside 36 to 14 400 pt a side.
std::optional<PageSize> parse_page_size(std::string_view text);
/// "210mm", "4 cm", "10in", "120pt", "96px" or "120", which is in points; nothing for anything else.
std::optional<Pt> parse_length(std::string_view text);
/// Every fixed name, for hints and help.
std::vector<std::string_view> page_size_names();

}  // namespace drawplate
