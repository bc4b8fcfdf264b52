// A font program drawn from outlines, with a code for every character even where glyphs and characters part ways: a cluster's
// glyphs become one drawing, and its characters tile the cluster's width, so that whoever reads the text finds each character
// at a place of its own. It knows no texts.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "fonts/subset.h"

namespace drawplate {

/// Glyphs that are drawn together, in font units with y up from the cluster's origin.
struct ClusterShape {
  struct Part {
    std::uint16_t glyph = 0;
    int x = 0, y = 0;
    auto operator<=>(const Part&) const = default;
  };
  std::vector<Part> parts;  ///< none: the cluster is blank
  std::vector<int> slots;   ///< widths from left to right, one a character; the first slot holds the drawing
  auto operator<=>(const ClusterShape&) const = default;
};

struct DrawnFont {
  FontProgram program;
  std::vector<std::uint16_t> first_codes;  ///< of each cluster's slots; the others follow it
};

/// A TrueType program with glyph 0, these glyphs and these clusters. Fails where the face's licence bits forbid embedding, or
/// where there are more codes than a program can have.
[[nodiscard]] Result<DrawnFont> draw_font(const Face& face, std::span<const std::uint16_t> glyphs, std::span<const ClusterShape> clusters);

}  // namespace drawplate
