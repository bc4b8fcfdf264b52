// Reading, writing and comparing colours.
#include "base/color.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace drawplate {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// WCAG 2.1, "relative luminance".
double luminance(Rgb color) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace

std::optional<Rgb> parse_hex_color(std::string_view text) {
  if (!text.empty() && text.front() == '#') text.remove_prefix(1);
  if (text.size() != 3 && text.size() != 6) return std::nullopt;
  if (std::any_of(text.begin(), text.end(), [](char c) { return hex_digit(c) < 0; })) return std::nullopt;
  const auto channel = [&](std::size_t i) {
    const int high = hex_digit(text.size() == 3 ? text[i] : text[2 * i]);
    const int low = hex_digit(text.size() == 3 ? text[i] : text[2 * i + 1]);
    return static_cast<std::uint8_t>(high * 16 + low);
  };
  return Rgb{channel(0), channel(1), channel(2)};
}

std::string to_hex(Rgb color) { return fmt::format("#{:02X}{:02X}{:02X}", color.r, color.g, color.b); }

double contrast_ratio(Rgb a, Rgb b) {
  const double one = luminance(a), two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

}  // namespace drawplate
