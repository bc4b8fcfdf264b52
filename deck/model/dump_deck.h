// A deck as stable text, for goldens: see dump_diagram.h and dump_slide.h.
#pragma once

#include <string>

#include "deck/model/deck.h"

namespace drawplate {

/// What is said of the deck in one line, then its slides, or its diagram where that is all of it.
std::string dump_deck(const Deck& deck);

}  // namespace drawplate
