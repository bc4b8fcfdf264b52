// Lines at right angles become straight ones wherever nothing is in their way, else as few pieces as lead around it.
#pragma once

#include "layout/diagram/line_forms/line_field.h"

namespace drawplate {

/// Ensures: what is_clear says of the field holds of every line that has changed; the others are as they were.
void straighten_lines(LineField& field, PlacedDiagram& placed);

}  // namespace drawplate
