// CSS's table, and where X11's differs.
#include "base/color_names.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>

#include "base/cursor.h"

namespace drawplate {
namespace {

struct NamedColor {
  std::string_view name;
  std::uint32_t rgb;
};

constexpr Rgb unpack(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

/// The names of CSS Color 4, and four of X11 that CSS lacks. Sorted.
constexpr NamedColor css_colors[] = {
    {"aliceblue", 0xF0F8FF},
    {"antiquewhite", 0xFAEBD7},
    {"aqua", 0x00FFFF},
    {"aquamarine", 0x7FFFD4},
    {"azure", 0xF0FFFF},
    {"beige", 0xF5F5DC},
    {"bisque", 0xFFE4C4},
    {"black", 0x000000},
    {"blanchedalmond", 0xFFEBCD},
    {"blue", 0x0000FF},
    {"blueviolet", 0x8A2BE2},
    {"brown", 0xA52A2A},
    {"burlywood", 0xDEB887},
    {"cadetblue", 0x5F9EA0},
    {"chartreuse", 0x7FFF00},
    {"chocolate", 0xD2691E},
    {"coral", 0xFF7F50},
    {"cornflowerblue", 0x6495ED},
    {"cornsilk", 0xFFF8DC},
    {"crimson", 0xDC143C},
    {"cyan", 0x00FFFF},
    {"darkblue", 0x00008B},
    {"darkcyan", 0x008B8B},
    {"darkgoldenrod", 0xB8860B},
    {"darkgray", 0xA9A9A9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xA9A9A9},
    {"darkkhaki", 0xBDB76B},
    {"darkmagenta", 0x8B008B},
    {"darkolivegreen", 0x556B2F},
    {"darkorange", 0xFF8C00},
    {"darkorchid", 0x9932CC},
    {"darkred", 0x8B0000},
    {"darksalmon", 0xE9967A},
    {"darkseagreen", 0x8FBC8F},
    {"darkslateblue", 0x483D8B},
    {"darkslategray", 0x2F4F4F},
    {"darkslategrey", 0x2F4F4F},
    {"darkturquoise", 0x00CED1},
    {"darkviolet", 0x9400D3},
    {"deeppink", 0xFF1493},
    {"deepskyblue", 0x00BFFF},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1E90FF},
    {"firebrick", 0xB22222},
    {"floralwhite", 0xFFFAF0},
    {"forestgreen", 0x228B22},
    {"fuchsia", 0xFF00FF},
    {"gainsboro", 0xDCDCDC},
    {"ghostwhite", 0xF8F8FF},
    {"gold", 0xFFD700},
    {"goldenrod", 0xDAA520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xADFF2F},
    {"grey", 0x808080},
    {"honeydew", 0xF0FFF0},
    {"hotpink", 0xFF69B4},
    {"indianred", 0xCD5C5C},
    {"indigo", 0x4B0082},
    {"ivory", 0xFFFFF0},
    {"khaki", 0xF0E68C},
    {"lavender", 0xE6E6FA},
    {"lavenderblush", 0xFFF0F5},
    {"lawngreen", 0x7CFC00},
    {"lemonchiffon", 0xFFFACD},
    {"lightblue", 0xADD8E6},
    {"lightcoral", 0xF08080},
    {"lightcyan", 0xE0FFFF},
    {"lightgoldenrod", 0xEEDD82},
    {"lightgoldenrodyellow", 0xFAFAD2},
    {"lightgray", 0xD3D3D3},
    {"lightgreen", 0x90EE90},
    {"lightgrey", 0xD3D3D3},
    {"lightpink", 0xFFB6C1},
    {"lightsalmon", 0xFFA07A},
    {"lightseagreen", 0x20B2AA},
    {"lightskyblue", 0x87CEFA},
    {"lightslateblue", 0x8470FF},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xB0C4DE},
    {"lightyellow", 0xFFFFE0},
    {"lime", 0x00FF00},
    {"limegreen", 0x32CD32},
    {"linen", 0xFAF0E6},
    {"magenta", 0xFF00FF},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66CDAA},
    {"mediumblue", 0x0000CD},
    {"mediumorchid", 0xBA55D3},
    {"mediumpurple", 0x9370DB},
    {"mediumseagreen", 0x3CB371},
    {"mediumslateblue", 0x7B68EE},
    {"mediumspringgreen", 0x00FA9A},
    {"mediumturquoise", 0x48D1CC},
    {"mediumvioletred", 0xC71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xF5FFFA},
    {"mistyrose", 0xFFE4E1},
    {"moccasin", 0xFFE4B5},
    {"navajowhite", 0xFFDEAD},
    {"navy", 0x000080},
    {"navyblue", 0x000080},
    {"oldlace", 0xFDF5E6},
    {"olive", 0x808000},
    {"olivedrab", 0x6B8E23},
    {"orange", 0xFFA500},
    {"orangered", 0xFF4500},
    {"orchid", 0xDA70D6},
    {"palegoldenrod", 0xEEE8AA},
    {"palegreen", 0x98FB98},
    {"paleturquoise", 0xAFEEEE},
    {"palevioletred", 0xDB7093},
    {"papayawhip", 0xFFEFD5},
    {"peachpuff", 0xFFDAB9},
    {"peru", 0xCD853F},
    {"pink", 0xFFC0CB},
    {"plum", 0xDDA0DD},
    {"powderblue", 0xB0E0E6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xFF0000},
    {"rosybrown", 0xBC8F8F},
    {"royalblue", 0x4169E1},
    {"saddlebrown", 0x8B4513},
    {"salmon", 0xFA8072},
    {"sandybrown", 0xF4A460},
    {"seagreen", 0x2E8B57},
    {"seashell", 0xFFF5EE},
    {"sienna", 0xA0522D},
    {"silver", 0xC0C0C0},
    {"skyblue", 0x87CEEB},
    {"slateblue", 0x6A5ACD},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xFFFAFA},
    {"springgreen", 0x00FF7F},
    {"steelblue", 0x4682B4},
    {"tan", 0xD2B48C},
    {"teal", 0x008080},
    {"thistle", 0xD8BFD8},
    {"tomato", 0xFF6347},
    {"turquoise", 0x40E0D0},
    {"violet", 0xEE82EE},
    {"violetred", 0xD02090},
    {"wheat", 0xF5DEB3},
    {"white", 0xFFFFFF},
    {"whitesmoke", 0xF5F5F5},
    {"yellow", 0xFFFF00},
    {"yellowgreen", 0x9ACD32},
};

