// One command line for each row of a CSV file: the row's values as settings, and in the names of the outputs.
#pragma once

#include <vector>

#include "cli/arguments.h"

namespace drawplate {

/// The line itself where it has no --each. Nothing is drawn yet; the CSV file is read here. Fails where it cannot be read
/// (input_at_fault), or where an output names no column of it or two rows have one name (command_line_at_fault).
[[nodiscard]] tl::expected<std::vector<CommandLine>, NothingToRun> lines_of_rows(const CommandLine& line);

}  // namespace drawplate
