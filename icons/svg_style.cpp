// See svg_style.h.
#include "icons/svg_style.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/color_names.h"

namespace drawplate {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\f") + 1 - begin);
}

/// "#RGB", "#RRGGBB" or a name of CSS; nothing for what is left to the surroundings.
std::optional<Rgb> color_of(std::string_view text) {
  if (text.starts_with('#')) return parse_hex_color(text);
  return find_css_color(text);
}

bool is_painted(std::string_view color) { return color != "none" && color != "transparent"; }

/// Sets one property; an attribute and a declaration of `style` mean the same. False where the value cannot be read.
bool set_property(SvgStyle& style, std::string_view name, std::string_view value) {
  if (value.empty() || value == "inherit") return true;
  if (name == "fill") {
    style.fill = is_painted(value);
    style.fill_color = color_of(value);
  }
  if (name == "stroke") {
    style.stroke = is_painted(value);
    style.stroke_color = color_of(value);
  }
  if (name == "fill-rule") style.even_odd = value == "evenodd";
  if (name == "display" && value == "none") style.hidden = true;
  if (name == "visibility" && (value == "hidden" || value == "collapse")) style.hidden = true;
  if (name == "stroke-width") {
    const std::optional<double> width = read_svg_length(value);
    if (!width || *width < 0) return false;
    style.stroke_width = width;
  }
  return true;
}

constexpr const char* properties[] = {"fill", "stroke", "fill-rule", "display", "visibility", "stroke-width"};
constexpr std::string_view bad_width = "'stroke-width' must be a plain number from 0 to 1000000";

}  // namespace

SvgStyle style_of(const SvgElement& element, const SvgStyle& inherited) {
  SvgStyle style = inherited;
  for (const char* property : properties)
    if (!set_property(style, property, trimmed(element.text(property)))) element.error_at(property, std::string(bad_width));
  std::string_view rest = element.text("style");
  while (!rest.empty()) {
    const std::string_view declaration = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(declaration.size() + 1, rest.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (!set_property(style, trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)))) {
      element.error_at("style", std::string(bad_width));
      break;  // once is enough
    }
  }
  return style;
}

}  // namespace drawplate
