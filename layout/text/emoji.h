// Which characters are shown as pictures (UTS 51). It knows nothing of faces.
#pragma once

#include <string_view>

namespace drawplate {

/// Whether a grapheme cluster is shown as an emoji: by default, by U+FE0F or as a sequence, and not turned into text by U+FE0E.
bool is_emoji(std::u32string_view cluster);
/// The same of UTF-8.
bool is_emoji(std::string_view cluster);

}  // namespace drawplate
