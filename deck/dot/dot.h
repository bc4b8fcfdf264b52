// Graphviz's DOT language to a Diagram. The language is read whole; of its attributes those that say something of a
// diagram's content and look. Where things are placed and how large they are is the layout's business here.
#pragma once

#include "base/diagnostic.h"
#include "deck/model/diagram.h"

namespace drawplate {

struct Arguments;

Diagram read_dot(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report);

}  // namespace drawplate
