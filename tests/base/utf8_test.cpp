// UTF-8, well-formed and not.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

/// Each breaks one rule of RFC 3629, section 4: what is decoded of it, one U+FFFD a byte.
const std::vector<std::pair<std::string_view, std::u32string>> malformed = {
    {"\x80", U"\uFFFD"},                                // a byte of the inside of a character
    {"\xC3", U"\uFFFD"},                                // cut
    {"\xE2\x82", U"\uFFFD\uFFFD"},                      // cut
    {"\xF0\x9F\x98", U"\uFFFD\uFFFD\uFFFD"},            // cut
    {"\xC3z", U"\uFFFDz"},                              // cut by another character
    {"\xE2\x82z", U"\uFFFD\uFFFDz"},                    // cut by another character
    {"\xC0\xAF", U"\uFFFD\uFFFD"},                      // an overlong slash
    {"\xE0\x80\xAF", U"\uFFFD\uFFFD\uFFFD"},            // an overlong slash
    {"\xF0\x80\x80\xAF", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // an overlong slash
    {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},            // a surrogate
    {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
    {"\xF5\x80\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // no lead
    {"\xFF", U"\uFFFD"},                                // no lead
};

TEST(Utf8, EveryCharacterComesBackAsItself) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = to_utf8(c);
    const Utf8Character read = decode_utf8(text, 0);
    ASSERT_TRUE(read.is_valid && read.value == c && read.length == text.size()) << static_cast<unsigned>(c);
    ASSERT_EQ(character_end(text, 0), text.size());
    ASSERT_EQ(character_begin(text, text.size() - 1), 0u);
  }
}

TEST(Utf8, LengthsChangeWhereTheStandardSays) {
  const std::pair<char32_t, std::string_view> edges[] = {{0x7F, "\x7F"},
                                                         {0x80, "\xC2\x80"},
                                                         {0x7FF, "\xDF\xBF"},
                                                         {0x800, "\xE0\xA0\x80"},
                                                         {0xFFFF, "\xEF\xBF\xBF"},
                                                         {0x10000, "\xF0\x90\x80\x80"},
                                                         {0x10FFFF, "\xF4\x8F\xBF\xBF"}};
  for (const auto& [character, bytes] : edges) EXPECT_EQ(to_utf8(character), bytes);
}

TEST(Utf8, WhatIsNoCharacterIsWrittenAsItsReplacement) {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}})
    EXPECT_EQ(to_utf8(c), "\xEF\xBF\xBD") << static_cast<unsigned>(c);
}

TEST(Utf8, MalformedTextIsSaidAndReadByteByByte) {
  for (const auto& [bytes, read] : malformed) {
    EXPECT_EQ(find_invalid_utf8(bytes), 0u) << read.size();
    EXPECT_EQ(find_invalid_utf8("a\xC3\xA9" + std::string(bytes)), 3u) << read.size();
    EXPECT_EQ(to_utf32(bytes), read);
    EXPECT_EQ(to_utf32("a" + std::string(bytes) + "z"), U"a" + read + U"z");
  }
  EXPECT_EQ(find_invalid_utf8("a\u00E9\u20AC\U0001F600"), std::string_view::npos);
}

TEST(Utf8, Utf16HasPairs) {
  EXPECT_EQ(to_utf16("a\u00E9\u20AC\U0001F600"), u"a\u00E9\u20AC\U0001F600");
  EXPECT_EQ(to_utf16("a\xC3z"), u"a\uFFFDz");
}

TEST(Utf8, TextsAreCutBetweenCharacters) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(characters_of("a\u00E9\U0001F600"), (Parts{"a", "\u00E9", "\U0001F600"}));
  EXPECT_EQ(characters_of(""), Parts{});
  EXPECT_EQ(characters_of("\x80\x80"
                          "a\x80\xC3"),
            (Parts{"\x80\x80", "a\x80", "\xC3"}));
  for (const auto& [bytes, read] : malformed) {
    std::string joined;
    for (const std::string_view part : characters_of(bytes)) joined += part;
    EXPECT_EQ(joined, bytes);
  }
}

TEST(Utf8, Ascii) {
  EXPECT_TRUE(is_ascii(""));
  EXPECT_TRUE(is_ascii("plain \x7F"));
  EXPECT_FALSE(is_ascii("pl\u00E4in"));
  EXPECT_FALSE(is_ascii('\x80'));
}

}  // namespace
}  // namespace drawplate
