// The CSS that Mermaid's style, classDef and linkStyle statements hold: colours, widths and dashes to a Style.
// Properties of type and of the page are set aside: the theme decides these.
#pragma once

#include <optional>
#include <string_view>

#include "base/cursor.h"
#include "base/diagnostic.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// "#f96", "#ff9966cc", "rgb(255, 0, 0)", "hsl(120, 50%, 50%)", "tomato". What is not opaque is mixed with white.
std::optional<Rgb> parse_css_color(std::string_view text);
/// A length in CSS pixels or points; a bare number counts pixels.
std::optional<Pt> parse_css_length(std::string_view text);
/// Applies "fill:#f9f,stroke-width:2px" to `style`; a colour that is none is a warning.
void apply_css(PlacedText declarations, Style& style, Report& report);
/// Copies every part that `from` sets.
void merge_style(const Style& from, Style& into);

}  // namespace drawplate
