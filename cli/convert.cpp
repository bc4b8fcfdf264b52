// One reader and the YAML writer, back to back.
#include "cli/convert.h"

#include <string>
#include <variant>
#include <vector>

#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/teller.h"
#include "deck/yaml/write_yaml.h"

namespace drawplate {

ExitStatus convert(const CommandLine& line) {
  Inputs inputs = read_inputs(line);
  if (stands_in_the_way(inputs.report, line)) return tell_report(inputs.report, inputs.sources, line);
  const AnyDiagram* const read = lone_diagram(inputs.deck);
  if (!read) {
    const Failure refusal{"only a single diagram can be written as YAML, not a deck of slides"};
    return tell_failure(refusal, inputs.report, inputs.sources, line);
  }
  const std::string text = std::visit([](const Diagram& diagram) { return write_yaml(diagram); }, *read);
  std::vector<FileContent> files;
  for (const OutputFile& output : line.outputs) files.push_back({output.path, text});
  const auto written = write_files(files);
  if (!written) return tell_failure(written.error(), inputs.report, inputs.sources, line);
  const ExitStatus status = tell_report(inputs.report, inputs.sources, line);
  if (line.verbose) tell_set_aside(inputs.deck, line);
  return status;
}

}  // namespace drawplate
