// A page for each step in which a slide is built up. It writes nothing.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/page/page.h"

namespace drawplate::pdf {

struct SteppedDocument {
  Document document;
  std::vector<std::size_t> slides;  ///< for each page, the place of the one it came from
};

/// Each page as often as it has steps, with what is seen at that step. Ids and sections stay with the first.
SteppedDocument with_steps(const Document& document);

}  // namespace drawplate::pdf
