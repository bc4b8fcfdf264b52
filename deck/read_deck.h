// The one door for all languages: picks the reader by the form.
#pragma once

#include "base/diagnostic.h"
#include "deck/model/deck.h"
#include "deck/syntax/input.h"

namespace drawplate {

/// Never throws, never stops at the first error: everything wrong is in the report, and the deck holds what could be read.
/// A deck in Markdown may name files; without `read_file` each is an error.
Deck read_deck(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report,
               const ReadFile& read_file = {});

}  // namespace drawplate
