// Tables as a:tbl, with rows and columns that people can edit. It knows no other items.
#pragma once

#include "pptx/slide_scope.h"

namespace drawplate {

void write_table(SlideScope& scope, const Item& item, const TableGrid& table);

}  // namespace drawplate
