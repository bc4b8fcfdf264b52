// UTF-8: the one decoder, the one encoder, and where characters begin. A text may be malformed: what is no UTF-8 is taken byte by
// byte, each as U+FFFD, so that every walk ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

inline constexpr char32_t replacement_character = 0xFFFD;

struct Utf8Character {
  char32_t value = replacement_character;
  std::size_t length = 1;  ///< bytes
  bool is_valid = false;
};

/// The character that begins at byte `at`, which lies in the text. RFC 3629, section 4: no overlong forms, no surrogates, nothing
/// above U+10FFFF.
Utf8Character decode_utf8(std::string_view text, std::size_t at);
/// The character at `at`, which moves behind it.
char32_t next_character(std::string_view text, std::size_t& at);
std::u32string to_utf32(std::string_view text);
std::u16string to_utf16(std::string_view text);

/// The bytes of a character; those of U+FFFD for surrogates and for what lies above U+10FFFF.
std::string to_utf8(char32_t character);

/// Offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii(std::string_view text);

/// False for bytes inside a character, behind its first.
inline bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
/// Where the character ends that holds byte `at`, which lies in the text.
std::size_t character_end(std::string_view text, std::size_t at);
/// Where the character begins that holds byte `at`, which lies in the text.
std::size_t character_begin(std::string_view text, std::size_t at);
/// The text cut into characters; bytes behind a character's first are its own, however many.
std::vector<std::string_view> characters_of(std::string_view text);

}  // namespace drawplate
