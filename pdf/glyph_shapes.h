// Glyphs that are drawn as shapes rather than shown as a font's text: what no font has, and what has colours.
#pragma once

#include <cstdint>

#include "pdf/canvas.h"
#include "pdf/clusters.h"

namespace drawplate::pdf {

/// Whether a cluster holds glyph 0, which no reader accepts as text, or a glyph in layers of colour, which no font of a PDF shows.
bool is_drawn(const Cluster& cluster, const Face& face);

/// The glyph's layers of colour, or its outline in the text's colour. `place` takes ems to the page model's coordinates.
void write_glyph_shapes(std::uint16_t glyph, const Affine& place, Rgb text_color, const Face& face, Canvas& canvas);

}  // namespace drawplate::pdf
