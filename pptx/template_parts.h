// Master and layouts of a file of diagrams alone. Each function gives one part's XML. It knows nothing of slides' contents.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"

namespace drawplate {

/// What a slide layout is for.
enum class DiagramLayout : std::uint8_t {
  title_only,  ///< the title stands on the slide
  diagram      ///< the title stands above the slide, where only outlines and screen readers see it
};
inline constexpr int diagram_layout_count = 2;

/// `size` is the slide's.
std::string slide_master_xml(Size size);
std::string slide_layout_xml(DiagramLayout layout, Size size);

}  // namespace drawplate
