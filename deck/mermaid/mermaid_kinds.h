// The kinds of Mermaid diagram that are not flowcharts, by the word that each begins with: the one table of them.
// It reads no diagram.
#pragma once

#include <optional>
#include <string_view>

namespace drawplate {

/// "a sequence diagram" for "sequenceDiagram"; a variant ("-beta", "-v2") counts as its kind. Nothing where the word begins a
/// flowchart, or no diagram that is known.
std::optional<std::string_view> undrawn_mermaid_kind(std::string_view word);
/// The word that a diagram begins with, behind front matter and comments; empty where there is none.
std::string_view mermaid_header(std::string_view text);

}  // namespace drawplate
