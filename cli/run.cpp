// The actions in their order of steps: read, lay out, render all, write all, tell.
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "cli/convert.h"
#include "cli/each_row.h"
#include "cli/files.h"
#include "cli/fullness.h"
#include "cli/inputs.h"
#include "cli/listings.h"
#include "cli/progress.h"
#include "cli/teller.h"
#include "layout/layout_deck.h"
#include "layout/page/dump_page.h"
#include "layout/page/validate.h"
#include "pdf/write_pdf.h"
#include "pdf/write_sheets.h"
#include "pptx/write_pptx.h"

namespace drawplate {
namespace {

/// 2026-01-01 00:00 UTC: the time of every document where SOURCE_DATE_EPOCH says no other.
constexpr std::int64_t default_created = 1'767'225'600;
constexpr std::int64_t last_created = 253'402'300'799;  ///< the year 9999 ends: no format can say more

/// SOURCE_DATE_EPOCH (reproducible-builds.org), or the constant.
Result<std::int64_t> time_of_documents() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (!text) return default_created;
  const std::string_view digits(text);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (whole && seconds >= 0 && seconds <= last_created) return seconds;
  return failure("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970");
}

/// Everything decided; what is left is to say it in a format.
struct Drawing {
  FontCatalog fonts;
  Document document;
};

void assert_valid([[maybe_unused]] const Drawing& drawing) {
#ifndef NDEBUG
  const std::vector<std::string> broken = validate(drawing.document, drawing.fonts);
  if (!broken.empty()) {
    fmt::print(stderr, "drawplate: {} broken invariants, the first: {}\n", broken.size(), broken.front());
    std::abort();
  }
#endif
}

Result<Drawing> lay_out(const CommandLine& line, Inputs& inputs) {
  const auto created = time_of_documents();
  if (!created) return tl::unexpected(created.error());
  // Both formats come from one layout, so that the PDF is set in the faces that the PPTX names.
  auto fonts = FontCatalog::open_system(line.pptx_fonts == PptxFonts::office ? FaceNames::office : FaceNames::own);
  if (!fonts) return tl::unexpected(fonts.error());
  LayoutOptions options;
  options.page = inputs.page;
  options.keep_colors = line.keep_colors;
  options.created = *created;
  options.own_icons = inputs.own_icons;
  if (const std::string stem = std::filesystem::path(line.input).stem().string(); line.input != "-" && !stem.empty())
    options.untitled = stem;
  auto document = layout_deck(inputs.deck, inputs.theme, options, *fonts, inputs.report);
  if (!document) return tl::unexpected(document.error());
  Drawing drawing{std::move(*fonts), std::move(*document)};
  assert_valid(drawing);
  return drawing;
}

/// Told how much of a file is written, 0 to 1.
using ShareDone = std::function<void(double)>;

/// The pages themselves, or sheets with them to print.
Result<std::string> render_pdf(const CommandLine& line, Inputs& inputs, Drawing& drawing, const ShareDone& told) {
  const PrintOptions& print = line.print;
  if (!print.wants_sheets) return write_pdf(drawing.document, drawing.fonts, {.steps = print.steps, .progress = told});
  const std::vector<Sheet> sheets = print.poster
                                        ? layout_poster(drawing.document, inputs.theme, *print.poster, drawing.fonts, inputs.report)
                                        : layout_handout(drawing.document, inputs.theme, print.handout, drawing.fonts, inputs.report);
  return write_sheets(drawing.document, sheets, drawing.fonts, {.progress = told});
}

Result<std::string> render(OutputForm form, const CommandLine& line, Inputs& inputs, Drawing& drawing, const ShareDone& told) {
  switch (form) {
    case OutputForm::pdf:
      return render_pdf(line, inputs, drawing, told);
    case OutputForm::pptx:
      return write_pptx(drawing.document, drawing.fonts, {.connectors = line.connectors, .fonts = line.pptx_fonts, .progress = told});
    case OutputForm::json:
      if (!lone_diagram(inputs.deck)) return failure("only a single diagram can be written as JSON, not a deck of slides");
      return std::visit([&](const Diagram& diagram) { return page_json(drawing.document, diagram); }, *lone_diagram(inputs.deck));
    case OutputForm::page:
      return dump_page(drawing.document, drawing.fonts);
    case OutputForm::yaml:
      break;  // what `convert` writes without a layout
  }
  return std::string();
}

/// Told which file is being written, and how much of all, 0 to 1.
using FileShareDone = std::function<void(const std::string& path, double share)>;

/// Every output in its order. A page's PDF and its PPTX only read what was laid out, so that two of them are made side by side.
std::vector<Result<std::string>> render_all(const CommandLine& line, Inputs& inputs, Drawing& drawing, const FileShareDone& told) {
  const auto is_file_of_pages = [](const OutputFile& output) { return output.form == OutputForm::pdf || output.form == OutputForm::pptx; };
  const bool side_by_side =
      line.outputs.size() == 2 && !line.print.wants_sheets && std::all_of(line.outputs.begin(), line.outputs.end(), is_file_of_pages);
  std::vector<Result<std::string>> rendered(line.outputs.size(), std::string());
  const auto render_one = [&](std::size_t i, const ShareDone& share_told) {
    rendered[i] = render(line.outputs[i].form, line, inputs, drawing, share_told);
  };
  std::optional<std::jthread> second;  // ends before `rendered` is handed out
  try {
    if (side_by_side) second.emplace([&] { render_one(1, {}); });
  } catch (const std::system_error&) {  // no further thread is to be had: one does all
  }
  const std::size_t here = second ? 1 : line.outputs.size();
  for (std::size_t i = 0; i < here; ++i) {
    const std::string& path = line.outputs[i].path;
    const auto share_told = [&](double share) { told(path, (static_cast<double>(i) + share) / static_cast<double>(here)); };
    share_told(0);
    render_one(i, share_told);
  }
  if (second) second->join();
  return rendered;
}

/// What one drawing would write, and what there is to tell of it.
struct Rendered {
  std::optional<ExitStatus> stopped;  ///< where it went wrong, which has been told
  std::vector<FileContent> files;
  Inputs inputs;
  std::string fullness{};  ///< of slides and frames, where that is asked for
};

/// Drawing and checking are one: checking has no outputs.
Rendered draw_once(const CommandLine& line, Progress& progress) {
  constexpr double read_share = 0.05, layout_share = 0.5;
  progress.report("reading", 0);
  Rendered done{.stopped = {}, .files = {}, .inputs = read_inputs(line)};
  Inputs& inputs = done.inputs;
  const auto stop_telling = [&] {
    progress.clear();
    done.stopped = tell_report(inputs.report, inputs.sources, line);
  };
  const auto stop_failing = [&](const Failure& failure) {
    progress.clear();
    done.stopped = tell_failure(failure, inputs.report, inputs.sources, line);
  };
  if (inputs.report.has_errors()) {
    stop_telling();
    return done;
  }
  progress.report("laying out", read_share);
  auto drawing = lay_out(line, inputs);
  if (!drawing) {
    stop_failing(drawing.error());
    return done;
  }
  if (stands_in_the_way(inputs.report, line)) {
    stop_telling();
    return done;
  }
  if (line.action == Action::check) done.fullness = fullness_table(drawing->document) + list_frames(drawing->document);
  std::vector<Result<std::string>> rendered = render_all(line, inputs, *drawing, [&](const std::string& path, double share) {
    progress.report("writing " + path, layout_share + (1 - layout_share) * share);
  });
  for (std::size_t i = 0; i < rendered.size(); ++i) {
    if (!rendered[i]) {
      stop_failing(rendered[i].error());
      return done;
    }
    done.files.push_back({line.outputs[i].path, std::move(*rendered[i])});
  }
  return done;
}

/// All outputs, of all rows, are rendered before any is written, so that a failing one leaves no other behind. What several
/// rows have to tell alike is told once.
ExitStatus draw(const CommandLine& line, std::string* fullness = nullptr) {
  const auto lines = lines_of_rows(line);
  if (!lines) return tell(lines.error());
  std::vector<FileContent> files;
  std::set<std::string> told;
  Progress progress(!line.quiet && line.diagnostics == DiagnosticForm::text);
  Rendered done;
  for (const CommandLine& row : *lines) {
    if (&row != &lines->front()) progress.clear();
    if (&row != &lines->front() && told.insert(render_text(done.inputs.report, done.inputs.sources)).second)
      tell_report(done.inputs.report, done.inputs.sources, line);
    done = draw_once(row, progress);
    if (done.stopped) return *done.stopped;
    if (fullness) *fullness += done.fullness;
    std::move(done.files.begin(), done.files.end(), std::back_inserter(files));
  }
  const auto written = write_files(files);
  progress.clear();
  if (!written) return tell_failure(written.error(), done.inputs.report, done.inputs.sources, line);
  if (told.contains(render_text(done.inputs.report, done.inputs.sources))) return ExitStatus::written;
  const ExitStatus status = tell_report(done.inputs.report, done.inputs.sources, line);
  if (line.verbose) tell_set_aside(done.inputs.deck, line);
  return status;
}

ExitStatus check(const CommandLine& line) {
  std::string fullness;
  const ExitStatus status = draw(line, &fullness);
  if (status != ExitStatus::written || line.quiet || line.diagnostics == DiagnosticForm::json) return status;
  return print(fmt::format("{}: can be drawn\n{}", line.input == "-" ? "<stdin>" : line.input, fullness));
}

/// The faces of one document; its diagnostics are told, too.
ExitStatus list_fonts_of(const CommandLine& line) {
  Inputs inputs = read_inputs(line);
  if (inputs.report.has_errors()) return tell_report(inputs.report, inputs.sources, line);
  const auto drawing = lay_out(line, inputs);
  if (!drawing) return tell_failure(drawing.error(), inputs.report, inputs.sources, line);
  const ExitStatus told = tell_report(inputs.report, inputs.sources, line);
  const ExitStatus printed = print(list_document_fonts(drawing->document, drawing->fonts));
  return told != ExitStatus::written ? told : printed;
}

}  // namespace

ExitStatus run(const CommandLine& line) {
  switch (line.action) {
    case Action::draw:
    case Action::handout:
      return draw(line);
    case Action::convert:
      return convert(line);
    case Action::check:
      return check(line);
    case Action::schema:
      return print(list_schema());
    case Action::icons:
      return print(list_icons(line.word));
    case Action::themes:
      return print(list_themes());
    case Action::fonts:
      return line.input.empty() ? print(list_fonts()) : list_fonts_of(line);
    case Action::licenses:
      return print(list_licenses());
  }
  return ExitStatus::written;
}

}  // namespace drawplate
