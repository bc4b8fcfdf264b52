// The icon set: name → drawing on a 24-unit grid. The core set is ours; packs found at configure time are the long tail
// behind an alias table; an author's own SVG is read by icons/svg_icon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/diagnostic.h"
#include "base/geometry.h"

namespace drawplate {

/// One part of an icon. Stroked parts have round caps and joins and the theme's stroke width; filled parts are painted by
/// the even-odd rule in the same colour.
struct IconPart {
  enum class Paint : std::uint8_t { stroke, fill } paint = Paint::stroke;
  Path path;                   ///< on a 24 x 24 grid, y down
  double width = 0;            ///< of the stroke in grid units where the drawing sets its own; 0: the theme's
  std::optional<Rgb> color{};  ///< as the author's SVG has it; icons are painted in the theme's colours, pictures in these
};

struct IconDrawing {
  std::vector<IconPart> parts;
};

/// What an icon name stands for.
struct FoundIcon {
  std::string name;  ///< canonical: "db-search", "bi:router"
  IconDrawing drawing;
};

/// Core set, then aliases, then packs, then a core icon with a badge ("lock+check"). A prefix ("bi:router") forces a pack.
/// Prefixes of other packs ("fa:user-circle") lead to what that word, or it without its last parts, is called here.
/// Nothing where the name is unknown.
std::optional<FoundIcon> find_icon(std::string_view name);
/// Drawn in place of an unknown icon.
IconDrawing unknown_icon();
/// The nearest known names, best first.
std::vector<std::string> nearest_icon_names(std::string_view name, std::size_t count);
/// All names: core, aliases, packs, sorted within each.
std::vector<std::string> icon_names();

/// Reads an author's SVG: svg, g, path, rect, circle, ellipse, line, polyline, polygon, transform, viewBox, fill="none" or stroke.
/// Scripts, external references, entities, DOCTYPE and anything else that is not drawing are errors in the report.
std::optional<IconDrawing> read_svg_icon(const SourceSet& sources, SourceId source, Report& report);

}  // namespace drawplate
