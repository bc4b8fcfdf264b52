// Connectors as p:cxnSp: glued, drawn by a preset where one draws the route, else by their own path. It knows no other items.
#pragma once

#include "pptx/slide_scope.h"

namespace drawplate {

void write_connector(SlideScope& scope, const Item& item, const Connector& connector);

}  // namespace drawplate
