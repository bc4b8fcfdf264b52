// A share where the unit is %, else a length; a number alone is in pixels, as in HTML.
#include "deck/model/block_width.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <system_error>

#include "base/cursor.h"
#include "deck/model/page_size.h"

namespace drawplate {

std::optional<BlockWidth> parse_block_width(std::string_view text) {
  text = trimmed(text);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || !(number > 0) || number > 100'000) return std::nullopt;
  BlockWidth width;
  if (unit == "%") {
    width.fraction = std::min(number / 100, 1.0);
  } else if (const auto length = parse_length(unit.empty() ? std::string(text) + "px" : std::string(text))) {
    width.length = *length;
  } else {
    return std::nullopt;
  }
  return width;
}

}  // namespace drawplate
