// The rows. A new language of diagrams is an enumerator, a row, and a reader in a folder of its own.
#include "deck/diagrams/input_languages.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/cursor.h"
#include "deck/dot/dot.h"
#include "deck/mermaid/mermaid.h"
#include "deck/yaml/yaml_diagram.h"

namespace drawplate {
namespace {

/// A reader of one sort of diagram as one of any.
template <auto Read>
AnyDiagram read_any(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report) {
  return Read(sources, source, arguments, report);
}

constexpr std::string_view yaml_suffixes[] = {".yaml", ".yml", ".json"}, yaml_fences[] = {"diagram", "drawplate"};
constexpr std::string_view mermaid_suffixes[] = {".mmd", ".mermaid"}, mermaid_fences[] = {"mermaid"};
constexpr std::string_view dot_suffixes[] = {".dot", ".gv"}, dot_fences[] = {"dot", "graphviz"};
constexpr std::string_view markdown_suffixes[] = {".md"};

constexpr InputLanguage languages[] = {
    {InputForm::yaml, "yaml", yaml_suffixes, yaml_fences, read_any<read_yaml_diagram>},
    {InputForm::mermaid, "mermaid", mermaid_suffixes, mermaid_fences, read_any<read_mermaid>},
    {InputForm::dot, "dot", dot_suffixes, dot_fences, read_any<read_dot>},
    {InputForm::markdown, "markdown", markdown_suffixes, {}},
};
static_assert([] {
  std::size_t i = 0;
  return std::ranges::all_of(languages, [&](const InputLanguage& language) { return static_cast<std::size_t>(language.form) == i++; });
}());

}  // namespace

std::span<const InputLanguage> input_languages() { return languages; }

const InputLanguage& language_of(InputForm form) { return languages[static_cast<std::size_t>(form)]; }

std::optional<InputForm> input_form_of(std::string_view name) {
  std::string lowered(name);
  std::ranges::transform(lowered, lowered.begin(), to_lower);
  for (const InputLanguage& language : languages) {
    if (std::ranges::any_of(language.suffixes, [&](std::string_view suffix) { return lowered.ends_with(suffix); })) return language.form;
  }
  return std::nullopt;
}

std::optional<InputForm> diagram_form_of_fence(std::string_view language) {
  const auto found = std::ranges::find_if(
      languages, [&](const InputLanguage& known) { return std::ranges::find(known.fence_names, language) != known.fence_names.end(); });
  return found == std::end(languages) ? std::nullopt : std::optional(found->form);
}

}  // namespace drawplate
