// The invariants of layout/page/page.h, each with its number; see validate.h. It reads pages and changes nothing.
#include "layout/page/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "base/source.h"
#include "base/utf8.h"
#include "layout/page/page_index.h"
#include "layout/page/shapes.h"
#include "layout/page/side.h"

namespace drawplate {
namespace {

constexpr Pt farthest = 100'000;   ///< from the page's corner: beyond, EMU and PDF numbers lose their meaning
constexpr Pt near_enough = 0.01;   ///< between places that are computed in two ways
constexpr Pt site_distance = 1.0;  ///< from a route's end to its site, besides half the stroke widths
constexpr std::size_t max_found = 100;

/// Checks one page, item by item.
class PageCheck {
 public:
  PageCheck(const Document& document, const Page& page, const FontCatalog& fonts, std::vector<std::string>& found)
      : document_(document), page_(page), fonts_(fonts), index_(page), found_(found) {}

  void run() {
    check_size();
    check_items(page_.items, false);
    check_reading_order();
    check_map();
  }

 private:
  template <class... Args>
  void wrong(fmt::format_string<Args...> sentence, Args&&... args) {
    if (found_.size() >= max_found) return;
    const auto number = &page_ - document_.pages.data() + 1;
    std::string where = fmt::format("page {}", number);
    if (item_) where += fmt::format(", item {} '{}'", static_cast<std::uint32_t>(item_->id), item_->name);
    found_.push_back(where + ": " + fmt::format(sentence, std::forward<Args>(args)...));
  }

  // 1: coordinates.
  static bool is_place(Pt value) { return std::isfinite(value) && std::abs(value) <= farthest; }
  void check_point(Point p, std::string_view what) {
    if (!is_place(p.x) || !is_place(p.y)) wrong("{} is not on the page", what);
  }
  void check_box(Rect box, std::string_view what) {
    check_point({box.x, box.y}, what);
    if (!is_place(box.width) || !is_place(box.height) || box.width < 0 || box.height < 0) wrong("{} has no proper size", what);
  }
  void check_size() {
    const Size size = page_.size;
    if (!is_place(size.width) || !is_place(size.height) || size.width <= 0 || size.height <= 0) wrong("the page has no proper size");
  }

  void check_items(const std::vector<Item>& items, bool is_read) {
    for (const Item& item : items) {
      item_ = &item;
      if (!ids_.insert(item.id).second) wrong("the id is taken by another item");  // 7
      if (item.name.empty()) wrong("the item has no name");                        // 7
      const bool read_here = is_read || ordered(item.id);
      std::visit([&](const auto& what) { check(what, read_here); }, item.what);
    }
    item_ = nullptr;
  }

  bool ordered(ItemId id) const {
    return std::find(page_.reading_order.begin(), page_.reading_order.end(), id) != page_.reading_order.end();
  }

  // 2: the reading order names each item once, and every text is in it (by itself or by its group).
  void check_reading_order() {
    std::set<ItemId> seen;
    for (const ItemId id : page_.reading_order) {
      if (!index_.find(id)) wrong("the reading order names the item {}, which is not there", static_cast<std::uint32_t>(id));
      if (!seen.insert(id).second) wrong("the reading order names the item {} twice", static_cast<std::uint32_t>(id));
    }
  }

  void check(const Shape& shape, bool is_read) {
    check_box(shape.box, "the shape");
    if (!is_place(shape.radius) || shape.radius < 0) wrong("the radius is not proper");
    check_stroke(shape.stroke);
    if (shape.text) check(*shape.text, is_read);
  }

  void check(const Freeform& form, bool) {
    check_box(form.box, "the drawing");
    for (const Freeform::Part& part : form.parts) {
      check_stroke(part.stroke);
      for (const PathElement& element : part.path.elements)
        for (const Point p : {element.c1, element.c2, element.to}) check_point(p, "a point of the drawing");
      if (!part.path.empty() && part.path.elements.front().kind != PathElement::Kind::move) wrong("a path does not begin with a move");
    }
  }

  void check(const Picture& picture, bool) {
    check_box(picture.box, "the picture");
    if (static_cast<std::size_t>(picture.image) >= document_.images.size()) wrong("the picture's image is not there");
  }

  void check(const TableGrid& table, bool is_read) {
    check_box(table.box, "the table");
    if (table.cells.size() != table.columns.size() * table.rows.size()) wrong("the table has not a cell for each place");
    check_stroke(table.rule);
    check_stroke(table.header_rule);
    for (const TableCell& cell : table.cells) check(cell.text, is_read);
  }

  void check(const Formula& formula, bool) {
    check_box(formula.box, "the formula");
    for (const GlyphRun& run : formula.runs) check_run(run);
    for (const Rect& rule : formula.rules) check_box(rule, "a formula's rule");
  }

  void check(const ItemGroup& group, bool is_read) {
    const Item* outer = item_;
    check_items(group.items, is_read);
    item_ = outer;
  }

  void check_stroke(const std::optional<Stroke>& stroke) {
    if (stroke && (!is_place(stroke->width) || stroke->width < 0)) wrong("a stroke has no proper width");
  }

