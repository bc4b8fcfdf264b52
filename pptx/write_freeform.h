// Drawings as custom geometries: one shape where one fill and one line suffice, else a group of them. It knows no other items.
#pragma once

#include "pptx/slide_scope.h"
#include "pptx/write_names.h"

namespace drawplate {

void write_freeform(SlideScope& scope, const Item& item, const Freeform& freeform);
/// With names of its own.
void write_freeform(SlideScope& scope, const ShapeNames& names, const Freeform& freeform);
/// True where it would write nothing.
bool is_blank(const Freeform& freeform);

}  // namespace drawplate
