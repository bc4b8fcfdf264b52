// Mermaid flowcharts to a Diagram. Every statement of the flowchart language is understood; what cannot be drawn is a
// warning with its line, and reading goes on. Other kinds of Mermaid diagram are one error.
#pragma once

#include "base/diagnostic.h"
#include "deck/model/diagram.h"

namespace drawplate {

struct Arguments;

Diagram read_mermaid(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report);

}  // namespace drawplate
