// Mermaid's label texts: finding where one ends, and turning it into RichText with its Font Awesome icon taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/cursor.h"
#include "base/diagnostic.h"
#include "deck/model/diagram.h"
#include "deck/syntax/input.h"

namespace drawplate {

struct MermaidText {
  enum class Kind : std::uint8_t { plain, quoted, markdown } kind = Kind::plain;
  PlacedText text;  ///< without quotes and backticks
};

/// A longer label has no end.
inline constexpr std::size_t max_label_bytes = 20'000;

/// Reads a quoted or a markdown string that begins at the cursor; nothing where none begins or none ends.
std::optional<MermaidText> read_mermaid_string(Cursor& cursor);

/// Reads a text up to the first of `closers`, which is stepped over; `found` becomes its index. The text may be a string.
/// Unquoted text holds balanced brackets of the kind that `opener` is of, and goes on in the next line only where no bracket stands in it.
/// Where the text does not end, the cursor stays.
std::optional<MermaidText> read_mermaid_text(Cursor& cursor, char opener, std::span<const std::string_view> closers, std::size_t& found);

struct MermaidLabel {
  RichText text;
  Icon icon;  ///< the first icon named in the text
};

/// Arguments replace `{name}` where they define the name; any other brace is text.
MermaidLabel read_mermaid_label(const MermaidText& text, const Arguments& arguments, Report& report);

}  // namespace drawplate
