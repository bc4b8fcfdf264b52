// The page model's invariants as a check: run in debug builds, by tests and by fuzzers.
#pragma once

#include <string>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// One sentence for every invariant broken, naming the item; empty for a good document.
std::vector<std::string> validate(const Document& document, const FontCatalog& fonts);

}  // namespace drawplate
