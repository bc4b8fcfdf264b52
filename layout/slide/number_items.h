// Ids, names and reading order of a page whose items all stand in place.
#pragma once

#include "layout/page/page.h"

namespace drawplate::slide {

/// Gives every item an id of its own, keeps glue within groups, makes names at the top level unique, and fills the reading order.
void number_items(Page& page);

}  // namespace drawplate::slide