/// Names that X11, and so Graphviz, gives another colour than CSS.
constexpr NamedColor x11_differences[] = {
    {"gray", 0xC0C0C0}, {"green", 0x00FF00}, {"grey", 0xC0C0C0}, {"maroon", 0xB03060}, {"purple", 0xA020F0}};

/// X11's "red1" and the like; "red2" to "red4" are these, darker. Sorted.
constexpr NamedColor x11_first_variants[] = {
    {"antiquewhite", 0xFFEFDB},   {"aquamarine", 0x7FFFD4},    {"azure", 0xF0FFFF},
    {"bisque", 0xFFE4C4},         {"blue", 0x0000FF},          {"brown", 0xFF4040},
    {"burlywood", 0xFFD39B},      {"cadetblue", 0x98F5FF},     {"chartreuse", 0x7FFF00},
    {"chocolate", 0xFF7F24},      {"coral", 0xFF7256},         {"cornsilk", 0xFFF8DC},
    {"cyan", 0x00FFFF},           {"darkgoldenrod", 0xFFB90F}, {"darkolivegreen", 0xCAFF70},
    {"darkorange", 0xFF7F00},     {"darkorchid", 0xBF3EFF},    {"darkseagreen", 0xC1FFC1},
    {"darkslategray", 0x97FFFF},  {"deeppink", 0xFF1493},      {"deepskyblue", 0x00BFFF},
    {"dodgerblue", 0x1E90FF},     {"firebrick", 0xFF3030},     {"gold", 0xFFD700},
    {"goldenrod", 0xFFC125},      {"green", 0x00FF00},         {"honeydew", 0xF0FFF0},
    {"hotpink", 0xFF6EB4},        {"indianred", 0xFF6A6A},     {"ivory", 0xFFFFF0},
    {"khaki", 0xFFF68F},          {"lavenderblush", 0xFFF0F5}, {"lemonchiffon", 0xFFFACD},
    {"lightblue", 0xBFEFFF},      {"lightcyan", 0xE0FFFF},     {"lightgoldenrod", 0xFFEC8B},
    {"lightpink", 0xFFAEB9},      {"lightsalmon", 0xFFA07A},   {"lightskyblue", 0xB0E2FF},
    {"lightsteelblue", 0xCAE1FF}, {"lightyellow", 0xFFFFE0},   {"magenta", 0xFF00FF},
    {"maroon", 0xFF34B3},         {"mediumorchid", 0xE066FF},  {"mediumpurple", 0xAB82FF},
    {"mistyrose", 0xFFE4E1},      {"navajowhite", 0xFFDEAD},   {"olivedrab", 0xC0FF3E},
    {"orange", 0xFFA500},         {"orangered", 0xFF4500},     {"orchid", 0xFF83FA},
    {"palegreen", 0x9AFF9A},      {"paleturquoise", 0xBBFFFF}, {"palevioletred", 0xFF82AB},
    {"peachpuff", 0xFFDAB9},      {"pink", 0xFFB5C5},          {"plum", 0xFFBBFF},
    {"purple", 0x9B30FF},         {"red", 0xFF0000},           {"rosybrown", 0xFFC1C1},
    {"royalblue", 0x4876FF},      {"salmon", 0xFF8C69},        {"seagreen", 0x54FF9F},
    {"seashell", 0xFFF5EE},       {"sienna", 0xFF8247},        {"skyblue", 0x87CEFF},
    {"slateblue", 0x836FFF},      {"slategray", 0xC6E2FF},     {"snow", 0xFFFAFA},
    {"springgreen", 0x00FF7F},    {"steelblue", 0x63B8FF},     {"tan", 0xFFA54F},
    {"thistle", 0xFFE1FF},        {"tomato", 0xFF6347},        {"turquoise", 0x00F5FF},
    {"violetred", 0xFF3E96},      {"wheat", 0xFFE7BA},         {"yellow", 0xFFFF00},
};

