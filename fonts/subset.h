// A face and the glyphs that were used → a font program with little else in it, ready to be embedded in a PDF.
// It knows nothing of PDF objects; what presentations embed is made in office_face.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "base/result.h"
#include "fonts/face.h"

namespace drawplate {

struct FontProgram {
  enum class Format : std::uint8_t {
    true_type,  ///< an sfnt with glyf outlines and no cmap: FontFile2
    bare_cff    ///< the CFF table alone: FontFile3, subtype CIDFontType0C
  } format = Format::true_type;
  std::string bytes;
  std::array<Em, 4> box{};                      ///< of all glyphs, y up: left, bottom, right, top
  std::map<std::uint16_t, std::uint16_t> cids;  ///< glyph of the face → code that selects it in the program
};

/// Glyph 0 is always kept. Every axis of a variable face is pinned where the face is. Fails where the face's licence bits
/// forbid embedding.
[[nodiscard]] Result<FontProgram> subset_font(const Face& face, std::span<const std::uint16_t> glyphs);

}  // namespace drawplate
