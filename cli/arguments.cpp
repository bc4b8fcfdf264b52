// See arguments.h. CLI11 splits the words; what they mean is checked here, so that every mistake gets one plain sentence.
#include "cli/arguments.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string_view>

#include "base/suggest.h"
#include "cli/help.h"
#include "deck/theme/theme.h"

namespace drawplate {
namespace {

template <class T>
struct Word {
  std::string_view name;
  T value;
};

constexpr std::array<Word<Action>, 7> actions = {{{"handout", Action::handout},
                                                  {"check", Action::check},
                                                  {"convert", Action::convert},
                                                  {"schema", Action::schema},
                                                  {"icons", Action::icons},
                                                  {"themes", Action::themes},
                                                  {"fonts", Action::fonts}}};
constexpr std::array<Word<InputForm>, 4> input_forms = {
    {{"yaml", InputForm::yaml}, {"mermaid", InputForm::mermaid}, {"dot", InputForm::dot}, {"markdown", InputForm::markdown}}};
constexpr std::array<Word<OutputForm>, 4> drawn_suffixes = {
    {{".pdf", OutputForm::pdf}, {".pptx", OutputForm::pptx}, {".json", OutputForm::json}, {".page", OutputForm::page}}};
constexpr std::array<Word<OutputForm>, 1> printed_suffixes = {{{".pdf", OutputForm::pdf}}};
constexpr std::array<Word<OutputForm>, 2> converted_suffixes = {{{".yaml", OutputForm::yaml}, {".yml", OutputForm::yaml}}};
constexpr std::array<Word<DiagnosticForm>, 2> diagnostic_forms = {{{"text", DiagnosticForm::text}, {"json", DiagnosticForm::json}}};
constexpr std::array<Word<PptxFonts>, 3> pptx_font_modes = {
    {{"embed", PptxFonts::embed}, {"office", PptxFonts::office}, {"named", PptxFonts::named}}};
constexpr std::array<Word<ConnectorForm>, 2> connector_forms = {{{"live", ConnectorForm::live}, {"exact", ConnectorForm::exact}}};
constexpr std::array<Word<bool>, 2> yes_or_no = {{{"yes", true}, {"no", false}}};

/// One sentence on what is wrong with the command line; thrown and caught in this file.
struct Mistake {
  std::string message;
};

template <class T, std::size_t N>
std::optional<T> find_word(const std::array<Word<T>, N>& words, std::string_view name) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word<T>& word) { return word.name == name; });
  return found == words.end() ? std::nullopt : std::optional<T>(found->value);
}

template <class T, std::size_t N>
std::string choice_of(const std::array<Word<T>, N>& words) {
  std::vector<std::string_view> names;
  for (const Word<T>& word : words) names.push_back(word.name);
  return one_of(names);
}

template <class T, std::size_t N>
T need_word(const std::array<Word<T>, N>& words, std::string_view option, std::string_view name) {
  if (const auto value = find_word(words, name)) return *value;
  throw Mistake{fmt::format("{} takes {}, not '{}'", option, choice_of(words), name)};
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string help = did_you_mean(word, known);
  return help.empty() ? "" : "; " + help;
}

/// The words as written, before they are understood.
struct Words {
  std::string input, page, theme, from, keep_colors, connectors, pptx_fonts, diagnostics, each, icon_word;
  std::vector<std::string> outputs, settings, parameter_files;
  PrintWords print;
  bool strict = false, quiet = false, verbose = false, allow_outside = false, help = false, version = false, licenses = false;
};

