// Page model → PDF. It translates, and decides nothing: no measuring, no colours, no places of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "layout/page/page.h"

namespace drawplate {

struct PdfOptions {
  enum class Compression : std::uint8_t { off, on } compression = Compression::on;  ///< off makes streams readable for tests
  bool steps = false;                                                               ///< a page for each step in which a slide is built up
  std::function<void(double share)> progress{};                                     ///< told now and then how much is done, 0 to 1
};

/// The whole file. Tagged (PDF/UA-1), fonts subset, byte-identical for equal input.
[[nodiscard]] Result<std::string> write_pdf(const Document& document, const FontCatalog& fonts, const PdfOptions& options);

}  // namespace drawplate
