// See shrink.h.
#include "layout/diagram/placed/shrink.h"

namespace drawplate {
namespace {

Point times(Point p, double by) { return {p.x * by, p.y * by}; }
Rect times(const Rect& r, double by) { return {r.x * by, r.y * by, r.width * by, r.height * by}; }

void shrink(GlyphRun& run, double by) {
  run.size *= by;
  run.letter_spacing *= by;
  run.origin = times(run.origin, by);
  for (Glyph& glyph : run.glyphs) {
    glyph.advance *= by;
    glyph.offset = glyph.offset * by;
  }
}

void shrink(Formula& formula, double by) {
  formula.box = times(formula.box, by);
  for (GlyphRun& run : formula.runs) shrink(run, by);
  for (Rect& rule : formula.rules) rule = times(rule, by);
}

void shrink(LaidOutParagraph& text, double by) {
  for (Pt* length : {&text.width, &text.height, &text.frame_width, &text.first_baseline, &text.cap_height, &text.x_height, &text.descent})
    *length *= by;
  text.paragraph.line_height *= by;
  for (Line& line : text.paragraph.lines) {
    for (Pt* length : {&line.baseline, &line.left, &line.width}) *length *= by;
    for (GlyphRun& run : line.runs) shrink(run, by);
    for (Line::InlineFormula& inlined : line.formulas) shrink(inlined.formula, by);
  }
}

void shrink(CardLayout& card, double by) {
  for (Pt* length : {&card.width, &card.height, &card.head_height, &card.pills.height}) *length *= by;
  for (LaidOutParagraph& text : card.paragraphs) shrink(text, by);
  for (Pt& gap : card.gaps) gap *= by;
  for (Rect& box : card.pills.boxes) box = times(box, by);
  for (LaidOutParagraph& text : card.pills.texts) shrink(text, by);
  for (CellLayout& cell : card.cells) {
    cell.box = times(cell.box, by);
    shrink(cell.text, by);
  }
}

void shrink(PanelLayout& panel, double by) {
  for (Pt* length :
       {&panel.width, &panel.height, &panel.inner_width, &panel.card_gap, &panel.first, &panel.foot, &panel.icon, &panel.icon_gap})
    *length *= by;
  shrink(panel.title, by);
  shrink(panel.footer, by);
  for (CardLayout& card : panel.cards) shrink(card, by);
}

void shrink(PanelPlace& place, double by) {
  place.box = times(place.box, by);
  if (place.title) place.title = times(*place.title, by);
  place.foot_top *= by;
}

void shrink(PlacedLabel& label, double by) {
  label.box = times(label.box, by);
  shrink(label.text, by);
}

}  // namespace

void shrink(PlacedDiagram& placed, double by) {
  placed.page = {placed.page.width * by, placed.page.height * by};
  for (PlacedNode& node : placed.nodes) {
    node.box = times(node.box, by);
    shrink(node.card, by);
  }
  for (PlacedGroup& group : placed.groups) {
    shrink(group.place, by);
    shrink(group.panel, by);
  }
  for (PlacedEdge& edge : placed.edges) {
    for (Point& p : edge.route) p = times(p, by);
    if (edge.label) shrink(*edge.label, by);
    for (PlacedLabel& label : edge.end_labels) shrink(label, by);
  }
}

}  // namespace drawplate
