// See write_formula.h.
#include "pptx/write_formula.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/page/page_walk.h"
#include "pptx/deck_design.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"
#include "pptx/write_freeform.h"
#include "pptx/write_names.h"

namespace drawplate {
namespace {

/// A formula's names; its TeX is what it says where the author said nothing else.
ShapeNames spoken_formula(const SlideScope& scope, const Item& item, const Formula& formula) {
  ShapeNames names = names_of(scope, item, "Formula");
  if (names.alt.empty()) names.alt = formula.tex;
  return names;
}

/// A formula as drawn: what readers show that know no Office Math.
Freeform drawn(const SlideScope& scope, const Formula& formula) {
  Freeform drawing;
  drawing.box = formula.box;
  Path all;
  const auto add = [&](const Path& path) { all.elements.insert(all.elements.end(), path.elements.begin(), path.elements.end()); };
  for (const Rect& rule : formula.rules)
    add(Path()
            .move_to({rule.left(), rule.top()})
            .line_to({rule.right(), rule.top()})
            .line_to({rule.right(), rule.bottom()})
            .line_to({rule.left(), rule.bottom()})
            .close());
  for (const GlyphRun& run : formula.runs) {
    const Face& face = scope.text.fonts.face(run.face);
    Pt x = run.origin.x;
    for (const Glyph& glyph : run.glyphs) {
      add(transformed(face.outline(glyph.id), {run.size, 0, 0, run.size, x + glyph.offset.x, run.origin.y + glyph.offset.y}));
      x += glyph.advance;
    }
  }
  drawing.parts.push_back({std::move(all), Fill{formula.color}, std::nullopt});
  return drawing;
}

bool has_formulas(const TextBlock& block) {
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines)
      if (!line.formulas.empty()) return true;
  return false;
}

void draw_all(SlideScope& scope, const TextBlock& block) {
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines)
      for (const Line::InlineFormula& inside : line.formulas) {
        const Freeform drawing = drawn(scope, inside.formula);
        write_freeform(scope, {scope.next_id++, "formula", inside.formula.tex, "", false}, drawing);
      }
}

}  // namespace

bool has_formulas(const Item& item) {
  bool found = false;
  for_each_text(item, [&](const TextBlock& block) { found = found || has_formulas(block); });
  return found;
}

void write_native_formula(SlideScope& scope, const Item& item, const Formula& formula) {
  Pt size = 0;
  for (const GlyphRun& run : formula.runs) size = std::max(size, run.size);
  const auto element = scope.xml.element("p:sp");
  write_shape_head(scope, spoken_formula(scope, item, formula), ShapeUse::text_box);
  {
    const auto properties = scope.xml.element("p:spPr");
    write_frame(scope.xml, solid_frame(formula.box));
    write_preset_geometry(scope.xml, "rect");
    scope.xml.leaf("a:noFill");
  }
  const auto body = scope.xml.element("p:txBody");
  {
    const auto properties = scope.xml.element(
        "a:bodyPr", {{"wrap", "none"}, {"lIns", 0}, {"tIns", 0}, {"rIns", 0}, {"bIns", 0}, {"rtlCol", 0}, {"anchor", "ctr"}});
    scope.xml.leaf("a:noAutofit");
  }
  scope.xml.leaf("a:lstStyle");
  const auto paragraph = scope.xml.element("a:p");
  write_math(scope.xml, formula.tree, {size > 0 ? size : 18, formula.color, true}, scope.text.theme);
}

void write_drawn_formula(SlideScope& scope, const Item& item, const Formula& formula) {
  write_freeform(scope, spoken_formula(scope, item, formula), drawn(scope, formula));
}

void write_drawn_formulas(SlideScope& scope, const Item& item) {
  for_each_text(item, [&](const TextBlock& block) { draw_all(scope, block); });
}

}  // namespace drawplate
