// SVG's basic shapes as paths (SVG 1.1 chapter 9), its transform lists, and what stroke renderers cannot be trusted with:
// dots drawn as lines of no length.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "icons/svg_scan.h"

namespace drawplate {

/// Clockwise from the top left corner's right end. Radii are capped at half the sides.
Path svg_rect(Rect box, double rx, double ry);
/// From the right, clockwise, four cubics.
Path svg_ellipse(Point center, double rx, double ry);
/// Lines through the points, closed for a polygon. Fewer than two points draw nothing.
Path svg_polyline(std::span<const Point> points, bool closed);

struct SvgPoints {
  std::vector<Point> points;
  std::optional<SvgFault> fault;
};
/// The `points` attribute.
SvgPoints read_svg_points(std::string_view text);

struct SvgTransform {
  Affine matrix;
  std::optional<SvgFault> fault;
};
/// The `transform` attribute: matrix, translate, scale, rotate, skewX, skewY; at most 100 of them.
SvgTransform read_svg_transform(std::string_view text);

/// Takes sub-paths without extent out of a path that is stroked with round caps, and gives circles of `radius` to fill in
/// their place. Moves that draw nothing go, too.
Path take_dots(Path& stroked, double radius);

}  // namespace drawplate
