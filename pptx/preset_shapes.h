// Tables between the page model's words and DrawingML's: shape kinds and presets, sides and connection sites, dashes, heads.
// It writes nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "layout/page/page.h"

namespace drawplate {

struct PresetShape {
  std::string_view name;  ///< "roundRect"
  bool flip_h = false;
  std::array<std::int8_t, 4> sites;  ///< by Side: index in the preset's cxnLst; -1 where no site is in the side's middle

  int site(Side side) const { return sites[static_cast<std::size_t>(side)]; }
};

/// The preset of a kind, or nothing where DrawingML has none: then the outline is written as custom geometry.
std::optional<PresetShape> find_preset(ShapeKind kind);

/// Where a custom geometry of ours has its four sites: top, left, bottom, right, as rectangles have.
int custom_site(Side side);

/// The rectangle from whose edges DrawingML counts the insets of a shape's text: the preset's text rectangle at default
/// adjust values (`radius` is that of round_rect), or the box where the kind has no preset.
Rect text_rectangle(ShapeKind kind, Rect box, Pt radius);

std::string_view preset_dash(Dash dash);
/// The type of a:headEnd and a:tailEnd. A cross has no like in DrawingML and becomes none.
std::string_view head_type(HeadKind kind);
/// The w and len of a:headEnd and a:tailEnd.
std::string_view head_size(HeadSize size);

}  // namespace drawplate
