// SVG path data → Path: absolute moves, lines, cubics and closes, nothing else. Arcs and quadratics become cubics, so that
// no writer needs more than PDF has. It knows nothing of XML, paint or icons.
#pragma once

#include <optional>
#include <string_view>

#include "base/geometry.h"
#include "icons/svg_scan.h"

namespace drawplate {

struct SvgPath {
  Path path;  ///< what was read before the fault
  std::optional<SvgFault> fault;
};

/// SVG 1.1 section 8.3, all commands. Empty text is an empty path. At most 50 000 elements.
SvgPath read_svg_path(std::string_view data);

struct SvgArc {
  double rx = 0, ry = 0;  ///< scaled up where they are too small to reach the end
  double rotation = 0;    ///< of the x axis, in degrees
  bool large = false, sweep = false;
};
/// Appends the arc from the path's current point `from` as cubics of at most 90 degrees (SVG 1.1, F.6.5 and F.6.6).
void arc_to(Path& path, Point from, const SvgArc& arc, Point to);

}  // namespace drawplate
