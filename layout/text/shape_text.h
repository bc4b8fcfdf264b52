// Items to glyphs with HarfBuzz: advances, offsets, and where the text may be cut without shaping again.
// It knows nothing of lines; widths of any stretch of text are differences of one running sum.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layout/text/itemize.h"

struct hb_buffer_t;

namespace drawplate {

struct ShapedGlyph {
  std::uint16_t id = 0;
  bool unsafe_to_break = false;  ///< cutting the text before this cluster changes glyphs
  std::uint32_t cluster = 0;     ///< first byte in StyledText::text
  Pt advance = 0;                ///< with kerning and letter spacing
  Vec offset;                    ///< y down
};

/// The item's letter spacing: none in scripts whose letters are joined or stand in clusters.
Pt letter_spacing(const TextItem& item, const RunStyle& style);

/// The size an item is set in. Faces that stand for Office's are set in whole sizes of a 600 dpi device, the next larger ones:
/// LibreOffice measures these so, and a presentation that names them cannot say how wide their letters are.
Pt set_size(const TextItem& item, const RunStyle& style, const FontCatalog& fonts);

/// One item's glyphs in visual order, left to right.
using ShapedGlyphs = std::vector<ShapedGlyph>;

/// Shapes stretches of one text. `text` and `fonts` outlive it.
class Shaper {
 public:
  Shaper(const StyledText& text, std::string_view lang, const FontCatalog& fonts);
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;
  ~Shaper();

  /// [begin, end) of the item, as it looks where a line begins at `begin` and ends at `end`.
  ShapedGlyphs shape(const TextItem& item, std::uint32_t begin, std::uint32_t end);
  ShapedGlyphs shape(const TextItem& item) { return shape(item, item.begin, item.end); }
  const FontCatalog& fonts() const { return fonts_; }

 private:
  const StyledText& text_;
  const FontCatalog& fonts_;
  hb_buffer_t* buffer_;
  std::string lang_;
};

/// A whole paragraph shaped as if on one line.
struct ShapedText {
  std::vector<TextItem> items;       ///< logical order
  std::vector<ShapedGlyphs> glyphs;  ///< one entry an item
  std::vector<Pt> offset_at;         ///< of each byte and the end: sum of the advances before it in logical order
  std::vector<bool> starts_cluster;  ///< of each byte and the end
  std::uint8_t base_level = 0;

  Pt width(std::uint32_t begin, std::uint32_t end) const { return end > begin ? offset_at[end] - offset_at[begin] : 0; }
};

ShapedText shape_text(const StyledText& text, Itemized items, Shaper& shaper);

}  // namespace drawplate
