// What DOT's words for shapes, arrow heads, line styles and colours mean here.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/cursor.h"
#include "base/diagnostic.h"
#include "deck/dot/dot_graph.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// Nothing for an unknown name.
std::optional<NodeShape> find_dot_shape(std::string_view name);
std::vector<std::string_view> dot_shape_names();
/// "polygon" by its sides, skew and distortion.
NodeShape polygon_shape(int sides, double skew, double distortion);

/// The first head of an arrow type such as "normal", "odiamond" or "crowtee"; nothing for an unknown name.
std::optional<HeadKind> find_dot_head(std::string_view name);
std::vector<std::string_view> dot_head_names();

/// "red", "#ff000080", "0.6 0.5 1.0", the first of a list "red:blue". What is not opaque is mixed with white.
/// Nothing for "transparent", and, with a warning, for what is no colour.
std::optional<Rgb> read_dot_color(const DotValue& value, Report& report);

/// The words of a `style` attribute.
struct DotStyle {
  bool filled = false, dashed = false, dotted = false, bold = false, invisible = false;
};
DotStyle read_dot_style(std::string_view style);

}  // namespace drawplate
