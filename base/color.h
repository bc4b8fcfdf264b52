// Colours, and the theme tokens they came from. A colour keeps its token so that PPTX can write a theme colour.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drawplate {

/// An opaque sRGB colour.
struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// The seven accents of every theme, in the order in which they are handed out by default.
enum class Accent : std::uint8_t { blue, cyan, purple, green, amber, red, slate };
inline constexpr std::array<std::string_view, 7> accent_names = {"blue", "cyan", "purple", "green", "amber", "red", "slate"};

/// What an accent is used for; each theme gives each accent one colour a part.
enum class AccentPart : std::uint8_t { outline, pale, panel, icon, text };

/// The place in a theme a colour was read from; `none` is a colour the author wrote.
enum class ColorRole : std::uint8_t { none, background, card, ink, muted, connector, loop, accent };

struct ColorToken {
  ColorRole role = ColorRole::none;
  Accent accent = Accent::blue;           ///< meaningful where role is accent
  AccentPart part = AccentPart::outline;  ///< meaningful where role is accent
  friend bool operator==(const ColorToken&, const ColorToken&) = default;
};

struct Color {
  Rgb rgb;
  ColorToken token;
  friend bool operator==(const Color&, const Color&) = default;
};

/// "#RRGGBB" or "#RGB", with or without '#'. Nothing for anything else.
std::optional<Rgb> parse_hex_color(std::string_view text);
/// "#RRGGBB", upper case.
std::string to_hex(Rgb color);
/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast_ratio(Rgb a, Rgb b);

}  // namespace drawplate
