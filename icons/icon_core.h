// The icons that drawplate draws itself: names and drawings as text, in the grammar that read_icon_text reads.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "icons/icons.h"

namespace drawplate {

struct CoreIcon {
  std::string_view name;
  /// Pieces between semicolons: path data, or `rect x y width height radius`, `circle x y r`, `ellipse x y rx ry`, and
  /// `dot x y r`, which is filled. Everything else is stroked with the theme's width.
  std::string_view drawing;
};

/// Sorted by name.
std::span<const CoreIcon> core_icons();
/// Nothing where the text is not of that grammar.
std::optional<IconDrawing> read_icon_text(std::string_view text);

}  // namespace drawplate
