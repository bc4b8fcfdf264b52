// Mermaid's node shapes: the bracket forms and the names of `@{ shape: … }`, and what each is drawn as.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "deck/model/diagram.h"

namespace drawplate {

/// "([text])" and the like. Where several share an opening, the closing decides.
struct MermaidBracket {
  std::string_view open, close;
  NodeShape shape;
};

/// Longest opening first.
std::span<const MermaidBracket> mermaid_brackets();
/// What a name of `@{ shape: … }` is drawn as; nothing for an unknown name.
std::optional<NodeShape> find_mermaid_shape(std::string_view name);
/// All names and aliases, for hints.
std::vector<std::string_view> mermaid_shape_names();

}  // namespace drawplate
