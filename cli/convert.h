// The action `convert`: any input in drawplate's own form. Nothing is laid out, so that it needs no fonts.
#pragma once

#include "cli/arguments.h"

namespace drawplate {

/// Reads, writes anew, and tells what there is to tell.
ExitStatus convert(const CommandLine& line);

}  // namespace drawplate
