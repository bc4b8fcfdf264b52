// Character references of HTML ("&amp;", "&#x2192;") and Mermaid's own spelling of them ("#quot;", "#9829;").
// The names are those of HTML 4 and the ones seen in diagrams beyond it; it knows no tags.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace drawplate {

struct EntityMatch {
  std::string text;    ///< UTF-8
  std::size_t length;  ///< bytes of the reference, with its ';'
};

/// The reference at the begin of `text`, which starts with `mark` ('&' or '#'); nothing where there is none.
std::optional<EntityMatch> match_entity(std::string_view text, char mark);

/// `text` with every "&name;" replaced; unknown names stay as they are.
std::string decode_entities(std::string_view text);

}  // namespace drawplate
