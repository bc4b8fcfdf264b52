// A deck as stable text, for goldens and for comparing one diagram written in several languages. Places in the source and
// the words an id was written with are left out; everything that reaches the layout is in.
#pragma once

#include <string>

#include "deck/deck.h"

namespace drawplate {

/// One line a node, group, edge or wish; what has its default is left out; groups hold their members, indented.
std::string dump_deck(const Deck& deck);
std::string dump_diagram(const Diagram& diagram);

}  // namespace drawplate
