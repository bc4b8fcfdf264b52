// What a document's author is told of its faces once, however often it holds: emoji in one colour, families without bold or
// italic. It reads the page model, so that a text that was measured and not drawn says nothing.
#pragma once

#include "base/diagnostic.h"
#include "layout/page/page.h"

namespace drawplate {

/// Warnings at the first item that each is about.
void report_faces(const Document& document, const FontCatalog& fonts, Report& report);

}  // namespace drawplate
