// A face with an OpenType MATH table: its constants, glyph boxes, larger variants and letters of its alphabets.
// (OpenType 1.9, "MATH - The mathematical typesetting table".) It knows nothing of formulas.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "deck/math/math.h"
#include "fonts/catalog.h"

namespace drawplate::math {

/// The constants that setting formulas needs, by the table's names.
enum class Constant : std::uint8_t {
  axis_height,
  superscript_shift_up,
  superscript_bottom_min,
  superscript_drop_max,
  subscript_shift_down,
  subscript_top_max,
  subscript_drop_min,
  script_gap_min,
  space_after_script,
  upper_limit_gap_min,
  upper_limit_rise_min,
  lower_limit_gap_min,
  lower_limit_drop_min,
  fraction_rule,
  numerator_shift_up,
  numerator_display_shift_up,
  denominator_shift_down,
  denominator_display_shift_down,
  fraction_gap_min,
  fraction_display_gap_min,
  radical_gap,
  radical_display_gap,
  radical_rule,
  radical_kern_before_degree,
  radical_kern_after_degree,
  accent_base_height,
  overbar_gap,
  overbar_rule,
  display_operator_min_height,
  count_
};

/// A glyph's place: width is its advance; ascent and descent are of its ink, down positive below the baseline.
struct GlyphBox {
  std::uint32_t glyph = 0;
  Pt width = 0, ascent = 0, descent = 0, italic = 0;
};

/// A large shape put together: glyphs with their baselines' height above the shape's foot.
struct Assembly {
  struct Part {
    std::uint32_t glyph = 0;
    Pt rise = 0;
  };
  std::vector<Part> parts;
  Pt height = 0, width = 0;
};

class MathFace {
 public:
  explicit MathFace(const Face& face) : face_(face) {}

  Pt constant(Constant constant, Pt size) const;
  /// How much smaller scripts are set: 0.7 and 0.5 or so.
  double script_scale(int depth) const;
  Pt radical_degree_raise() const;  ///< in parts of the radical's height

  std::optional<std::uint32_t> glyph(char32_t character) const { return face_.nominal_glyph(character); }
  GlyphBox box(std::uint32_t glyph, Pt size) const;
  /// The smallest variant at least `wanted` high (or wide), or the largest there is.
  GlyphBox variant(std::uint32_t glyph, bool is_vertical, Pt wanted, Pt size) const;
  /// Parts at least `wanted` high; nothing where the face has none for this glyph.
  std::optional<Assembly> assembly(std::uint32_t glyph, Pt wanted, Pt size) const;

 private:
  Pt to_points(int units, Pt size) const { return units * size / face_.units_per_em(); }

  const Face& face_;
};

/// The character's form in an alphabet (Unicode's mathematical alphanumerics), or itself where it has none.
char32_t in_alphabet(char32_t character, MathAlphabet alphabet);

}  // namespace drawplate::math
