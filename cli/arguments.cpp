// CLI11 splits the words; what they mean is checked here, so that every mistake gets one plain sentence.
#include "cli/arguments.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <filesystem>
#include <set>
#include <span>
#include <string_view>
#include <variant>

#include "base/suggest.h"
#include "cli/help.h"
#include "cli/options.h"
#include "deck/diagrams/input_languages.h"
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
constexpr std::array<Word<OutputForm>, 4> drawn_suffixes = {
    {{".pdf", OutputForm::pdf}, {".pptx", OutputForm::pptx}, {".json", OutputForm::json}, {".page", OutputForm::page}}};
constexpr std::array<Word<OutputForm>, 1> printed_suffixes = {{{".pdf", OutputForm::pdf}}};
constexpr std::array<Word<OutputForm>, 2> converted_suffixes = {{{".yaml", OutputForm::yaml}, {".yml", OutputForm::yaml}}};
/// By the choices of their options, in order.
constexpr DiagnosticForm diagnostic_forms[] = {DiagnosticForm::text, DiagnosticForm::json};
constexpr PptxFonts pptx_font_modes[] = {PptxFonts::embed, PptxFonts::office, PptxFonts::named};
constexpr ConnectorForm connector_forms[] = {ConnectorForm::live, ConnectorForm::exact};
constexpr bool yes_or_no[] = {true, false};

/// One sentence on what is wrong with the command line; thrown and caught in this file.
struct Mistake {
  std::string message;
};

template <class T, std::size_t N>
std::string choice_of(const std::array<Word<T>, N>& words) {
  std::vector<std::string_view> names;
  for (const Word<T>& word : words) names.push_back(word.name);
  return one_of(names);
}

/// The value at the place of `word` among `names`.
template <class T>
T need_one_of(std::span<const std::string_view> names, std::span<const T> values, std::string_view option, std::string_view word) {
  assert(names.size() == values.size());
  const auto found = std::ranges::find(names, word);
  if (found == names.end()) throw Mistake{fmt::format("{} takes {}, not '{}'", option, one_of(names), word)};
  return values[static_cast<std::size_t>(found - names.begin())];
}

/// What an option's word, one of its choices, stands for; without one, what stood there before.
template <class T, std::size_t N>
void choose(T& to, std::string_view option, std::string_view word, const T (&values)[N]) {
  if (!word.empty()) to = need_one_of<T>(choices_of(find_option(option)), values, option, word);
}

std::vector<std::string_view> form_names() {
  std::vector<std::string_view> names;
  for (const InputLanguage& language : input_languages()) names.push_back(language.name);
  return names;
}

InputForm need_form(std::string_view word) {
  std::vector<InputForm> forms;
  for (const InputLanguage& language : input_languages()) forms.push_back(language.form);
  return need_one_of<InputForm>(form_names(), forms, "--from", word);
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string help = did_you_mean(word, known);
  return help.empty() ? "" : "; " + help;
}

void declare_option(CLI::App& app, const std::string& names, std::string& value) { app.add_option(names, value); }
void declare_option(CLI::App& app, const std::string& names, bool& given) { app.add_flag(names, given); }
void declare_option(CLI::App& app, const std::string& names, std::vector<std::string>& values) {
  app.add_option(names, values)->allow_extra_args(false);
}

void declare(CLI::App& app, Words& words) {
  app.set_help_flag();
  app.fallthrough();
  app.require_subcommand(0, 1);
  app.add_option("IN", words.input);
  for (const Option& option : options()) {
    const std::string names = option.short_name.empty() ? std::string(option.name) : fmt::format("{},{}", option.short_name, option.name);
    std::visit([&](auto* place) { declare_option(app, names, *place); }, option.place(words));
  }
  for (const auto& action : actions) app.add_subcommand(std::string(action.name))->fallthrough()->set_help_flag();
}

/// CLI11's complaint in our words.
std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (!unknown.empty() && unknown.front().starts_with("-")) {
    const std::string name = unknown.front().substr(0, unknown.front().find('='));
    std::vector<std::string_view> known;
    for (const Option& option : options()) known.push_back(option.name);
    return fmt::format("unknown option '{}'{}", name, suggestion(name, known));
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
  if (!words.from.empty()) line.form = need_form(words.from);
  if (!line.form) line.form = input_form_of(line.input);
  if (!line.form && line.input == "-") throw Mistake{fmt::format("standard input has no suffix; add --from {}", one_of(form_names()))};
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
  choose(line.keep_colors, "--keep-colors", words.keep_colors, yes_or_no);
  choose(line.pptx_fonts, "--pptx-fonts", words.pptx_fonts, pptx_font_modes);
  choose(line.connectors, "--connectors", words.connectors, connector_forms);
  choose(line.diagnostics, "--diagnostics", words.diagnostics, diagnostic_forms);
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
    if (words.help) return tl::unexpected(NothingToRun{ExitStatus::written, help_text()});
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
