// Stable text and JSON forms of a page: the first for goldens, the second for outside tools.
#pragma once

#include <string>

#include "deck/model/diagram.h"
#include "layout/page/page.h"

namespace drawplate {

/// Indented text, one item a line, coordinates to 0.01 pt; for goldens.
std::string dump_page(const Document& document, const FontCatalog& fonts);

/// Schema `layout-1` with each node's title, subtitle, shape, pills, icon and each edge's label text besides.
std::string page_json(const Document& document, const Diagram& diagram);

}  // namespace drawplate
