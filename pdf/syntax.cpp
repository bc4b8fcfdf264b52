// See syntax.h.
#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace drawplate::pdf {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_hex8(std::string& out, unsigned char byte) {
  out += hex_digits[byte >> 4];
  out += hex_digits[byte & 0xf];
}

bool is_regular(char c) { return c > ' ' && c < 0x7f && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos; }

bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
}

struct Decoded {
  char32_t character;
  std::size_t size;
};

/// The character that begins the text; U+FFFD and one byte where there is none.
Decoded decode(std::string_view text) {
  constexpr Decoded broken{0xFFFD, 1};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return broken;
  char32_t c = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0u) != 0x80) return broken;
    c = c << 6 | (byte(i) & 0x3Fu);
  }
  return {c, size};
}

void append_fixed(std::string& out, double value, int decimals) {
  assert(std::isfinite(value));
  if (!std::isfinite(value)) value = 0;  // a wrong place, but a file that opens
  constexpr double largest = 1e9;        // far beyond any page; keeps a wrong number from filling the buffer
  char buffer[32];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, std::clamp(value, -largest, largest), std::chars_format::fixed, decimals);
  assert(error == std::errc());
  std::string_view digits(buffer, end);
  while (digits.back() == '0') digits.remove_suffix(1);
  if (digits.back() == '.') digits.remove_suffix(1);
  out += digits == "-0" ? std::string_view("0") : digits;
}

}  // namespace

void append_number(std::string& out, double value) { append_fixed(out, value, 3); }
void append_precise(std::string& out, double value) { append_fixed(out, value, 6); }

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name) {
    if (is_regular(c)) {
      out += c;
    } else {
      out += '#';
      append_hex8(out, static_cast<unsigned char>(c));
    }
  }
}

void append_hex16(std::string& out, std::uint16_t value) {
  append_hex8(out, static_cast<unsigned char>(value >> 8));
  append_hex8(out, static_cast<unsigned char>(value & 0xff));
}

std::vector<std::uint16_t> to_utf16(std::string_view utf8) {
  std::vector<std::uint16_t> units;
  units.reserve(utf8.size());
  while (!utf8.empty()) {
    const Decoded next = decode(utf8);
    utf8.remove_prefix(next.size);
    if (next.character < 0x10000) {
      units.push_back(static_cast<std::uint16_t>(next.character));
    } else {
      units.push_back(static_cast<std::uint16_t>(0xD800 + ((next.character - 0x10000) >> 10)));
      units.push_back(static_cast<std::uint16_t>(0xDC00 + ((next.character - 0x10000) & 0x3FF)));
    }
  }
  return units;
}

std::string text_string_bytes(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return std::string(utf8);
  std::string bytes = "\xFE\xFF";
  for (const std::uint16_t unit : to_utf16(utf8)) {
    bytes += static_cast<char>(unit >> 8);
    bytes += static_cast<char>(unit & 0xff);
  }
  return bytes;
}

void append_text_string(std::string& out, std::string_view utf8) {
  out += '<';
  for (const char byte : text_string_bytes(utf8)) append_hex8(out, static_cast<unsigned char>(byte));
  out += '>';
}

}  // namespace drawplate::pdf
