// The characters that XML cannot hold, at all or as they are.
#pragma once

#include <string_view>

namespace drawplate {

/// Whether XML 1.0 can hold a character (section 2.2): no C0 controls but tab, LF and CR; no surrogates, U+FFFE and U+FFFF.
constexpr bool is_xml_character(char32_t c) {
  const bool is_control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
  return !is_control && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

/// "&amp;" for '&', and likewise for '<', '>' and '"'; empty for every other character.
constexpr std::string_view xml_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace drawplate
