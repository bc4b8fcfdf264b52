// Doing what the command line asks: the one place that knows the order read → lay out → write.
#pragma once

#include "cli/arguments.h"

namespace drawplate {

/// Never throws for bad input or a failing world; both are told on standard error.
[[nodiscard]] ExitStatus run(const CommandLine& line);

}  // namespace drawplate
