// A slide as stable text; its diagrams are as dump_diagram.h has them.
#pragma once

#include <string>

#include "deck/model/deck.h"

namespace drawplate {

/// The slide's settings in one line, then its blocks, a line each, what is in them indented.
std::string dump_slide(const Slide& slide, const Deck& deck);

}  // namespace drawplate
