// Items of a page as the shapes of a slide: one p:sp, p:cxnSp or p:grpSp each. It picks the writer of each kind, which knows
// nothing of it, and writes groups itself. It knows no packages and no other slides.
#pragma once

#include <vector>

#include "pptx/slide_scope.h"

namespace drawplate {

void write_items(SlideScope& scope, const std::vector<Item>& items);

}  // namespace drawplate