template <std::size_t Size>
std::optional<Rgb> find_in(const NamedColor (&table)[Size], std::string_view name) {
  const auto* found = std::ranges::lower_bound(table, name, {}, &NamedColor::name);
  if (found == std::end(table) || found->name != name) return std::nullopt;
  return unpack(found->rgb);
}

std::string lower_case(std::string_view name) {
  std::string lower;
  for (const char c : name) {
    if (!is_blank(c)) lower += to_lower(c);
  }
  return lower;
}

/// "gray0" to "gray100".
std::optional<Rgb> find_grey(std::string_view name) {
  if (!name.starts_with("gray") && !name.starts_with("grey")) return std::nullopt;
  int percent = -1;
  const auto [end, error] = std::from_chars(name.data() + 4, name.data() + name.size(), percent);
  if (error != std::errc() || end != name.data() + name.size() || percent < 0 || percent > 100) return std::nullopt;
  const auto level = static_cast<std::uint8_t>((percent * 255 + 50) / 100);
  return Rgb{level, level, level};
}

}  // namespace

std::optional<Rgb> find_css_color(std::string_view name) { return find_in(css_colors, lower_case(name)); }

std::optional<Rgb> find_x11_color(std::string_view name) {
  const std::string lower = lower_case(name);
  if (const auto different = find_in(x11_differences, lower)) return different;
  if (const auto plain = find_in(css_colors, lower)) return plain;
  if (const auto grey = find_grey(lower)) return grey;
  if (lower.empty() || lower.back() < '1' || lower.back() > '4') return std::nullopt;
  constexpr int thousandths[] = {1000, 932, 804, 545};
  auto first = find_in(x11_first_variants, std::string_view(lower).substr(0, lower.size() - 1));
  if (!first) return std::nullopt;
  const int factor = thousandths[lower.back() - '1'];
  for (std::uint8_t* part : {&first->r, &first->g, &first->b}) *part = static_cast<std::uint8_t>((*part * factor + 500) / 1000);
  return first;
}

std::vector<std::string_view> css_color_names() {
  std::vector<std::string_view> names;
  for (const NamedColor& color : css_colors) names.push_back(color.name);
  return names;
}

}  // namespace drawplate
