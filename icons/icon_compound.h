// "lock+check": a base icon with a badge at its lower right. The base's strokes are cut where the badge needs room, so there
// is no halo to clash with a background, and no clip path, which PPTX's shapes do not have.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "icons/icons.h"

namespace drawplate {

/// The words after the plus, sorted.
std::span<const std::string_view> badge_names();
/// The base narrowed, cut and badged; nothing where there is no such badge or the base is not drawn with strokes.
std::optional<IconDrawing> with_badge(const IconDrawing& base, std::string_view badge);

/// What of a stroked path lies outside the circle, to 1/100 unit; what is left of a cut closed sub-path is open.
Path cut_by_circle(const Path& path, Point center, double radius);

}  // namespace drawplate
