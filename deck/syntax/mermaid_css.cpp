// CSS's notations of colours first, then what each property sets.
#include "deck/syntax/mermaid_css.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>
#include <vector>

#include "base/color_names.h"
#include "base/suggest.h"

namespace drawplate {
namespace {

constexpr Pt points_per_pixel = 0.75;

struct Number {
  double value;
  std::string_view unit;
};

std::optional<Number> read_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return Number{value, text.substr(static_cast<std::size_t>(end - text.data()))};
}

std::uint8_t channel(double value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0))); }

Rgb over_white(Rgb color, double alpha) {
  alpha = std::clamp(alpha, 0.0, 1.0);
  const auto mix = [&](std::uint8_t c) { return channel(c * alpha + 255 * (1 - alpha)); };
  return {mix(color.r), mix(color.g), mix(color.b)};
}

/// CSS Color 4, section 7.1.
Rgb from_hsl(double hue, double saturation, double lightness) {
  const auto part = [&](double n) {
    const double k = std::fmod(std::fmod(n + hue / 30, 12) + 12, 12);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return channel(255 * (lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
  };
  return {part(0), part(8), part(4)};
}

std::optional<Rgb> parse_hex(std::string_view text) {
  if (text.size() != 5 && text.size() != 9) return parse_hex_color(text);
  const std::size_t alpha_digits = text.size() == 5 ? 1 : 2;
  const std::string_view digits = text.substr(text.size() - alpha_digits);
  unsigned alpha = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), alpha, 16);
  const auto color = parse_hex_color(text.substr(0, text.size() - alpha_digits));
  if (!color || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return over_white(*color, alpha / (alpha_digits == 1 ? 15.0 : 255.0));
}

/// "rgb(…)", "rgba(…)", "hsl(…)", "hsla(…)" with commas, blanks or a slash between the values.
std::optional<Rgb> parse_color_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
  const std::string_view name = trimmed(text.substr(0, open));
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  std::array<Number, 4> values{};
  std::size_t count = 0;
  while (count < 4 && !trimmed(inside).empty()) {
    inside = trimmed(inside);
    const std::size_t end = std::min(inside.find_first_of(", /"), inside.size());
    const auto number = read_number(inside.substr(0, end));
    if (!number) return std::nullopt;
    values[count++] = *number;
    inside = trimmed(inside.substr(end));
    if (!inside.empty() && (inside[0] == ',' || inside[0] == '/')) inside.remove_prefix(1);
  }
  if (count < 3) return std::nullopt;
  const auto fraction = [](const Number& n, double whole) { return n.unit == "%" ? n.value / 100 * whole : n.value; };
  const double alpha = count == 4 ? fraction(values[3], 1) : 1;
  if (equals_ignoring_case(name.substr(0, 3), "rgb")) {
    return over_white({channel(fraction(values[0], 255)), channel(fraction(values[1], 255)), channel(fraction(values[2], 255))}, alpha);
  }
  if (!equals_ignoring_case(name.substr(0, 3), "hsl")) return std::nullopt;
  const auto unit = [](double v) { return std::clamp(v / 100, 0.0, 1.0); };
  return over_white(from_hsl(values[0].value, unit(values[1].value), unit(values[2].value)), alpha);
}

bool means_no_color(std::string_view value) {
  constexpr std::string_view words[] = {"none", "transparent", "inherit", "initial", "unset", "currentColor", "auto"};
  return value.starts_with("url(") || value.starts_with("var(") ||
         std::ranges::any_of(words, [&](std::string_view word) { return equals_ignoring_case(word, value); });
}

void set_color(PlacedText value, std::optional<Rgb>& part, Report& report) {
  if (means_no_color(value.text) || value.text.empty()) return;
  if (const auto color = parse_css_color(value.text)) {
    part = color;
    return;
  }
  report.warning(value.span, fmt::format("'{}' is not a colour", value.text)).help(did_you_mean(value.text, css_color_names()));
}

/// "1px solid red": each word by what it is.
void apply_border(PlacedText value, Style& style, Report& report) {
  constexpr std::string_view words[] = {"solid", "none", "double", "groove"};
  std::size_t at = 0;
  while (at < value.text.size()) {
    const std::size_t end = std::min(value.text.find(' ', at), value.text.size());
    const PlacedText word = value.part(at, end).trimmed();
    at = end + 1;
    if (word.text.empty() || std::ranges::find(words, word.text) != std::end(words)) continue;
    if (const auto width = parse_css_length(word.text)) {
      style.stroke_width = width;
    } else if (word.text == "dashed" || word.text == "dotted") {
      style.dashed = true;
    } else {
      set_color(word, style.stroke, report);
    }
  }
}

void apply_property(std::string_view name, PlacedText value, Style& style, Report& report) {
  if (name == "fill" || name == "background" || name == "background-color") {
    set_color(value, style.fill, report);
  } else if (name == "stroke" || name == "border-color") {
    set_color(value, style.stroke, report);
  } else if (name == "color") {
    set_color(value, style.text, report);
  } else if (name == "border") {
    apply_border(value, style, report);
  } else if (name == "stroke-width" || name == "border-width") {
    if (const auto width = parse_css_length(value.text)) style.stroke_width = width;
  } else if (name == "stroke-dasharray") {
    const auto first = read_number(value.text);
    style.dashed = first && first->value > 0;
  }
}

/// Where the declaration that begins at `at` ends: at a ',' or ';' outside brackets and not escaped.
std::size_t declaration_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '(') {
      ++depth;
    } else if (text[at] == ')') {
      --depth;
    } else if (depth <= 0 && (text[at] == ',' || text[at] == ';')) {
      break;
    }
  }
  return std::min(at, text.size());
}

}  // namespace

std::optional<Rgb> parse_css_color(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('#')) return parse_hex(text);
  if (const auto color = parse_color_function(text)) return color;
  return find_css_color(text);
}

std::optional<Pt> parse_css_length(std::string_view text) {
  const auto number = read_number(text);
  if (!number || number->value < 0 || number->value > 1000) return std::nullopt;
  const std::string_view unit = trimmed(number->unit);
  if (unit.empty() || equals_ignoring_case(unit, "px")) return number->value * points_per_pixel;
  if (equals_ignoring_case(unit, "pt")) return number->value;
  return std::nullopt;
}

void apply_css(PlacedText declarations, Style& style, Report& report) {
  std::size_t at = 0;
  while (at < declarations.text.size()) {
    const std::size_t end = declaration_end(declarations.text, at);
    const PlacedText one = declarations.part(at, end).trimmed();
    at = end + 1;
    const std::size_t colon = one.text.find(':');
    if (colon == std::string_view::npos) continue;  // "5" of "stroke-dasharray: 5, 5"
    std::string name;
    for (const char c : trimmed(one.text.substr(0, colon))) name += to_lower(c);
    PlacedText value = one.part(colon + 1, one.text.size()).trimmed();
    if (const std::size_t bang = value.text.find('!'); bang != std::string_view::npos) value = value.part(0, bang).trimmed();
    apply_property(name, value, style, report);
  }
}

void merge_style(const Style& from, Style& into) {
  if (from.fill) into.fill = from.fill;
  if (from.stroke) into.stroke = from.stroke;
  if (from.text) into.text = from.text;
  if (from.stroke_width) into.stroke_width = from.stroke_width;
  if (from.dashed) into.dashed = from.dashed;
  if (from.font_size) into.font_size = from.font_size;
}

}  // namespace drawplate
