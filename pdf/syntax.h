// PDF's own spelling of numbers, names and strings (ISO 32000-1, 7.3), free of locale. Content streams and character maps
// are spelt here; dictionaries are spelt by PoDoFo.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drawplate::pdf {

/// Fixed notation, at most 3 decimals, no trailing zeros, never "-0" or an exponent. Not-a-number and infinity assert.
void append_number(std::string& out, double value);
/// The same with six decimals, for factors by which lengths are multiplied.
void append_precise(std::string& out, double value);
/// "/Name"; characters outside the regular set become #xx.
void append_name(std::string& out, std::string_view name);
/// Four upper-case hex digits.
void append_hex16(std::string& out, std::uint16_t value);

/// A text string's content: the bytes themselves where all are printable ASCII, else FE FF and UTF-16BE.
std::string text_string_bytes(std::string_view utf8);
/// "<…>" with the bytes of `text_string_bytes`, for ActualText in content streams.
void append_text_string(std::string& out, std::string_view utf8);

}  // namespace drawplate::pdf
