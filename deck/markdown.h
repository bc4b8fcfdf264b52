// Decks in Markdown: CommonMark with GitHub's extensions, and the conventions of Marp, pandoc, Quarto and Slidev for slides.
#pragma once

#include "deck/deck.h"
#include "deck/diagnostic.h"
#include "deck/read_deck.h"

namespace drawplate {

Deck read_markdown(const SourceSet& sources, SourceId source, const Arguments& arguments, const ReadFile& read_file, Report& report);

}  // namespace drawplate
