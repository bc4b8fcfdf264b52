// Which language a stretch of text is in, as far as its script tells. Faces for Han characters, shaping, hyphenation and
// spell checkers ask for it. It knows nothing of fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text/itemize.h"

namespace drawplate {

/// True for Han, kana, hangul, bopomofo, and the punctuation that is set with them.
bool is_east_asian(char32_t character);

/// The language that decides between forms of Han characters: the paragraph's where it is an East Asian one, else what the
/// text's other characters tell, else Chinese.
std::string han_language(std::string_view text, std::string_view lang);

/// Gives each item whose script the paragraph's language is not written in a language of that script.
void name_languages(std::vector<TextItem>& items, std::string_view text, std::string_view lang);

}  // namespace drawplate
