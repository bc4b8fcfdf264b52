// Which faces a presentation uses, with which characters, and the parts that embed them. It knows no slide's layout.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

/// The characters that each face sets, bullets, tables and formulas included.
std::map<FaceId, std::set<char32_t>> characters_by_face(const Document& document);

/// One family of p:embeddedFontLst: at most one face a style.
struct EmbeddedFamily {
  std::string typeface;
  std::array<std::optional<std::string>, 4> styles;  ///< files: regular, bold, italic, bold italic
};

/// The families to embed, by name. A face whose licence forbids it, or that cannot be made a TrueType file, is left out.
std::vector<EmbeddedFamily> embedded_families(const Document& document, const FontCatalog& fonts);

}  // namespace drawplate
