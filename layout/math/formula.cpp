// See formula.h. One class walks the tree; each kind of node is one function that makes a box of its parts' boxes.
#include "layout/math/formula.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/math/math_box.h"
#include "layout/math/math_face.h"

namespace drawplate {
namespace math {
namespace {

/// TeX's styles; each further level is set smaller.
enum class Level : std::uint8_t { display, text, script, script_script };
Level scripts_of(Level level) { return level >= Level::script ? Level::script_script : Level::script; }

/// TeX's spaces between atoms, by class: 1 thin, 2 medium, 3 thick; negative ones only outside scripts (The TeXbook, chapter 18).
constexpr int spacing[8][8] = {{0, 1, -2, -3, 0, 0, 0, -1},     {1, 1, 0, -3, 0, 0, 0, -1},    {-2, -2, 0, 0, -2, 0, 0, -2},
                               {-3, -3, 0, 0, -3, 0, 0, -3},    {0, 0, 0, 0, 0, 0, 0, 0},      {0, 1, -2, -3, 0, 0, 0, -1},
                               {-1, -1, 0, -1, -1, -1, -1, -1}, {-1, 1, -2, -3, -1, 0, -1, -1}};
constexpr std::array<Em, 4> space_widths = {0, 3.0 / 18, 4.0 / 18, 5.0 / 18};

class Setter {
 public:
  Setter(const FormulaStyle& style, FaceId id, FontCatalog& fonts, Report& report)
      : style_(style), id_(id), face_(fonts.face(id)), fonts_(fonts), report_(report) {}

  MathBox row(const MathRow& nodes, Level level) {
    MathBox box;
    std::optional<MathClass> before;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const MathNode& node = nodes[i];
      MathBox part = set(node, level);
      if (node.kind == MathKind::space) {
        box.width += node.width * size_of(level);
        continue;
      }
      const MathClass own = class_of(nodes, i, before);
      append(box, std::move(part), before ? space_between(*before, own, level) : 0);
      before = own;
    }
    return box;
  }

 private:
  Pt size_of(Level level) const {
    return level <= Level::text ? style_.size : style_.size * face_.script_scale(level == Level::script ? 1 : 2);
  }
  Pt constant(Constant name, Level level) const { return face_.constant(name, size_of(level)); }
  Pt axis(Level level) const { return constant(Constant::axis_height, level); }

  Pt space_between(MathClass before, MathClass own, Level level) const {
    const int entry = spacing[static_cast<std::size_t>(before)][static_cast<std::size_t>(own)];
    if (entry < 0 && level >= Level::script) return 0;
    return space_widths[static_cast<std::size_t>(std::abs(entry))] * size_of(level);
  }

  /// A sign with nothing to join is an ordinary atom.
  static MathClass class_of(const MathRow& nodes, std::size_t index, std::optional<MathClass> before) {
    const MathClass own = nodes[index].atom;
    if (own != MathClass::binary) return own;
    const bool opens = !before || *before == MathClass::binary || *before == MathClass::relation || *before == MathClass::open ||
                       *before == MathClass::punctuation || *before == MathClass::large_operator;
    const bool closes = index + 1 == nodes.size() || nodes[index + 1].atom == MathClass::relation ||
                        nodes[index + 1].atom == MathClass::close || nodes[index + 1].atom == MathClass::punctuation;
    return opens || closes ? MathClass::ordinary : own;
  }

  MathBox set(const MathNode& node, Level level) {
    if (node.size == MathSize::display) level = Level::display;
    if (node.size == MathSize::text) level = Level::text;
    if (node.size == MathSize::script) level = Level::script;
    switch (node.kind) {
      case MathKind::symbol:
        return symbol(node, level);
      case MathKind::text:
        return words(node.text, size_of(level));
      case MathKind::space:
        return {};
      case MathKind::fraction:
        return fraction(node, level);
      case MathKind::root:
        return root(node, level);
      case MathKind::scripts:
        return scripts(node, level);
      case MathKind::fenced:
        return fence(row(part(node, 0), level), node.open, node.close, level);
      case MathKind::matrix:
        return fence(matrix(node, level), node.open, node.close, level);
      case MathKind::accent:
        return accent(node, level);
      case MathKind::group:
        return row(part(node, 0), level);
    }
    return {};
  }

  static const MathRow& part(const MathNode& node, std::size_t index) {
    static const MathRow nothing;
    return index < node.parts.size() ? node.parts[index] : nothing;
  }

  // Glyphs.

