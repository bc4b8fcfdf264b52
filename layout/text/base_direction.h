// Which way a paragraph runs. It knows characters and languages, and nothing of glyphs or places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drawplate {

/// True where a text (UTF-8) runs from right to left as a whole: in a language that is written so, any text with a letter that
/// runs so, and one with no letters at all; elsewhere a text whose first strong character does (UAX 9, P2 and P3).
bool is_right_to_left(std::string_view text, std::string_view lang);
/// The same for UTF-16.
bool is_right_to_left(std::u16string_view text, std::string_view lang);

/// The locale of a BCP 47 tag as ICU names it; "en" for a tag that is none.
std::string icu_locale(std::string_view lang);

}  // namespace drawplate
