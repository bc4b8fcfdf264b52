// A DOT file's way: tree, diagram, full ids.
#include "deck/dot/dot.h"

#include <cstdint>
#include <string>

#include "deck/dot/dot_diagram.h"
#include "deck/dot/dot_parser.h"
#include "deck/model/diagram_parts.h"
#include "deck/syntax/input.h"

namespace drawplate {

Diagram read_dot(const SourceSet& sources, SourceId source, const Arguments&, Report& report) {
  const std::string& text = sources.get(source).text;
  Diagram diagram;
  diagram.origin = {source, 0, static_cast<std::uint32_t>(text.size())};
  const DotGraph graph = DotParser(text, source, report).read();
  diagram.unknown_attributes = graph.unknown_attributes;
  DotConverter(graph, report).convert(diagram);
  qualify_ids(diagram);
  name_edges(diagram);
  keep_text_readable(diagram, report);
  return diagram;
}

}  // namespace drawplate
