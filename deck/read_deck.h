// The one door for all languages: picks the reader by the form, and sees that the text is one any output can hold.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "deck/deck.h"
#include "deck/diagnostic.h"

namespace drawplate {

enum class InputForm { yaml, mermaid, dot, markdown };

/// By the name's suffix: .yaml .yml .json, .mmd .mermaid, .dot .gv, .md. Nothing for others.
std::optional<InputForm> input_form_of(std::string_view name);

/// Larger inputs are refused before they are read.
inline constexpr std::size_t max_input_bytes = 16u << 20;
/// Deeper nesting is an error in every reader.
inline constexpr int max_nesting = 128;

/// A diagram with more nodes and groups, or more edges, than this is an error in every reader.
inline constexpr std::size_t max_nodes = 20'000, max_edges = 50'000;

/// False, with an error, where no reader may see the text: too large, not UTF-8, or with characters XML cannot hold.
bool is_fit_to_read(const SourceSet& sources, SourceId source, Report& report);

/// Values for `{name}` in texts, from the command line; they win over the document's own.
struct Arguments {
  std::map<std::string, std::string, std::less<>> values;
};

/// Reads a text file that the document names at `origin`, relative to the source that holds `origin`, into the run's sources.
/// Nothing, with an error, where it cannot be read.
using ReadFile = std::function<std::optional<SourceId>(std::string_view name, Span origin)>;

/// Never throws, never stops at the first error: everything wrong is in the report, and the deck holds what could be read.
/// A deck in Markdown may name files; without `read_file` each is an error.
Deck read_deck(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report,
               const ReadFile& read_file = {});

}  // namespace drawplate
