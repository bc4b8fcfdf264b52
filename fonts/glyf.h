// Outlines as TrueType's glyf table: cubic curves become quadratic ones, points whole font units. It knows nothing of faces.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace drawplate {

/// The three tables that hold outlines, and what other tables say of them.
struct GlyfTables {
  std::string glyf, loca, maxp;    ///< loca in its long form
  std::array<int, 4> box{};        ///< of all glyphs: left, bottom, right, top
  std::vector<int> left_bearings;  ///< by glyph
};

/// `outlines` by glyph: y down, 1 = 1 em. Curves are off by half a font unit at most, which is less than rounding costs.
GlyfTables write_glyf(std::span<const Path> outlines, unsigned units_per_em);

}  // namespace drawplate
