// Master and layouts of a deck, as XML. It knows no slides.
#pragma once

#include <cstddef>
#include <string>

#include "pptx/deck_design.h"

namespace drawplate {

/// Its relationships begin with the layouts, in their order.
std::string deck_master_xml(const SlideDesign& design, Size size);
std::string deck_layout_xml(const SlideDesign& design, std::size_t layout, Size size);

}  // namespace drawplate
