// DrawingML's small elements, shared by slides, master and theme: colours, fills, lines, frames, geometries.
// It knows nothing of slides and their items.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "layout/page/page.h"
#include "pptx/connector.h"
#include "pptx/xml.h"

namespace drawplate {

/// One a:path of a custom geometry.
struct DrawnPath {
  Path path;
  bool filled = true, stroked = true;
};

/// A place at which connectors may be glued.
struct ShapeSite {
  Point place;            ///< on the page
  Side side = Side::top;  ///< the side at which a connector leaves
};

/// What stands at a line's ends.
struct LineEnds {
  Arrow tail, head;  ///< at the start and at the end of travel
};

inline constexpr std::string_view drawingml_namespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// "1A2B3C".
std::string hex_color(Rgb color);

/// a:schemeClr where the theme holds the colour or an accent of which it is a tint, else a:srgbClr.
void write_color(XmlWriter& xml, const Color& color, const DocumentTheme& theme);
void write_fill(XmlWriter& xml, const std::optional<Fill>& fill, const DocumentTheme& theme);
/// a:ln, with a:noFill where there is no stroke.
void write_line(XmlWriter& xml, const std::optional<Stroke>& stroke, const DocumentTheme& theme, const LineEnds& ends = {});
/// a:xfrm.
void write_frame(XmlWriter& xml, const EmuFrame& frame);
void write_preset_geometry(XmlWriter& xml, std::string_view preset, std::span<const std::int64_t> adjust = {});
/// a:custGeom; the paths are page coordinates inside `frame`. Its first four sites are the middles of the frame's sides, in
/// the order of custom_site; `more_sites` follow.
void write_custom_geometry(XmlWriter& xml, const EmuFrame& frame, std::span<const DrawnPath> paths,
                           std::span<const ShapeSite> more_sites = {});

}  // namespace drawplate
