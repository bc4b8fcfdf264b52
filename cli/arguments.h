// The command line as a value: what to do, with which files and which wishes. Reading it touches no file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/print_options.h"
#include "deck/model/page_size.h"
#include "deck/read_deck.h"
#include "pptx/write_pptx.h"

namespace drawplate {

enum class Action : std::uint8_t { draw, handout, check, convert, schema, icons, themes, fonts, licenses };
enum class OutputForm : std::uint8_t { pdf, pptx, json, page, yaml };
enum class DiagnosticForm : std::uint8_t { text, json };

/// The process's exit status.
enum class ExitStatus : int { written = 0, input_at_fault = 1, command_line_at_fault = 2, world_at_fault = 3 };

struct OutputFile {
  std::string path;
  OutputForm form = OutputForm::pdf;
};

struct CommandLine {
  Action action = Action::draw;
  std::string input;              ///< a path, or "-"
  std::optional<InputForm> form;  ///< --from, else by the input's suffix; nothing where that says none
  std::vector<OutputFile> outputs;
  std::optional<PageSize> page;
  std::optional<std::string> theme;                             ///< a built-in theme's name, or a file
  std::vector<std::pair<std::string, std::string>> settings;    ///< --set, in order
  std::vector<std::string> parameter_files;                     ///< --params, in order
  std::string word;                                             ///< what `icons` filters by
  std::vector<std::pair<std::string, std::string>> row_values;  ///< of the row of `each` that this line draws
  std::string each;                                             ///< --each: a CSV file, one drawing a row; empty: none
  bool strict = false, quiet = false, verbose = false, keep_colors = true;
  bool allow_outside = false;  ///< files that the document names may lie anywhere
  DiagnosticForm diagnostics = DiagnosticForm::text;
  ConnectorForm connectors = ConnectorForm::live;
  PptxFonts pptx_fonts = PptxFonts::embed;
  PrintOptions print;
};

/// Why there is nothing to run: help that was asked for (written), or a mistake (command_line_at_fault).
struct NothingToRun {
  ExitStatus status = ExitStatus::written;
  std::string text;  ///< whole lines: for standard output where status is written, else for standard error
};

[[nodiscard]] tl::expected<CommandLine, NothingToRun> parse_command_line(int argc, const char* const* argv);

/// True where `--theme` or `theme:` means a file rather than a built-in theme.
bool names_theme_file(std::string_view theme);

}  // namespace drawplate
