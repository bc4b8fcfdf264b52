// A text block → text operators: glyphs exactly where layout put them, and the text they stand for in reading order.
#pragma once

#include "pdf/canvas.h"

namespace drawplate::pdf {

/// `mark` is the mark of the item that holds the text; runs with links, other languages or replaced text get their own.
void write_text(const TextBlock& block, const Mark& mark, Canvas& canvas);

}  // namespace drawplate::pdf
