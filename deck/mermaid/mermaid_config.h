// What a Mermaid file says before its first statement: front matter between "---" lines, and "%%{init: …}%%" directives.
// Both are flattened to "a.b.c" → value; what the keys mean is decided by the reader.
#pragma once

#include <string>
#include <vector>

#include "base/cursor.h"

namespace drawplate {

struct MermaidSetting {
  std::string key;  ///< "title", "config.theme", "config.themeVariables.primaryColor"
  std::string value;
  Span span;  ///< of the value
};

/// Steps over front matter, if the cursor stands at one.
void read_front_matter(Cursor& cursor, std::vector<MermaidSetting>& settings);
/// Steps over a directive, or, where it has no end, over its line; the cursor stands at its "%%{". False where it has no end.
/// Keys begin with "config.", as in front matter.
bool read_directive(Cursor& cursor, std::vector<MermaidSetting>& settings);
/// Reads "{ key: value, … }" up to its '}', or "key: value" lines up to `end`, without nesting: what `@{ … }` holds.
/// The cursor stands after the '{', and stands after the '}' then. False where there is no end.
bool read_flat_mapping(Cursor& cursor, std::vector<MermaidSetting>& settings);

}  // namespace drawplate
