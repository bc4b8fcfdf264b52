// How an SVG shape is painted, as far as an icon keeps it: filled or not, stroked or not, how wide, and in which colour.
#pragma once

#include <optional>

#include "base/color.h"
#include "icons/svg_element.h"

namespace drawplate {

struct SvgStyle {
  bool fill = true, stroke = false;  ///< what SVG starts with
  bool even_odd = false;
  bool hidden = false;
  std::optional<Rgb> fill_color, stroke_color;  ///< none where the drawing does not say, or says currentColor
  std::optional<double> stroke_width;           ///< in user units; none where the drawing does not say
};

/// The element's own attributes, then its `style`, over what it inherits.
SvgStyle style_of(const SvgElement& element, const SvgStyle& inherited);

}  // namespace drawplate
