// pandoc's definition lists in a Markdown that knows none: a term becomes a line in bold, its definitions a list below it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "deck/syntax/excerpt.h"

namespace drawplate {

/// The text, which stands in its source from `begin`, with its definition lists rewritten; nothing where it has none.
std::optional<Excerpt> with_plain_definitions(SourceId source, std::string_view text, std::uint32_t begin);

}  // namespace drawplate
