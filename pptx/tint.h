// A colour as a lighter or darker one of a theme colour, the way Office's palette makes its rows: so a recoloured theme
// recolours tints too. Arithmetic only.
#pragma once

#include <optional>

#include "base/color.h"

namespace drawplate {

/// a:lumMod and a:lumOff, in 1000ths of a percent: HSL lightness × mod + off (ECMA-376 part 1, 20.1.2.3.20 and 21).
struct Tint {
  int lum_mod = 100000, lum_off = 0;
  friend bool operator==(const Tint&, const Tint&) = default;
};

/// `base` with its lightness changed.
Rgb tinted(Rgb base, Tint tint);

/// The tint that makes `wanted` of `base` to the last bit; nothing where hue or saturation differ.
std::optional<Tint> find_tint(Rgb base, Rgb wanted);

}  // namespace drawplate
