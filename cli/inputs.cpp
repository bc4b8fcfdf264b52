// Each input by where it is named: on the command line, in the document, or nowhere, where there is a default.
#include "cli/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/limits.h"
#include "base/suggest.h"
#include "cli/document_files.h"
#include "cli/files.h"
#include "deck/model/blocks.h"
#include "deck/read_deck.h"
#include "deck/syntax/arguments.h"

namespace drawplate {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_side_file_bytes = 1u << 20;  ///< themes, parameters, icons
constexpr std::size_t max_own_icons = 1000;
constexpr std::string_view default_page = "16:9";
constexpr std::string_view default_theme = "mist";

/// Reads a file named on the command line; where it cannot be read that is an error of the input, without a place.
std::optional<SourceId> read_named_file(const std::string& path, std::size_t max_bytes, Inputs& inputs) {
  auto text = read_whole_file(path, max_bytes);
  const SourceId id = inputs.sources.add({path == "-" ? "<stdin>" : path, text ? std::move(*text) : std::string()});
  if (text) return id;
  inputs.report.error({id, 0, 0}, "cannot read it: " + text.error().message).has_place = false;
  return std::nullopt;
}

Arguments read_arguments(const CommandLine& line, Inputs& inputs) {
  // A value that is there already stays, so the strongest come first.
  Arguments arguments;
  for (const auto& [name, value] : line.row_values) arguments.values.insert_or_assign(name, value);
  for (const auto& [name, value] : line.settings) arguments.values.insert_or_assign(name, value);
  for (auto path = line.parameter_files.rbegin(); path != line.parameter_files.rend(); ++path) {
    const auto source = read_named_file(*path, max_side_file_bytes, inputs);
    if (source) read_parameters(inputs.sources, *source, arguments, inputs.report);
  }
  return arguments;
}

/// A name that stands nowhere in the text is a slip of the pen: its value would be given to nothing without a word.
void look_for_settings(const CommandLine& line, SourceId source, Inputs& inputs) {
  const std::string_view text = inputs.sources.get(source).text;
  for (const auto& [name, value] : line.settings) {
    if (text.find(name) != std::string_view::npos) continue;
    inputs.report.warning({source, 0, 0}, fmt::format("it has no parameter '{}', which --set gives a value", name)).has_place = false;
  }
}

void say_of_no_form(SourceId source, Inputs& inputs) {
  std::vector<std::string_view> suffixes, names;
  for (const InputLanguage& language : input_languages()) {
    suffixes.push_back(language.suffixes.front());
    names.push_back(language.name);
  }
  Diagnostic& error = inputs.report.error({source, 0, 0}, "its suffix tells no form");
  error.help(fmt::format("name it {}, or add --from {}", one_of(suffixes), one_of(names))).has_place = false;
}

Theme choose_theme(const CommandLine& line, const Deck& deck, Inputs& inputs) {
  const bool from_line = line.theme.has_value();
  const std::string name = from_line ? *line.theme : !deck.theme.empty() ? deck.theme : std::string(default_theme);
  if (names_theme_file(name)) {
    const auto source =
        from_line ? read_named_file(name, max_side_file_bytes, inputs) : read_file_of_document(line, name, deck.theme_origin, inputs);
    return source ? read_theme(inputs.sources, *source, inputs.report) : *find_built_in_theme(default_theme);
  }
  if (auto theme = find_built_in_theme(name)) return *theme;
  inputs.report.error(deck.theme_origin, fmt::format("there is no theme '{}'", name)).help(did_you_mean(name, built_in_theme_names()));
  return *find_built_in_theme(default_theme);
}

PageSize choose_page(const CommandLine& line, const Deck& deck, Inputs& inputs) {
  if (line.page) return *line.page;
  if (const auto page = parse_page_size(deck.page.empty() ? default_page : deck.page)) return *page;
  inputs.report.error(deck.page_origin, fmt::format("'{}' is no page size", deck.page)).help(did_you_mean(deck.page, page_size_names()));
  return {};
}

bool is_own_icon(const Icon& icon) { return icon.name.ends_with(".svg"); }

void read_own_icons(const CommandLine& line, const Diagram& diagram, Inputs& inputs) {
  const auto read = [&](const Icon& icon) {
    if (!is_own_icon(icon) || inputs.own_icons.contains(icon.name) || inputs.own_icons.size() >= max_own_icons) return;
    inputs.own_icons.emplace(icon.name, unknown_icon());
    const auto source = read_file_of_document(line, icon.name, icon.origin, inputs);
    if (!source) return;
    if (auto drawing = read_svg_icon(inputs.sources, *source, inputs.report)) inputs.own_icons[icon.name] = std::move(*drawing);
  };
  for (const Node& node : diagram.nodes) read(node.icon);
  for (const Group& group : diagram.groups) read(group.icon);
}

void read_own_icons(const CommandLine& line, const Slide& slide, Inputs& inputs) {
  const auto read = [&](const AnyDiagram& diagram) {
    std::visit([&](const Diagram& of_its_sort) { read_own_icons(line, of_its_sort, inputs); }, diagram);
  };
  if (slide.whole_page) read(*slide.whole_page);
  for_each_diagram(slide.blocks, read);
}

}  // namespace

Inputs read_inputs(const CommandLine& line) {
  Inputs inputs;
  const auto source = read_named_file(line.input, max_input_bytes, inputs);
  Arguments arguments = read_arguments(line, inputs);
  if (!source) return inputs;
  if (!line.form) {
    say_of_no_form(*source, inputs);
    return inputs;
  }
  arguments.read_file = [&](std::string_view name, Span origin) { return read_file_of_document(line, std::string(name), origin, inputs); };
  inputs.deck = read_deck(inputs.sources, *source, *line.form, arguments, inputs.report);
  look_for_settings(line, *source, inputs);
  inputs.theme = choose_theme(line, inputs.deck, inputs);
  inputs.page = choose_page(line, inputs.deck, inputs);
  for (const Slide& slide : inputs.deck.slides) read_own_icons(line, slide, inputs);
  read_pictures(line, inputs);
  return inputs;
}

const AnyDiagram* lone_diagram(const Deck& deck) {
  return !deck.slides.empty() && deck.slides.front().whole_page ? &*deck.slides.front().whole_page : nullptr;
}

}  // namespace drawplate
