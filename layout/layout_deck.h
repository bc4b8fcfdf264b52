// From the author's document to pages: the only door into layout.
#pragma once

#include "deck/model/deck.h"
#include "deck/theme/theme.h"
#include "layout/page/layout_options.h"
#include "layout/page/page.h"

namespace drawplate {

/// Fails only where there is no usable font. What cannot be drawn as asked is a warning in the report.
Result<Document> layout_deck(const Deck& deck, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report);

}  // namespace drawplate
