// What a page, or a block on a slide, draws: a diagram of one of the sorts there are. Who needs to know which sort it is visits it
// with an overload for each, so that a further alternative does not compile until everybody answers for it.
#pragma once

#include <variant>

#include "deck/model/diagram.h"

namespace drawplate {

/// Its alternatives agree in what any diagram has: title, lang, page, theme, the places these were read at, and what was set aside.
using AnyDiagram = std::variant<Diagram>;

}  // namespace drawplate
