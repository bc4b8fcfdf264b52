// Text blocks as DrawingML paragraphs: runs, faces, breaks, list levels. Soft breaks are not written, so that text stays text;
// where other programs break it is up to the frame (text_frame.h).
#pragma once

#include <optional>
#include <string>

#include "pptx/text_frame.h"
#include "pptx/write_run.h"

namespace drawplate {

/// p:txBody. In a placeholder, what its layout says is not repeated.
void write_text_body(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context,
                     Placeholder placeholder = Placeholder::none);
/// a:txBody of a table's cell, whose insets the cell itself states.
void write_cell_text(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context);

}  // namespace drawplate
