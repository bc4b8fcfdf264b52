// The one door for all languages: their table picks the reader.
#pragma once

#include "base/diagnostic.h"
#include "deck/diagrams/input_languages.h"
#include "deck/model/deck.h"
#include "deck/syntax/input.h"

namespace drawplate {

/// Never throws, never stops at the first error: everything wrong is in the report, and the deck holds what could be read.
Deck read_deck(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report);

}  // namespace drawplate
