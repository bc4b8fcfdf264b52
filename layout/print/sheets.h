// Pages to print: slides several to a sheet with notes or ruled lines, and one page cut into tiles of a poster. A sheet says
// where pages stand on it and what else is on it; drawing the pages is the writer's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "deck/theme/theme.h"
#include "layout/page/page.h"

namespace drawplate {

/// A page of the document on a sheet, scaled into `box`.
struct PlacedPage {
  std::uint32_t page = 0;
  Rect box;                    ///< on the sheet, of the page's proportions
  std::optional<Rect> clip{};  ///< on the sheet: nothing of the page shows outside
  std::string alt{};           ///< not empty: the page is a picture here, and this is what it shows; else it keeps its texts' structure
};

struct Sheet {
  Page page;  ///< its own size and items
  std::vector<PlacedPage> placed;
};

enum class BesideSlides : std::uint8_t { nothing, notes, lines };

struct HandoutOptions {
  int per_page = 3;  ///< 1, 2, 3, 4, 6 or 9
  Size paper;
  BesideSlides beside = BesideSlides::nothing;
};

/// Notes that find no room beside their slide go on behind the last sheet.
std::vector<Sheet> layout_handout(const Document& document, const Theme& theme, const HandoutOptions& options, FontCatalog& fonts,
                                  Report& report);

struct PosterOptions {
  Size poster, tile;  ///< either may be turned, as the page wants
};

/// The document's first page over as many tiles as it needs, with crop marks and an overlap to glue.
std::vector<Sheet> layout_poster(const Document& document, const Theme& theme, const PosterOptions& options, FontCatalog& fonts,
                                 Report& report);

}  // namespace drawplate