  GlyphRun run_of(std::uint32_t glyph, char32_t character, Pt advance, Pt size) const {
    GlyphRun run;
    run.face = id_;
    run.size = size;
    run.color = style_.color;
    run.text = to_utf8(character);
    run.glyphs.push_back({static_cast<std::uint16_t>(glyph), advance, {}, 0, static_cast<std::uint32_t>(run.text.size())});
    run.lang = style_.lang;
    return run;
  }

  MathBox box_of(const GlyphBox& glyph, char32_t character, Pt size) const {
    MathBox box{.width = glyph.width, .ascent = glyph.ascent, .descent = glyph.descent, .italic = glyph.italic};
    box.runs.push_back(run_of(glyph.glyph, character, glyph.width, size));
    return box;
  }

  MathBox character(char32_t c, Pt size) {
    const auto glyph = face_.glyph(c);
    return glyph ? box_of(face_.box(*glyph, size), c, size) : words(to_utf8(c), size);
  }

  MathBox symbol(const MathNode& node, Level level) {
    const std::u32string text = to_utf32(node.text);
    const Pt size = size_of(level);
    const bool is_sign = node.atom == MathClass::large_operator && text.size() == 1;
    if (is_sign) return large_operator(text.front(), level);
    MathBox box;
    for (const char32_t c : text) append(box, character(in_alphabet(c, node.alphabet), size));
    return box;
  }

  /// Larger in display, and with its middle on the axis.
  MathBox large_operator(char32_t c, Level level) {
    const Pt size = size_of(level);
    const auto glyph = face_.glyph(c);
    if (!glyph) return words(to_utf8(c), size);
    const Pt wanted = level == Level::display ? std::max(constant(Constant::display_operator_min_height, level), size * 1.25) : 0;
    return centred(box_of(face_.variant(*glyph, true, wanted, size), c, size), level);
  }

  MathBox centred(MathBox box, Level level) const {
    const Pt down = (box.ascent - box.descent) / 2 - axis(level);
    MathBox out;
    out.italic = box.italic;
    out.ascent = -1e6;
    out.descent = -1e6;
    put(out, std::move(box), {0, down});
    return out;
  }

