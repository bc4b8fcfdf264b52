// drawplate's own form of a diagram, in YAML or JSON: everything that the tool can do. docs/diagrams.md describes it.
#pragma once

#include "deck/model/diagram.h"
#include "deck/syntax/input.h"

namespace drawplate {

/// Requires: is_fit_to_read. Everything wrong is in the report; the diagram holds what could be read.
Diagram read_yaml_diagram(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report);

}  // namespace drawplate
