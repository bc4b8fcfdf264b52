// Decks in Markdown: CommonMark with GitHub's extensions, and the conventions of Marp, pandoc, Quarto and Slidev for slides.
#pragma once

#include "base/diagnostic.h"
#include "deck/model/deck.h"
#include "deck/syntax/input.h"

namespace drawplate {

Deck read_markdown(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report);

}  // namespace drawplate
