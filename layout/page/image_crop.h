// Which part of an image is shown where it must fill a box. Arithmetic only.
#pragma once

#include "base/geometry.h"

namespace drawplate {

/// The largest middle part of an image that has the proportions of `box`, as Picture::source has it.
Rect covering_part(Size image, Size box);

}  // namespace drawplate
