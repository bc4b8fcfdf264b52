// See preset_shapes.h. Sites and text rectangles are those of presetShapeDefinitions (ECMA-376 part 1, annex).
#include "pptx/preset_shapes.h"

#include <algorithm>
#include <cstddef>

namespace drawplate {
namespace {

struct Entry {
  ShapeKind kind;
  PresetShape preset;
};

// Sites by Side: top, right, bottom, left. Nothing is flipped upside down: PowerPoint would turn its text over too.
constexpr std::array<Entry, 19> presets = {{
    {ShapeKind::rect, {"rect", false, {0, 3, 2, 1}}},
    {ShapeKind::round_rect, {"roundRect", false, {0, 3, 2, 1}}},
    {ShapeKind::ellipse, {"ellipse", false, {0, 6, 4, 2}}},
    {ShapeKind::diamond, {"diamond", false, {0, 3, 2, 1}}},
    {ShapeKind::hexagon, {"hexagon", false, {-1, 0, -1, 3}}},
    {ShapeKind::octagon, {"octagon", false, {-1, -1, -1, -1}}},
    {ShapeKind::parallelogram, {"parallelogram", false, {-1, -1, -1, -1}}},
    {ShapeKind::parallelogram_back, {"parallelogram", true, {-1, -1, -1, -1}}},
    {ShapeKind::trapezoid, {"trapezoid", false, {0, -1, 2, -1}}},
    {ShapeKind::triangle, {"triangle", false, {0, -1, 3, -1}}},
    {ShapeKind::cylinder, {"can", false, {1, 4, 3, 2}}},
    {ShapeKind::cylinder_lying, {"flowChartMagneticDrum", false, {0, 4, 2, 1}}},
    {ShapeKind::queue, {"flowChartMagneticDrum", false, {0, 4, 2, 1}}},
    {ShapeKind::document, {"flowChartDocument", false, {0, 3, -1, 1}}},
    {ShapeKind::documents, {"flowChartMultidocument", false, {-1, 3, -1, 1}}},
    {ShapeKind::cloud, {"cloud", false, {-1, -1, -1, -1}}},
    {ShapeKind::note, {"foldedCorner", false, {0, 3, 2, 1}}},
    {ShapeKind::subroutine, {"flowChartPredefinedProcess", false, {0, 3, 2, 1}}},
    {ShapeKind::tag, {"homePlate", false, {-1, 3, -1, 1}}},
}};

Rect inset(Rect box, double left, double top, double right, double bottom) { return shrunk_by(box, {left, top, right, bottom}); }

Rect fraction(Rect b, double left, double top, double right, double bottom) {
  return inset(b, b.width * left, b.height * top, b.width * right, b.height * bottom);
}

Rect hexagon_text(Rect b) {
  const double share = (1 + std::min(b.width, b.height) / b.width) / 12;  // il of the preset at adj 25000
  return fraction(b, share, share, share, share);
}

Rect parallelogram_text(Rect b) {
  const double side = std::min(b.width, b.height), share = (1 + 5 * 0.25 * side / b.width) / 12;
  return fraction(b, share, share, share, share);
}

Rect trapezoid_text(Rect b) {
  const double share = 0.5 * std::min(b.width, b.height) / b.width / 3;  // wd3 × a / maxAdj
  return fraction(b, share, share, share, 0);
}

}  // namespace

std::optional<PresetShape> find_preset(ShapeKind kind) {
  const auto found = std::find_if(presets.begin(), presets.end(), [&](const Entry& entry) { return entry.kind == kind; });
  if (found == presets.end()) return std::nullopt;
  return found->preset;
}

int custom_site(Side side) {
  constexpr std::array<int, 4> sites = {0, 3, 2, 1};
  return sites[static_cast<std::size_t>(side)];
}

Rect text_rectangle(ShapeKind kind, Rect box, Pt radius) {
  const Pt side = std::min(box.width, box.height);
  if (side <= 0) return box;
  switch (kind) {
    case ShapeKind::round_rect: {
      const Pt cut = std::clamp(radius, 0.0, side / 2) * 0.29289;
      return inset(box, cut, cut, cut, cut);
    }
    case ShapeKind::ellipse:
      return fraction(box, 0.146447, 0.146447, 0.146447, 0.146447);
    case ShapeKind::diamond:
      return fraction(box, 0.25, 0.25, 0.25, 0.25);
    case ShapeKind::hexagon:
      return hexagon_text(box);
    case ShapeKind::octagon:
      return inset(box, side * 0.146445, side * 0.146445, side * 0.146445, side * 0.146445);
    case ShapeKind::parallelogram:
    case ShapeKind::parallelogram_back:
      return parallelogram_text(box);
    case ShapeKind::trapezoid:
      return trapezoid_text(box);
    case ShapeKind::triangle:
      return fraction(box, 0.25, 0.5, 0.25, 0);
    case ShapeKind::cylinder:
      return inset(box, 0, side * 0.25, 0, side * 0.125);
    case ShapeKind::cylinder_lying:
    case ShapeKind::queue:
      return fraction(box, 1.0 / 6, 0, 1.0 / 3, 0);
    case ShapeKind::document:
      return fraction(box, 0, 0, 0, 1 - 17322.0 / 21600);
    case ShapeKind::documents:
      return fraction(box, 0, 3675.0 / 21600, 1 - 18595.0 / 21600, 1 - 20782.0 / 21600);
    case ShapeKind::cloud:
      return fraction(box, 2977.0 / 21600, 3262.0 / 21600, 1 - 17087.0 / 21600, 1 - 17337.0 / 21600);
    case ShapeKind::note:
      return inset(box, 0, 0, 0, side * 0.16667);
    case ShapeKind::subroutine:
      return fraction(box, 0.125, 0, 0.125, 0);
    case ShapeKind::tag:
      return inset(box, 0, 0, side * 0.25, 0);
    default:
      return box;
  }
}

std::string_view preset_dash(Dash dash) {
  constexpr std::array<std::string_view, 4> names = {"solid", "dash", "dot", "dashDot"};
  return names[static_cast<std::size_t>(dash)];
}

std::string_view head_type(HeadKind kind) {
  constexpr std::array<std::string_view, 6> names = {"none", "triangle", "arrow", "oval", "diamond", "none"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view head_size(HeadSize size) {
  constexpr std::array<std::string_view, 3> names = {"sm", "med", "lg"};
  return names[static_cast<std::size_t>(size)];
}

}  // namespace drawplate
