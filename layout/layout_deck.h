// From the author's document to pages: the only door into layout.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "deck/deck.h"
#include "deck/page_size.h"
#include "deck/theme.h"
#include "fonts/icons.h"
#include "layout/page.h"

namespace drawplate {

struct LayoutOptions {
  PageSize page;
  bool keep_colors = true;           ///< the author's explicit colours win over the theme
  std::int64_t created = 0;          ///< seconds since 1970, for metadata
  std::string untitled = "Diagram";  ///< the title of a document whose author gave none
  /// Drawings of `icon: ./file.svg`, read by the command: icon name as written → drawing.
  std::map<std::string, IconDrawing, std::less<>> own_icons;
};

/// Fails only where there is no usable font. What cannot be drawn as asked is a warning in the report.
Result<Document> layout_deck(const Deck& deck, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report);

}  // namespace drawplate
