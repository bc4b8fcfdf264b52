// What a run says and where: diagnostics on standard error in the form asked for, answers on standard output.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/arguments.h"
#include "deck/model/deck.h"

namespace drawplate {

/// True where the report keeps outputs from being written: errors, or warnings under --strict.
bool stands_in_the_way(const Report& report, const CommandLine& line);

/// Tells the whole report; with what follows from it where it stands in the way.
ExitStatus tell_report(const Report& report, const SourceSet& sources, const CommandLine& line);

/// Tells the report and, after it, how the world failed.
ExitStatus tell_failure(const Failure& failure, Report& report, SourceSet& sources, const CommandLine& line);

/// Says why there is nothing to run.
ExitStatus tell(const NothingToRun& nothing);

/// --verbose: what of the input says nothing that is drawn.
void tell_set_aside(const Deck& deck, const CommandLine& line);

/// An answer, on standard output; `world_at_fault` where it does not get there.
ExitStatus print(const std::string& text);

/// "2 errors, 1 warning", or "".
std::string counts_of(const Report& report);

}  // namespace drawplate
