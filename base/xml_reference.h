// The characters that XML cannot hold as they are.
#pragma once

#include <string_view>

namespace drawplate {

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
