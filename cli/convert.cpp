// One reader and the YAML writer, back to back; then the reader of YAML, so that nobody finds out later that it refuses what was
// written.
#include "cli/convert.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/teller.h"
#include "deck/read_deck.h"
#include "deck/yaml/write_yaml.h"

namespace drawplate {
namespace {

/// Why our own reader refuses the YAML; nothing where it takes it.
std::optional<std::string> refusal_of(const std::string& yaml) {
  SourceSet sources;
  Report report;
  read_deck(sources, sources.add({"converted.yaml", yaml}), InputForm::yaml, {}, report);
  const auto error = std::ranges::find(report.all(), Severity::error, &Diagnostic::severity);
  return error == report.all().end() ? std::nullopt : std::optional(error->message);
}

}  // namespace

ExitStatus convert(const CommandLine& line) {
  Inputs inputs = read_inputs(line);
  if (stands_in_the_way(inputs.report, line)) return tell_report(inputs.report, inputs.sources, line);
  const AnyDiagram* const read = lone_diagram(inputs.deck);
  if (!read) {
    const Failure refusal{"only a single diagram can be written as YAML, not a deck of slides"};
    return tell_failure(refusal, inputs.report, inputs.sources, line);
  }
  const std::string yaml = std::visit([](const Diagram& diagram) { return write_yaml(diagram); }, *read);
  if (const auto refusal = refusal_of(yaml)) {
    const Span whole = std::visit([](const auto& of_its_sort) { return of_its_sort.origin; }, *read);
    inputs.report.error(whole, fmt::format("as YAML it could not be read again: {}", *refusal)).has_place = false;
    return tell_report(inputs.report, inputs.sources, line);
  }
  std::vector<FileContent> files;
  for (const OutputFile& output : line.outputs) files.push_back({output.path, yaml});
  const auto written = write_files(files);
  if (!written) return tell_failure(written.error(), inputs.report, inputs.sources, line);
  const ExitStatus status = tell_report(inputs.report, inputs.sources, line);
  if (line.verbose) tell_set_aside(inputs.deck, line);
  return status;
}

}  // namespace drawplate
