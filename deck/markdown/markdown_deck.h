// What concerns a deck as a whole once its slides are there: the title slide, ids and the links to them, the agenda, and
// decks that are taken in from other files.
#pragma once

#include <string>
#include <string_view>

#include "deck/markdown/markdown_slides.h"

namespace drawplate {

/// Cuts the context's source into pieces and reads them; what the front matter says of the deck is applied.
DeckDraft draft_deck(MarkdownContext& context);
/// The slides of the file, as they are there.
void include_deck(MarkdownContext& context, const PlacedWord& file);
/// A first slide with the deck's title, where the deck's own first slide is none.
void add_title_slide(Deck& deck);
/// Gives every slide an id, and sees that links between slides lead somewhere.
void link_slides(MarkdownContext& context);
/// Fills the slides that shall list the sections.
void fill_agendas(Deck& deck);
/// "did you mean …?" or the list of layouts.
std::string suggest_layout(std::string_view name);

}  // namespace drawplate
