// See syntax.h.
#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

#include "base/utf8.h"

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

std::string text_string_bytes(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return std::string(utf8);
  std::string bytes = "\xFE\xFF";
  for (const char16_t unit : to_utf16(utf8)) {
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
