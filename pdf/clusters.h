// A run of glyphs as clusters: the smallest pieces of text that glyphs stand for as a whole. It decides which glyphs say
// their text by themselves and which need ActualText.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "fonts/face.h"
#include "layout/page/page.h"

namespace drawplate::pdf {

struct Cluster {
  std::span<const Glyph> glyphs;  ///< one or more, visual order
  std::string_view text;          ///< may be empty
};

std::vector<Cluster> clusters_of(const GlyphRun& run);

/// The text of each glyph, where each stands for a part of its own: one glyph for any text, or as many glyphs as characters,
/// each the face's own for its character. Nothing otherwise.
std::optional<std::vector<std::string_view>> text_by_glyph(const Cluster& cluster, const Face& face);

/// What to say of each glyph where text_by_glyph knows nothing, for readers that pass ActualText over: the characters in turn,
/// the rest with the last glyph, and a zero-width space for glyphs beyond the last character.
std::vector<std::string_view> guessed_text_by_glyph(const Cluster& cluster);

/// True where the text has a private-use character, which says nothing to a reader by itself.
bool has_private_use(std::string_view text);

}  // namespace drawplate::pdf
