// A slide's title and subtitle in their frames, set smaller where they are long.
#pragma once

#include <vector>

#include "layout/slide/piece.h"
#include "layout/slide/plan.h"

namespace drawplate::slide {

struct TitleBlock {
  std::vector<Item> items;  ///< in place on the page
  Pt bottom = 0;            ///< where the body may begin
};

/// `plan.title` is where the first line of an ordinary title stands; a large title grows upwards from its frame's foot.
TitleBlock layout_title(const Slide& slide, const Plan& plan, const SlideContext& context);

}  // namespace drawplate::slide