  void check(const TextBlock& block, bool is_read) {
    check_box(block.box, "the text's frame");
    bool has_text = false;
    for (const Paragraph& paragraph : block.paragraphs) {
      if (!is_place(paragraph.line_height) || paragraph.line_height < 0) wrong("a paragraph has no proper line height");
      for (const Line& line : paragraph.lines) {
        check_line(line, &line == &paragraph.lines.back());
        has_text = has_text || !line.runs.empty();
      }
    }
    if (has_text && !is_read) wrong("the text has no place in the reading order");  // 2
  }

  void check_line(const Line& line, bool is_last) {
    check_point({line.left, line.baseline}, "a line");
    if (line.soft_break && is_last) wrong("the last line of a paragraph ends with a soft break");
    if (line.runs.empty()) return;
    Pt x = line.runs.front().origin.x;
    for (const GlyphRun& run : line.runs) {
      check_run(run);
      const bool on_line = run.baseline_shift != 0 || std::abs(run.origin.y - line.baseline) <= near_enough;
      const bool follows = !line.formulas.empty() || std::abs(run.origin.x - x) <= near_enough;
      if (!on_line || !follows) wrong("the run '{}' does not stand where the one before ends", run.text);
      x = run.origin.x;
      for (const Glyph& glyph : run.glyphs) x += glyph.advance;
    }
  }

  // 3: nothing is left to resolve; 4: the glyphs cover the text in order.
  void check_run(const GlyphRun& run) {
    if (static_cast<std::size_t>(run.face) >= fonts_.size()) return wrong("the run '{}' has a face that is not there", run.text);
    if (!std::isfinite(run.size) || run.size <= 0) wrong("the run '{}' has no proper size", run.text);
    if (find_invalid_utf8(run.text) != std::string_view::npos) wrong("a run's text is no UTF-8");
    if (run.text.find('\n') != std::string::npos) wrong("the run '{}' holds a line break", run.text);
    const unsigned glyph_count = fonts_.face(run.face).glyph_count();
    std::uint32_t at = 0;
    const std::size_t count = run.glyphs.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Glyph& glyph = run.glyphs[run.right_to_left ? count - 1 - i : i];
      if (glyph.id >= glyph_count) wrong("the run '{}' has a glyph that its face lacks", run.text);
      if (!is_place(glyph.advance) || !is_place(glyph.offset.x) || !is_place(glyph.offset.y))
        wrong("the run '{}' has a glyph nowhere", run.text);
      if (glyph.text_begin == glyph.text_end) continue;
      if (glyph.text_begin != at || glyph.text_end < at)
        return wrong("the glyphs of the run '{}' do not cover its text in order", run.text);
      at = glyph.text_end;
    }
    if (at != run.text.size()) wrong("the glyphs of the run '{}' do not cover its text in order", run.text);
  }

  // 5 and 6: connectors.
  void check(const Connector& connector, bool) {
    check_stroke(connector.stroke);
    for (const Point p : connector.route) check_point(p, "a corner of the route");
    if (connector.route.size() < 2) return wrong("the route has fewer than two points");
    if (connector.kind == RouteKind::curved && connector.route.size() % 3 != 1) wrong("the curved route has no whole number of cubics");
    for (std::size_t i = 1; i < connector.route.size() && connector.kind != RouteKind::curved; ++i) {
      const Vec step = connector.route[i] - connector.route[i - 1];
      if (std::abs(step.x) < near_enough && std::abs(step.y) < near_enough) wrong("two points of the route are the same");
      if (connector.kind == RouteKind::orthogonal && std::abs(step.x) > near_enough && std::abs(step.y) > near_enough)
        wrong("a segment of the route is slanted");
    }
    check_glue(connector.from, connector.route.front(), connector.stroke, "begin");
    check_glue(connector.to, connector.route.back(), connector.stroke, "end");
  }

  void check_glue(const std::optional<Glue>& glue, Point end, const Stroke& stroke, std::string_view what) {
    if (!glue) return;
    const Shape* shape = index_.find<Shape>(glue->shape);
    if (!shape)
      return wrong("the {} is glued to the item {}, which is no shape of the page", what, static_cast<std::uint32_t>(glue->shape));
    const Pt slack = site_distance + (stroke.width + (shape->stroke ? shape->stroke->width : 0)) / 2;
    const Point site = middle_of(shape->box, glue->side);
    const bool is_near = shape_row(shape->kind).fills_sides ? length(end - site) <= slack : contains(grown_by(shape->box, slack), end);
    if (!is_near) wrong("the {} of the route is not at the site that it is glued to", what);
  }

  void check_map() {
    const auto check_entry = [&](ItemId id, std::string_view what) {
      if (!index_.find(id)) wrong("the map names the item {} for {}, which is not there", static_cast<std::uint32_t>(id), what);
    };
    for (const auto& node : page_.map.nodes) check_entry(node.item, "a node");
    for (const auto& group : page_.map.groups) check_entry(group.item, "a group");
    for (const auto& edge : page_.map.edges) check_entry(edge.item, "an edge");
  }

  const Document& document_;
  const Page& page_;
  const FontCatalog& fonts_;
  const PageIndex index_;
  std::vector<std::string>& found_;
  std::set<ItemId> ids_;
  const Item* item_ = nullptr;
};

}  // namespace

std::vector<std::string> validate(const Document& document, const FontCatalog& fonts) {
  std::vector<std::string> found;
  for (const Page& page : document.pages) PageCheck(document, page, fonts, found).run();
  return found;
}

}  // namespace drawplate
