// See math_face.h.
#include "layout/math/math_face.h"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace drawplate::math {
namespace {

/// By Constant; the second is in parts of the size, for faces without the table.
struct ConstantEntry {
  hb_ot_math_constant_t name;
  double otherwise;
};
constexpr std::array<ConstantEntry, static_cast<std::size_t>(Constant::count_)> entries = {{
    {HB_OT_MATH_CONSTANT_AXIS_HEIGHT, 0.27},
    {HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP, 0.36},
    {HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN, 0.12},
    {HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX, 0.25},
    {HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN, 0.2},
    {HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX, 0.4},
    {HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN, 0.2},
    {HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN, 0.2},
    {HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT, 0.04},
    {HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN, 0.13},
    {HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN, 0.11},
    {HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN, 0.13},
    {HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN, 0.6},
    {HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, 0.06},
    {HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP, 0.4},
    {HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP, 0.68},
    {HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN, 0.35},
    {HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN, 0.69},
    {HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN, 0.06},
    {HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN, 0.15},
    {HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP, 0.08},
    {HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP, 0.15},
    {HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, 0.06},
    {HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE, 0.28},
    {HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE, -0.5},
    {HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT, 0.5},
    {HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP, 0.15},
    {HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS, 0.06},
    {HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT, 1.3},
}};

constexpr int most_parts = 60;  ///< of an assembly

/// Letters of an alphabet that stood in Unicode before it.
struct Hole {
  MathAlphabet alphabet;
  char32_t letter, form;
};
constexpr Hole holes[] = {
    {MathAlphabet::italic, U'h', 0x210E},        {MathAlphabet::double_struck, U'C', 0x2102}, {MathAlphabet::double_struck, U'H', 0x210D},
    {MathAlphabet::double_struck, U'N', 0x2115}, {MathAlphabet::double_struck, U'P', 0x2119}, {MathAlphabet::double_struck, U'Q', 0x211A},
    {MathAlphabet::double_struck, U'R', 0x211D}, {MathAlphabet::double_struck, U'Z', 0x2124}, {MathAlphabet::script, U'B', 0x212C},
    {MathAlphabet::script, U'E', 0x2130},        {MathAlphabet::script, U'F', 0x2131},        {MathAlphabet::script, U'H', 0x210B},
    {MathAlphabet::script, U'I', 0x2110},        {MathAlphabet::script, U'L', 0x2112},        {MathAlphabet::script, U'M', 0x2133},
    {MathAlphabet::script, U'R', 0x211B},        {MathAlphabet::script, U'e', 0x212F},        {MathAlphabet::script, U'g', 0x210A},
    {MathAlphabet::script, U'o', 0x2134},        {MathAlphabet::fraktur, U'C', 0x212D},       {MathAlphabet::fraktur, U'H', 0x210C},
    {MathAlphabet::fraktur, U'I', 0x2111},       {MathAlphabet::fraktur, U'R', 0x211C},       {MathAlphabet::fraktur, U'Z', 0x2128},
    {MathAlphabet::italic, 0x3F5, 0x1D716},      {MathAlphabet::italic, 0x3D1, 0x1D717},      {MathAlphabet::italic, 0x3D5, 0x1D719},
    {MathAlphabet::italic, 0x3F1, 0x1D71A},      {MathAlphabet::italic, 0x3D6, 0x1D71B},      {MathAlphabet::italic, 0x131, 0x1D6A4},
    {MathAlphabet::italic, 0x237, 0x1D6A5},
};

/// First forms of an alphabet; 0 where it has none.
struct Alphabet {
  char32_t capital, small, digit, greek_capital, greek_small;
};
/// By MathAlphabet.
constexpr std::array<Alphabet, 9> alphabets = {{{0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC},
                                                {0, 0, 0, 0, 0},
                                                {0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2},
                                                {0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736},
                                                {0x1D538, 0x1D552, 0x1D7D8, 0, 0},
                                                {0x1D49C, 0x1D4B6, 0, 0, 0},
                                                {0x1D504, 0x1D51E, 0, 0, 0},
                                                {0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0},
                                                {0x1D670, 0x1D68A, 0x1D7F6, 0, 0}}};

char32_t moved(char32_t character, char32_t first, char32_t last, char32_t to) {
  return to != 0 && character >= first && character <= last ? to + (character - first) : 0;
}

}  // namespace

