// Lengths. Inside drawplate every length is in points (1/72 inch), so a point is a plain double; what leaves the program
// in another unit is a type of its own, and each conversion happens, and rounds, in one function of this file.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace drawplate {

/// A length, or a coordinate, in points: 1/72 inch. x grows to the right, y grows down.
using Pt = double;

/// A length in multiples of the font size.
using Em = double;

/// English Metric Units, the whole-number unit of OOXML: 12 700 to the point, 914 400 to the inch.
struct Emu {
  std::int64_t value = 0;
  friend constexpr auto operator<=>(Emu, Emu) = default;
};

/// Nearest whole EMU. OOXML refuses fractions, so this is the only way from layout to OOXML.
inline Emu to_emu(Pt length) { return {std::llround(length * 12700.0)}; }

}  // namespace drawplate
