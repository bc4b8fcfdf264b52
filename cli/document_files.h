// Files that a document names: themes, icons, diagrams, included slides, pictures. They are found from the folder of the
// source that names them, and lie in the document's folder or below unless the command line allows others. Nothing is ever
// fetched from the network.
#pragma once

#include <optional>
#include <string>

#include "cli/inputs.h"

namespace drawplate {

/// Reads a text named at `origin` into the run's sources; an error at `origin` where that fails.
std::optional<SourceId> read_file_of_document(const CommandLine& line, const std::string& name, Span origin, Inputs& inputs);

/// Reads the deck's pictures, each once, and fills in what their headers say. Missing and broken ones are errors; those on the
/// web are warnings, and stay without bytes.
void read_pictures(const CommandLine& line, Inputs& inputs);

}  // namespace drawplate