void declare(CLI::App& app, Words& words) {
  app.set_help_flag();
  app.fallthrough();
  app.require_subcommand(0, 1);
  app.add_option("IN", words.input);
  app.add_option("-o,--output", words.outputs)->allow_extra_args(false);
  app.add_option("--page", words.page);
  app.add_option("--theme", words.theme);
  app.add_option("--set", words.settings)->allow_extra_args(false);
  app.add_option("--params", words.parameter_files)->allow_extra_args(false);
  app.add_option("--each", words.each);
  app.add_option("--from", words.from);
  app.add_option("--keep-colors", words.keep_colors);
  app.add_option("--connectors", words.connectors);
  app.add_option("--pptx-fonts", words.pptx_fonts);
  app.add_option("--diagnostics", words.diagnostics);
  app.add_option("--per-page", words.print.per_page);
  app.add_option("--paper", words.print.paper);
  app.add_option("--poster", words.print.poster);
  app.add_option("--tile", words.print.tile);
  app.add_flag("--notes", words.print.notes);
  app.add_flag("--lines", words.print.lines);
  app.add_flag("--steps", words.print.steps);
  app.add_flag("--strict", words.strict);
  app.add_flag("-q,--quiet", words.quiet);
  app.add_flag("-v,--verbose", words.verbose);
  app.add_flag("--allow-outside", words.allow_outside);
  app.add_flag("-h,--help", words.help);
  app.add_flag("--version", words.version);
  app.add_flag("--licenses", words.licenses);
  for (const auto& action : actions) app.add_subcommand(std::string(action.name))->fallthrough()->set_help_flag();
}

/// CLI11's complaint in our words.
std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (!unknown.empty() && unknown.front().starts_with("-")) {
    const std::string name = unknown.front().substr(0, unknown.front().find('='));
    return fmt::format(
        "unknown option '{}'{}", name,
        suggestion(name, {"--output",        "--page",       "--theme",      "--set",         "--params", "--each",   "--from",
                          "--keep-colors",   "--connectors", "--pptx-fonts", "--per-page",    "--paper",  "--poster", "--tile",
                          "--notes",         "--lines",      "--steps",      "--diagnostics", "--strict", "--quiet",  "--verbose",
                          "--allow-outside", "--help",       "--version",    "--licenses"}));
  }
  if (!unknown.empty()) return fmt::format("one input at a time: '{}' is one too many", unknown.front());
  std::string text = error.what();
  if (const auto colon = text.find(": "); colon != std::string::npos && text.find("required") != std::string::npos) {
    return fmt::format("{} needs a value", text.substr(0, colon));
  }
  return text;
}

Action action_of(const CLI::App& app) {
  for (const auto& action : actions) {
    if (app.got_subcommand(std::string(action.name))) return action.value;
  }
  return Action::draw;
}

template <std::size_t N>
OutputFile output_file(const std::string& path, const std::array<Word<OutputForm>, N>& suffixes) {
  for (const auto& suffix : suffixes) {
    if (path.size() > suffix.name.size() && path.ends_with(suffix.name)) return {path, suffix.value};
  }
  throw Mistake{fmt::format("'{}' says no format; its suffix must be {}", path, choice_of(suffixes))};
}

void read_outputs(const Words& words, CommandLine& line) {
  std::set<std::filesystem::path> seen;
  for (const std::string& path : words.outputs) {
    const std::filesystem::path place = std::filesystem::path(path).lexically_normal();
    if (!seen.insert(place).second) throw Mistake{fmt::format("output '{}' is given twice", path)};
    if (place == std::filesystem::path(line.input).lexically_normal())
      throw Mistake{fmt::format("output '{}' would overwrite the input", path)};
    line.outputs.push_back(line.action == Action::convert   ? output_file(path, converted_suffixes)
                           : line.action == Action::handout ? output_file(path, printed_suffixes)
                                                            : output_file(path, drawn_suffixes));
  }
  const bool writes = line.action == Action::draw || line.action == Action::handout || line.action == Action::convert;
  if (writes && line.outputs.empty()) {
    throw Mistake{line.action == Action::draw      ? "no output is named; add -o FILE.pdf or -o FILE.pptx"
                  : line.action == Action::handout ? "no output is named; add -o FILE.pdf"
                                                   : "no output is named; add -o FILE.yaml"};
  }
  if (!writes && !line.outputs.empty()) throw Mistake{"only drawing and convert write files; leave -o out"};
}

