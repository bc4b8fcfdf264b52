// The colour names that CSS (in Mermaid's styles) and X11 (in Graphviz's attributes) know.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/color.h"

namespace drawplate {

/// A name of CSS Color 4; case and blanks do not matter.
std::optional<Rgb> find_css_color(std::string_view name);
/// A name of X11: as CSS with five exceptions, and with "gray42" and "red3".
std::optional<Rgb> find_x11_color(std::string_view name);
/// All CSS names, sorted, for hints.
std::vector<std::string_view> css_color_names();

}  // namespace drawplate
