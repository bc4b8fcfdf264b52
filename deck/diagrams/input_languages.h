// The languages an author may write in, a row each: what --from, suffixes and fences call them, and who reads their diagrams.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "deck/model/any_diagram.h"
#include "deck/syntax/input.h"

namespace drawplate {

enum class InputForm : std::uint8_t { yaml, mermaid, dot, markdown };

struct InputLanguage {
  InputForm form = InputForm::yaml;
  std::string_view name;                          ///< what --from calls it
  std::span<const std::string_view> suffixes;     ///< of files, the usual one first
  std::span<const std::string_view> fence_names;  ///< of fences in Markdown that hold a diagram in it, in lower case
  /// Requires: is_fit_to_read. Null where the language's documents are decks and no diagrams.
  AnyDiagram (*read)(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report) = nullptr;
};

/// By InputForm.
std::span<const InputLanguage> input_languages();
const InputLanguage& language_of(InputForm form);

/// By the name's suffix, in capitals too. Nothing for others.
std::optional<InputForm> input_form_of(std::string_view name);
/// By a fence's language, in lower case. Nothing where that is none that diagrams are written in.
std::optional<InputForm> diagram_form_of_fence(std::string_view language);

}  // namespace drawplate