  /// In the surrounding text's face.
  MathBox words(const std::string& text, Pt size) {
    ParagraphStyle style;
    style.text = style_.text;
    style.text.size = size;
    style.color = style_.color;
    style.breaking = Breaking::greedy;
    style.lang = style_.lang;
    style.keep_spaces = true;
    const LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = text}}, {}}, style, 1e5, fonts_, report_);
    MathBox box{.width = laid.width, .ascent = laid.cap_height, .descent = laid.descent * 0.5};
    if (laid.paragraph.lines.empty()) return box;
    for (GlyphRun run : laid.paragraph.lines.front().runs) {
      run.origin.y = 0;
      box.runs.push_back(std::move(run));
    }
    return box;
  }

  // Kinds of nodes.

  MathBox fraction(const MathNode& node, Level level) {
    const Level inner = level == Level::display ? Level::text : scripts_of(level);
    const bool display = level == Level::display;
    MathBox above = row(part(node, 0), inner), below = row(part(node, 1), inner);
    const Pt rule = node.line ? constant(Constant::fraction_rule, level) : 0, middle = axis(level);
    const Pt gap = constant(display ? Constant::fraction_display_gap_min : Constant::fraction_gap_min, level) * (node.line ? 1 : 1.6);
    const Pt up = std::max(constant(display ? Constant::numerator_display_shift_up : Constant::numerator_shift_up, level),
                           middle + rule / 2 + gap + above.descent);
    const Pt down = std::max(constant(display ? Constant::denominator_display_shift_down : Constant::denominator_shift_down, level),
                             gap + rule / 2 + below.ascent - middle);
    const Pt side = size_of(level) * 0.08, width = std::max(above.width, below.width) + 2 * side;
    MathBox box;
    const Pt above_x = (width - above.width) / 2, below_x = (width - below.width) / 2;
    put(box, std::move(above), {above_x, -up});
    put(box, std::move(below), {below_x, down});
    if (node.line) box.rules.push_back({side / 2, -middle - rule / 2, width - side, rule});
    box.width = width;
    return node.open.empty() && node.close.empty() ? box : fence(std::move(box), node.open, node.close, level);
  }

  MathBox root(const MathNode& node, Level level) {
    MathBox inner = row(part(node, 0), level);
    const Pt size = size_of(level), rule = constant(Constant::radical_rule, level);
    Pt gap = constant(level == Level::display ? Constant::radical_display_gap : Constant::radical_gap, level);
    MathBox sign = delimiter(U'√', inner.height() + gap + rule, size);
    gap += std::max(0.0, (sign.height() - inner.height() - gap - rule) / 2);
    const Pt top = inner.ascent + gap + rule;
    MathBox box;
    if (!part(node, 1).empty()) {
      MathBox degree = row(part(node, 1), Level::script_script);
      const Pt raise = face_.radical_degree_raise() * sign.height() - (sign.height() - top);
      const Pt before = constant(Constant::radical_kern_before_degree, level), after = constant(Constant::radical_kern_after_degree, level);
      const Pt x = std::max(0.0, before), width = degree.width;
      put(box, std::move(degree), {x, -std::max(raise, 0.0)});
      box.width = std::max(0.0, x + width + after);
    }
    const Pt sign_x = box.width, sign_width = sign.width, sign_ascent = sign.ascent, inner_width = inner.width;
    put(box, std::move(sign), {sign_x, sign_ascent - top});
    put(box, std::move(inner), {sign_x + sign_width, 0});
    box.rules.push_back({sign_x + sign_width, -top, inner_width, rule});
    box.width = sign_x + sign_width + inner_width + size * 0.06;
    return box;
  }

  MathBox scripts(const MathNode& node, Level level) {
    MathBox base = row(part(node, 0), level);
    const Level small = scripts_of(level);
    MathBox below = row(part(node, 1), small), above = row(part(node, 2), small);
    const bool has_below = !part(node, 1).empty(), has_above = !part(node, 2).empty();
    if (node.limits && level == Level::display) return limits(std::move(base), std::move(below), std::move(above), level);
    const Pt base_width = base.width, italic = base.italic;
    Pt up = std::max({constant(Constant::superscript_shift_up, level), base.ascent - constant(Constant::superscript_drop_max, level),
                      above.descent + constant(Constant::superscript_bottom_min, level)});
    Pt down = std::max({constant(Constant::subscript_shift_down, level), base.descent + constant(Constant::subscript_drop_min, level),
                        below.ascent - constant(Constant::subscript_top_max, level)});
    if (has_below && has_above) {
      const Pt missing = constant(Constant::script_gap_min, level) - (up - above.descent + down - below.ascent);
      if (missing > 0) down += missing;
    }
    MathBox box;
    put(box, std::move(base), {});
    if (has_above) put(box, std::move(above), {base_width + italic, -up});
    if (has_below) put(box, std::move(below), {base_width, down});
    box.width += constant(Constant::space_after_script, level);
    return box;
  }

  MathBox limits(MathBox base, MathBox below, MathBox above, Level level) const {
    const Pt width = std::max({base.width, below.width, above.width}), ascent = base.ascent, descent = base.descent;
    const Pt rise =
        ascent + std::max(constant(Constant::upper_limit_rise_min, level), constant(Constant::upper_limit_gap_min, level) + above.descent);
    const Pt drop =
        descent + std::max(constant(Constant::lower_limit_drop_min, level), constant(Constant::lower_limit_gap_min, level) + below.ascent);
    const auto middle = [&](const MathBox& box) { return (width - box.width) / 2; };
    MathBox box;
    const Pt base_x = middle(base), below_x = middle(below), above_x = middle(above);
    put(box, std::move(base), {base_x, 0});
    if (!below.runs.empty()) put(box, std::move(below), {below_x, drop});
    if (!above.runs.empty()) put(box, std::move(above), {above_x, -rise});
    box.width = width;
    return box;
  }

  /// A shape at least `wanted` high, with its own ascent and descent.
  MathBox delimiter(char32_t c, Pt wanted, Pt size) {
    const auto glyph = face_.glyph(c);
    if (!glyph) return words(to_utf8(c), size);
    const GlyphBox best = face_.variant(*glyph, true, wanted, size);
    if (best.ascent + best.descent >= wanted) return box_of(best, c, size);
    const std::optional<Assembly> built = face_.assembly(*glyph, wanted, size);
    if (!built || built->height <= best.ascent + best.descent) return box_of(best, c, size);
    MathBox box{.width = built->width, .ascent = built->height, .descent = 0};
    GlyphRun run = run_of(0, c, 0, size);
    run.glyphs.clear();
    const auto text_end = static_cast<std::uint32_t>(run.text.size());
    for (const Assembly::Part& piece : built->parts)
      run.glyphs.push_back({static_cast<std::uint16_t>(piece.glyph), 0, {0, -piece.rise}, run.glyphs.empty() ? 0 : text_end, text_end});
    box.runs.push_back(std::move(run));
    return box;
  }

  MathBox fence(MathBox inner, const std::string& open, const std::string& close, Level level) {
    if (open.empty() && close.empty()) return inner;
    const Pt middle = axis(level), reach = std::max(inner.ascent - middle, inner.descent + middle);
    const Pt wanted = std::max(2 * reach * 0.92, size_of(level) * 0.9);
    MathBox box;
    const auto add = [&](const std::string& text) {
      if (!text.empty()) append(box, centred(delimiter(to_utf32(text).front(), wanted, size_of(level)), level));
    };
    add(open);
    append(box, std::move(inner));
    add(close);
    return box;
  }

  MathBox matrix(const MathNode& node, Level level) {
    const auto columns = static_cast<std::size_t>(std::max(1, node.columns));
    const Level inner = level == Level::display ? Level::text : level;
    const Pt size = size_of(inner), column_gap = size * 0.9, row_gap = size * 0.35;
    std::vector<MathBox> cells;
    for (const MathRow& cell : node.parts) cells.push_back(row(cell, inner));
    const std::size_t rows = (cells.size() + columns - 1) / columns;
    std::vector<Pt> widths(columns, 0), ascents(rows, size * 0.65), descents(rows, size * 0.25);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i % columns] = std::max(widths[i % columns], cells[i].width);
      ascents[i / columns] = std::max(ascents[i / columns], cells[i].ascent);
      descents[i / columns] = std::max(descents[i / columns], cells[i].descent);
    }
    MathBox box;
    Pt y = 0;
    for (std::size_t r = 0; r < rows; ++r) {
      y += ascents[r];
      Pt x = 0;
      for (std::size_t c = 0; c < columns && r * columns + c < cells.size(); ++c) {
        MathBox& cell = cells[r * columns + c];
        const MathColumn align = c < node.alignment.size() ? node.alignment[c] : MathColumn::center;
        const Pt spare = widths[c] - cell.width;
        put(box, std::move(cell), {x + (align == MathColumn::left ? 0 : align == MathColumn::right ? spare : spare / 2), y});
        x += widths[c] + column_gap;
      }
      box.width = std::max(box.width, x - column_gap);
      y += descents[r] + (r + 1 < rows ? row_gap : 0);
    }
    box.ascent = 0;
    box.descent = y;
    return centred(std::move(box), level);
  }

  MathBox accent(const MathNode& node, Level level) {
    MathBox base = row(part(node, 0), level);
    const Pt width = base.width, size = size_of(level);
    if (node.stretches && (node.text == "‾" || node.text == "_")) {
      const Pt gap = constant(Constant::overbar_gap, level), rule = constant(Constant::overbar_rule, level);
      const Pt y = node.under ? base.descent + gap : -base.ascent - gap - rule;
      base.rules.push_back({0, y, width, rule});
      (node.under ? base.descent : base.ascent) += gap + rule;
      return base;
    }
    const char32_t mark = to_utf32(node.text).front();
    const auto glyph = face_.glyph(mark);
    if (!glyph) return base;
    const GlyphBox shape = node.stretches ? face_.variant(*glyph, false, width, size) : face_.box(*glyph, size);
    const Rect ink = control_box(fonts_.face(id_).outline(shape.glyph));
    const Pt x = (width + base.italic) / 2 - (ink.x + ink.width / 2) * size;
    const Pt ascent = base.ascent, descent = base.descent;
    const Pt shift = node.under ? descent + shape.ascent + size * 0.06
                                : -std::max(0.0, ascent - constant(Constant::accent_base_height, level)) -
                                      (node.stretches && shape.descent > -ascent * 0.5 ? ascent + shape.descent + size * 0.06 : 0);
    MathBox box;
    put(box, std::move(base), {});
    MathBox over = box_of(shape, mark, size);
    put(box, std::move(over), {x, shift});
    box.width = width;
    return box;
  }

  const FormulaStyle& style_;
  FaceId id_;
  MathFace face_;
  FontCatalog& fonts_;
  Report& report_;
};

}  // namespace
}  // namespace math

std::optional<Formula> set_formula(const std::string& tex, const FormulaStyle& style, FontCatalog& fonts, Report& report) {
  const Result<FaceId> face = fonts.match({style.family, 400, false});
  if (!face) return std::nullopt;
  math::Setter setter(style, *face, fonts, report);
  Formula out;
  out.tex = tex;
  out.tree = parse_math(tex);
  math::MathBox box = setter.row(out.tree, style.display ? math::Level::display : math::Level::text);
  out.box = {0, -box.ascent, box.width, box.ascent + box.descent};
  out.runs = std::move(box.runs);
  out.rules = std::move(box.rules);
  out.color = style.color;
  return out;
}

}  // namespace drawplate
