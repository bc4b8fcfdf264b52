// Page model → PPTX with native shapes. It translates, and decides nothing: no measuring, no colours, no places of its own.
#pragma once

#include <string>

#include "base/result.h"
#include "layout/page/page.h"
#include "pptx/pptx_options.h"

namespace drawplate {

/// The whole file. Byte-identical for equal input.
[[nodiscard]] Result<std::string> write_pptx(const Document& document, const FontCatalog& fonts, const PptxOptions& options);

}  // namespace drawplate