void read_input(const Words& words, CommandLine& line) {
  const bool lists_own_fonts = line.action == Action::fonts && !words.input.empty();
  const bool reads = line.action == Action::draw || line.action == Action::handout || line.action == Action::check ||
                     line.action == Action::convert || lists_own_fonts;
  if (!reads) {
    if (!words.input.empty() && line.action != Action::icons) throw Mistake{fmt::format("'{}' is one word too many", words.input)};
    line.word = words.input;
    return;
  }
  line.input = words.input;
  if (line.input.empty()) throw Mistake{"no input is named; try 'drawplate flow.yaml -o flow.pdf', or --help"};
  if (!words.from.empty()) line.form = need_word(input_forms, "--from", words.from);
  if (!line.form) line.form = input_form_of(line.input);
  if (!line.form && line.input == "-") throw Mistake{"standard input has no suffix; add --from yaml, mermaid, dot or markdown"};
}

void read_page_and_theme(const Words& words, CommandLine& line) {
  if (!words.page.empty()) {
    line.page = parse_page_size(words.page);
    if (!line.page) {
      throw Mistake{fmt::format("'{}' is no page size{}", words.page, suggestion(words.page, page_size_names()))};
    }
  }
  if (words.theme.empty()) return;
  const std::vector<std::string_view> themes = built_in_theme_names();
  if (!names_theme_file(words.theme) && std::find(themes.begin(), themes.end(), words.theme) == themes.end()) {
    throw Mistake{fmt::format("there is no theme '{}'{}", words.theme, suggestion(words.theme, themes))};
  }
  line.theme = words.theme;
}

void read_settings(const Words& words, CommandLine& line) {
  for (const std::string& setting : words.settings) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) throw Mistake{fmt::format("--set takes NAME=VALUE, not '{}'", setting)};
    line.settings.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
  }
  line.parameter_files = words.parameter_files;
  line.each = words.each;
  if (line.each.empty()) return;
  if (line.action != Action::draw) throw Mistake{"--each is for drawing alone"};
  for (const OutputFile& output : line.outputs) {
    if (output.path.find('{') == std::string::npos)
      throw Mistake{
          fmt::format("with --each, '{}' would be written again for each row; name a column, as in 'out/{{id}}.pdf'", output.path)};
  }
}

void read_printing(const Words& words, CommandLine& line) {
  const auto options = read_print_words(words.print, line.action == Action::handout);
  if (!options) throw Mistake{options.error().message};
  line.print = *options;
}

CommandLine understand(const Words& words, Action action) {
  CommandLine line;
  line.action = action;
  read_input(words, line);
  read_outputs(words, line);
  read_page_and_theme(words, line);
  read_settings(words, line);
  read_printing(words, line);
  if (!words.keep_colors.empty()) line.keep_colors = need_word(yes_or_no, "--keep-colors", words.keep_colors);
  if (!words.pptx_fonts.empty()) line.pptx_fonts = need_word(pptx_font_modes, "--pptx-fonts", words.pptx_fonts);
  if (!words.connectors.empty()) line.connectors = need_word(connector_forms, "--connectors", words.connectors);
  if (!words.diagnostics.empty()) line.diagnostics = need_word(diagnostic_forms, "--diagnostics", words.diagnostics);
  line.strict = words.strict;
  line.quiet = words.quiet;
  line.verbose = words.verbose;
  line.allow_outside = words.allow_outside;
  return line;
}

NothingToRun mistake(std::string_view message) { return {ExitStatus::command_line_at_fault, fmt::format("drawplate: {}\n", message)}; }

}  // namespace

bool names_theme_file(std::string_view theme) {
  return theme.ends_with(".yaml") || theme.ends_with(".yml") || theme.find('/') != std::string_view::npos;
}

tl::expected<CommandLine, NothingToRun> parse_command_line(int argc, const char* const* argv) {
  CLI::App app;
  Words words;
  declare(app, words);
  try {
    app.parse(argc, argv);
    if (words.help) return tl::unexpected(NothingToRun{ExitStatus::written, std::string(help_text)});
    if (words.version) return tl::unexpected(NothingToRun{ExitStatus::written, "drawplate " DRAWPLATE_VERSION "\n"});
    if (words.licenses) {
      CommandLine line;
      line.action = Action::licenses;
      return line;
    }
    return understand(words, action_of(app));
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(mistake(complaint(app, error)));
  } catch (const Mistake& wrong) {
    return tl::unexpected(mistake(wrong.message));
  }
}

}  // namespace drawplate
