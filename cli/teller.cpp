// As text or as JSON, as the command line wishes.
#include "cli/teller.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>

#include "cli/files.h"

namespace drawplate {
namespace {

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

std::string rendered(const Report& report, const SourceSet& sources, const CommandLine& line) {
  return line.diagnostics == DiagnosticForm::json ? render_json(report, sources) : render_text(report, sources);
}

}  // namespace

bool stands_in_the_way(const Report& report, const CommandLine& line) {
  return report.has_errors() || (line.strict && report.warning_count() > 0);
}

std::string counts_of(const Report& report) {
  std::string text;
  if (report.error_count() > 0) text = counted(report.error_count(), "error");
  if (report.warning_count() > 0) text += (text.empty() ? "" : ", ") + counted(report.warning_count(), "warning");
  return text;
}

ExitStatus tell_report(const Report& report, const SourceSet& sources, const CommandLine& line) {
  const bool wrong = stands_in_the_way(report, line);
  if (line.diagnostics == DiagnosticForm::json || wrong || !line.quiet) print_error(rendered(report, sources, line));
  if (!wrong) return ExitStatus::written;
  if (line.diagnostics == DiagnosticForm::text) {
    const std::string_view strict = report.has_errors() ? "" : ", which --strict counts as errors";
    print_error(fmt::format("drawplate: {}{}{}\n", counts_of(report), strict, line.outputs.empty() ? "" : "; nothing was written"));
  }
  return ExitStatus::input_at_fault;
}

ExitStatus tell_failure(const Failure& failure, Report& report, SourceSet& sources, const CommandLine& line) {
  const SourceId self = sources.add({"drawplate", ""});
  report.error({self, 0, 0}, failure.message).has_place = false;
  print_error(rendered(report, sources, line));
  return ExitStatus::world_at_fault;
}

ExitStatus tell(const NothingToRun& nothing) {
  if (nothing.status == ExitStatus::written) return print(nothing.text);
  print_error(nothing.text);
  return nothing.status;
}

void tell_set_aside(const Deck& deck, const CommandLine& line) {
  if (deck.unknown_attributes == 0 || line.quiet || line.diagnostics == DiagnosticForm::json) return;
  const bool one = deck.unknown_attributes == 1;
  print_error(fmt::format("drawplate: {} that {} nothing of what is drawn {} set aside\n", counted(deck.unknown_attributes, "attribute"),
                          one ? "says" : "say", one ? "was" : "were"));
}

ExitStatus print(const std::string& text) {
  const auto written = write_standard_output(text);
  if (written) return ExitStatus::written;
  print_error(fmt::format("drawplate: error: {}\n", written.error().message));
  return ExitStatus::world_at_fault;
}

}  // namespace drawplate
