// See move_item.h. One function maps every place of an item by x' = k x + d; moving and scaling are its two uses.
#include "layout/slide/move_item.h"

#include <optional>
#include <variant>
#include <vector>

namespace drawplate::slide {
namespace {

struct Mapping {
  double k = 1;
  Vec d;

  Pt x(Pt value) const { return value * k + d.x; }
  Pt y(Pt value) const { return value * k + d.y; }
  void map(Point& p) const { p = {x(p.x), y(p.y)}; }
  void map(Rect& r) const { r = {x(r.x), y(r.y), r.width * k, r.height * k}; }

  void map(GlyphRun& run) const {
    map(run.origin);
    if (k == 1) return;
    run.size *= k;
    run.letter_spacing *= k;
    for (Glyph& glyph : run.glyphs) {
      glyph.advance *= k;
      glyph.offset = glyph.offset * k;
    }
  }
  void map(Formula& formula) const {
    map(formula.box);
    for (GlyphRun& run : formula.runs) map(run);
    for (Rect& rule : formula.rules) map(rule);
  }
  void map(Line& line) const {
    line.baseline = y(line.baseline);
    line.left = x(line.left);
    line.width *= k;
    for (GlyphRun& run : line.runs) map(run);
    for (Line::InlineFormula& formula : line.formulas) map(formula.formula);
  }
  void map(TextBlock& block) const {
    map(block.box);
    for (Paragraph& paragraph : block.paragraphs) {
      for (Pt* length : {&paragraph.line_height, &paragraph.indent, &paragraph.hanging, &paragraph.space_before}) *length *= k;
      for (Line& line : paragraph.lines) map(line);
      if (paragraph.bullet) map(paragraph.bullet->run);
    }
  }
  void map(std::optional<Stroke>& stroke) const {
    if (stroke) stroke->width *= k;
  }

  void map(Shape& shape) const {
    map(shape.box);
    shape.radius *= k;
    map(shape.stroke);
    if (shape.text) map(*shape.text);
  }
  void map(Connector& connector) const {
    for (Point& p : connector.route) map(p);
    connector.corner_radius *= k;
    connector.stroke.width *= k;
  }
  void map(Freeform& form) const {
    map(form.box);
    for (Freeform::Part& part : form.parts) {
      part.path = transformed(part.path, {k, 0, 0, k, d.x, d.y});
      map(part.stroke);
    }
  }
  void map(Picture& picture) const { map(picture.box); }
  void map(TableGrid& table) const {
    map(table.box);
    for (std::vector<Pt>* lengths : {&table.columns, &table.rows})
      for (Pt& length : *lengths) length *= k;
    for (TableCell& cell : table.cells) map(cell.text);
    table.rule.width *= k;
    table.header_rule.width *= k;
    for (Pt* inset : {&table.padding.left, &table.padding.top, &table.padding.right, &table.padding.bottom}) *inset *= k;
  }
  void map(ItemGroup& group) const {
    for (Item& item : group.items) map(item);
  }
  void map(Item& item) const {
    std::visit([this](auto& what) { map(what); }, item.what);
  }
};

}  // namespace

void move_item(Item& item, Vec by) { Mapping{1, by}.map(item); }

void move_items(std::vector<Item>& items, Vec by) {
  for (Item& item : items) move_item(item, by);
}

void scale_items(std::vector<Item>& items, double by) {
  for (Item& item : items) Mapping{by, {}}.map(item);
}

}  // namespace drawplate::slide
