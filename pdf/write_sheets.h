// Handouts and posters: pages of the page model as form objects on sheets, sharing their fonts and images.
#pragma once

#include <string>
#include <vector>

#include "layout/print/sheets.h"
#include "pdf/write_pdf.h"

namespace drawplate {

/// The whole file. Pages keep their structure on sheets; posters' pieces are figures.
[[nodiscard]] Result<std::string> write_sheets(const Document& document, const std::vector<Sheet>& sheets, const FontCatalog& fonts,
                                               const PdfOptions& options);

}  // namespace drawplate
