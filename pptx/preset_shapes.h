// Tables between the page model's words and DrawingML's: sides and connection sites, dashes, heads; the presets of shapes stand
// in layout/page/shapes. It writes nothing.
#pragma once

#include <string_view>

#include "layout/page/page.h"

namespace drawplate {

/// Where a custom geometry of ours has its four sites: top, left, bottom, right, as rectangles have.
int custom_site(Side side);

std::string_view preset_dash(Dash dash);
/// The type of a:headEnd and a:tailEnd. A cross has no like in DrawingML and becomes none.
std::string_view head_type(HeadKind kind);
/// The w and len of a:headEnd and a:tailEnd.
std::string_view head_size(HeadSize size);

}  // namespace drawplate