char32_t in_alphabet(char32_t character, MathAlphabet alphabet) {
  for (const Hole& hole : holes)
    if (hole.alphabet == alphabet && hole.letter == character) return hole.form;
  const Alphabet& of = alphabets[static_cast<std::size_t>(alphabet)];
  for (const char32_t form :
       {moved(character, U'A', U'Z', of.capital), moved(character, U'a', U'z', of.small), moved(character, U'0', U'9', of.digit),
        moved(character, 0x391, 0x3A9, of.greek_capital), moved(character, 0x3B1, 0x3C9, of.greek_small)})
    if (form != 0) return form;
  return character;
}

Pt MathFace::constant(Constant constant, Pt size) const {
  const ConstantEntry& entry = entries[static_cast<std::size_t>(constant)];
  if (!hb_ot_math_has_data(face_.hb_face())) return entry.otherwise * size;
  return to_points(hb_ot_math_get_constant(face_.hb_font(), entry.name), size);
}

double MathFace::script_scale(int depth) const {
  const hb_ot_math_constant_t name =
      depth <= 1 ? HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN : HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN;
  const int percent = hb_ot_math_has_data(face_.hb_face()) ? hb_ot_math_get_constant(face_.hb_font(), name) : 0;
  return percent >= 30 && percent <= 100 ? percent / 100.0 : depth <= 1 ? 0.7 : 0.5;
}

Pt MathFace::radical_degree_raise() const {
  const int percent = hb_ot_math_has_data(face_.hb_face())
                          ? hb_ot_math_get_constant(face_.hb_font(), HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
                          : 0;
  return percent > 0 ? percent / 100.0 : 0.6;
}

GlyphBox MathFace::box(std::uint32_t glyph, Pt size) const {
  GlyphBox out{.glyph = glyph};
  out.width = to_points(hb_font_get_glyph_h_advance(face_.hb_font(), glyph), size);
  hb_glyph_extents_t extents{};
  if (hb_font_get_glyph_extents(face_.hb_font(), glyph, &extents)) {
    out.ascent = to_points(extents.y_bearing, size);
    out.descent = -to_points(extents.y_bearing + extents.height, size);
  }
  if (hb_ot_math_has_data(face_.hb_face())) out.italic = to_points(hb_ot_math_get_glyph_italics_correction(face_.hb_font(), glyph), size);
  return out;
}

GlyphBox MathFace::variant(std::uint32_t glyph, bool is_vertical, Pt wanted, Pt size) const {
  GlyphBox best = box(glyph, size);
  const auto extent = [&](const GlyphBox& of) { return is_vertical ? of.ascent + of.descent : of.width; };
  if (extent(best) >= wanted) return best;
  std::array<hb_ot_math_glyph_variant_t, 32> variants{};
  unsigned count = variants.size();
  hb_ot_math_get_glyph_variants(face_.hb_font(), glyph, is_vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR, 0, &count, variants.data());
  for (unsigned i = 0; i < count; ++i) {
    const GlyphBox own = box(variants[i].glyph, size);
    if (extent(own) > extent(best)) best = own;
    if (extent(best) >= wanted) break;
  }
  return best;
}

std::optional<Assembly> MathFace::assembly(std::uint32_t glyph, Pt wanted, Pt size) const {
  std::array<hb_ot_math_glyph_part_t, 16> parts{};
  unsigned count = parts.size();
  hb_ot_math_get_glyph_assembly(face_.hb_font(), glyph, HB_DIRECTION_BTT, 0, &count, parts.data(), nullptr);
  if (count == 0) return std::nullopt;
  const Pt overlap = to_points(hb_ot_math_get_min_connector_overlap(face_.hb_font(), HB_DIRECTION_BTT), size);
  const auto height_with = [&](int repeats) {
    Pt height = 0;
    for (unsigned i = 0; i < count; ++i) {
      const bool extends = (parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0;
      height += (to_points(parts[i].full_advance, size) - overlap) * (extends ? repeats : 1);
    }
    return height + overlap;
  };
  int repeats = 0;
  while (repeats < most_parts && height_with(repeats) < wanted) ++repeats;
  Assembly out;
  Pt foot = 0;
  for (unsigned i = 0; i < count; ++i) {
    const bool extends = (parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0;
    for (int r = 0; r < (extends ? repeats : 1); ++r) {
      const GlyphBox own = box(parts[i].glyph, size);
      out.parts.push_back({parts[i].glyph, foot + own.descent});
      out.width = std::max(out.width, own.width);
      foot += to_points(parts[i].full_advance, size) - overlap;
    }
  }
  out.height = foot + overlap;
  return out;
}

}  // namespace drawplate::math
