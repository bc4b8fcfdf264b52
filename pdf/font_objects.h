// The fonts of a file: which glyphs were used and what they say, their subsets, and the PDF objects that hold them: Type0,
// CIDFont, widths, ToUnicode. It knows no page.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "fonts/subset.h"
#include "layout/page/page.h"
#include "pdf/clusters.h"
#include "pdf/objects.h"
#include "pdf/slots.h"

namespace drawplate::pdf {

struct EmbeddedFont {
  const Face* face = nullptr;
  std::string resource;  ///< its name in the resources: "F1"
  FontProgram program;
  std::map<std::uint16_t, std::string> texts;  ///< glyph → the text ToUnicode gives for it
  std::optional<std::uint16_t> space;          ///< glyph that separates lines for readers of the text
  std::map<SlotForm, std::uint16_t> forms;     ///< drawings of whole clusters → the code of their first slot

  std::uint16_t code_of(std::uint16_t glyph) const;
  /// The width that the file states, in thousandths of the size.
  int width_of(std::uint16_t glyph) const;
  /// A width of the program, in thousandths of the size.
  int width_of_units(int units) const;
  /// True where ToUnicode alone would give another text than the cluster's.
  bool needs_actual_text(const Cluster& cluster) const;  ///< of clusters that have no form
};

using FontSet = std::map<FaceId, EmbeddedFont>;

/// Subsets of all faces that the pages' texts use. Fails where one may not be embedded.
[[nodiscard]] Result<FontSet> collect_fonts(std::span<const Page* const> pages, const FontCatalog& catalog);

/// Adds the fonts' objects; returns the Font dictionary for the resources.
Dict write_fonts(const FontSet& fonts, ObjectTable& objects);

/// The ToUnicode character map of one font.
std::string to_unicode_map(const EmbeddedFont& font);

}  // namespace drawplate::pdf
