// The style that tests of text are set in unless they say otherwise.
#pragma once

#include "base/units.h"
#include "layout/text/paragraph_style.h"

namespace drawplate::test {

/// Inter, regular, with lines of 1.2 of the size; code in JetBrains Mono of the same size.
inline ParagraphStyle plain_style(Pt size = 12) {
  ParagraphStyle style;
  style.text = {.family = "Inter", .weight = 400, .size = size, .line_height = 1.2};
  style.code = {.family = "JetBrains Mono", .weight = 400, .size = 1};
  return style;
}

}  // namespace drawplate::test
