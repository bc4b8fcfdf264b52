// Text to items: stretches of one style, face, script and direction. It chooses a face for every grapheme cluster and finds
// the directions (UAX 9); it knows nothing of glyph positions or lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/text/collect_text.h"

namespace drawplate {

struct TextItem {
  std::uint32_t begin = 0, end = 0;  ///< bytes of StyledText::text; never across a "\n"
  std::uint32_t style = 0;
  FaceId face{};
  std::uint32_t script = 0;  ///< ISO 15924 tag, as HarfBuzz has it
  std::uint8_t level = 0;    ///< embedding level: odd is right to left
  std::string_view lang{};   ///< of its script where the paragraph's language is written in another; static
};

struct Itemized {
  std::vector<TextItem> items;    ///< in logical order
  std::uint8_t base_level = 0;    ///< of the paragraph: see base_direction.h
  std::vector<char32_t> missing;  ///< characters that no face has, each once, in order
};

/// What holds for a whole paragraph.
struct ParagraphScript {
  std::string_view lang;
  std::optional<TextDirection> direction;
  const FallbackFamilies& fallbacks;
};
Itemized itemize(const StyledText& text, const ParagraphScript& paragraph, FontCatalog& fonts);

}  // namespace drawplate
