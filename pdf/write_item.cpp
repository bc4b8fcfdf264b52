// See write_item.h.
#include "pdf/write_item.h"

#include <limits>

#include "deck/link.h"
#include "layout/connector_path.h"
#include "layout/outline.h"
#include "pdf/walk.h"
#include "pdf/write_text.h"

namespace drawplate::pdf {
namespace {

void set_stroke(ContentStream& content, const Stroke& stroke) {
  content.stroke_color(stroke.color.rgb).line_width(stroke.width);
  if (stroke.round_caps) content.line_cap(LineCap::round);
}

/// Paints a path by what is there of fill and stroke; even-odd, which is the same for paths that do not cross themselves.
void paint(Canvas& canvas, const Path& path, const std::optional<Fill>& fill, const std::optional<Stroke>& stroke) {
  if (path.empty() || (!fill && !stroke)) return;
  ContentStream& content = canvas.content;
  const SavedState saved(content);
  if (fill) content.fill_color(fill->color.rgb);
  if (stroke) {
    set_stroke(content, *stroke);
    if (stroke->dash != Dash::solid) content.dashes(dash_lengths(stroke->dash, stroke->width, 0));
  }
  add_path(canvas, path);
  if (fill && stroke)
    content.fill_even_odd_and_stroke();
  else if (fill)
    content.fill_even_odd();
  else
    content.stroke();
}

void write(const Shape& shape, const Mark& mark, Canvas& canvas) {
  if (shape.fill || shape.stroke) {
    canvas.marks.enter(mark);
    paint(canvas, shape_outline(shape.kind, shape.box, shape.radius), shape.fill, shape.stroke);
    paint(canvas, shape_details(shape.kind, shape.box), std::nullopt, shape.stroke);
  }
  if (shape.text) write_text(*shape.text, mark, canvas);
}

void write(const Connector& connector, const Mark& mark, Canvas& canvas) {
  canvas.marks.enter(mark);
  const ConnectorDrawing drawing = draw_connector(connector);
  ContentStream& content = canvas.content;
  {
    const SavedState saved(content);
    set_stroke(content, connector.stroke);
    if (!drawing.dashes.empty()) content.dashes(drawing.dashes);
    add_path(canvas, drawing.shaft);
    content.stroke();
  }
  for (const HeadDrawing& head : drawing.heads) {
    const SavedState saved(content);
    content.stroke_color(connector.stroke.color.rgb).line_width(head.stroke_width);
    if (head.filled) content.fill_color(connector.stroke.color.rgb);
    add_path(canvas, head.path);
    head.filled ? content.fill_and_stroke() : content.stroke();
  }
}

void write(const Freeform& drawing, const Mark& mark, Canvas& canvas) {
  canvas.marks.enter(mark);
  for (const Freeform::Part& part : drawing.parts) paint(canvas, part.path, part.fill, part.stroke);
}

/// What the item is to a reader. Graphics that the reading order does not name come first, texts that it does not name last.
Mark mark_of(const Item& item, const ItemContext& context) {
  const bool artifact = context.decoration || item.role == Role::decoration || item.role == Role::port;
  if (artifact) return {};
  constexpr int first = -1, last = std::numeric_limits<int>::max();
  Mark mark;
  mark.kind = item.role == Role::diagram_title ? Mark::Kind::heading : Mark::Kind::figure;
  mark.link = context.link;
  mark.rank = context.rank.value_or(text_of(item) ? last : first);
  return mark;
}

/// The text of an item and of all in it, its pieces joined by spaces.
std::string plain_text(const Item& item) {
  std::string text;
  const auto add = [&](const GlyphRun& run) { text += run.text; };
  if (const TextBlock* block = text_of(item)) {
    for (const Paragraph& paragraph : block->paragraphs)
      for (const Line& line : paragraph.lines) {
        if (!text.empty() && text.back() != ' ') text += ' ';
        for (const GlyphRun& run : line.runs) add(run);
      }
  }
  if (const auto* group = std::get_if<ItemGroup>(&item.what))
    for (const Item& inner : group->items) {
      const std::string more = plain_text(inner);
      if (!text.empty() && !more.empty()) text += ' ';
      text += more;
    }
  return text;
}

Rect box_of_points(const std::vector<Point>& points) {
  Path path;
  for (const Point& p : points) path.line_to(p);
  return control_box(path);
}

}  // namespace

void add_path(Canvas& canvas, const Path& path) {
  for (const PathElement& e : path.elements) {
    switch (e.kind) {
      case PathElement::Kind::move:
        canvas.content.move_to(canvas.place(e.to));
        break;
      case PathElement::Kind::line:
        canvas.content.line_to(canvas.place(e.to));
        break;
      case PathElement::Kind::cubic:
        canvas.content.cubic_to(canvas.place(e.c1), canvas.place(e.c2), canvas.place(e.to));
        break;
      case PathElement::Kind::close:
        canvas.content.close_path();
        break;
    }
  }
}

Rect bounds_of(const Item& item) {
  struct Bounds {
    Rect operator()(const Shape& shape) const { return shape.box; }
    Rect operator()(const Connector& connector) const { return box_of_points(connector.route); }
    Rect operator()(const TextBlock& block) const { return block.box; }
    Rect operator()(const Freeform& drawing) const { return drawing.box; }
    Rect operator()(const Picture& picture) const { return picture.box; }
    Rect operator()(const TableGrid& table) const { return table.box; }
    Rect operator()(const Formula& formula) const { return formula.box; }
    Rect operator()(const ItemGroup& group) const {
      std::optional<Rect> box;
      for (const Item& inner : group.items) box = box ? union_of(*box, bounds_of(inner)) : bounds_of(inner);
      return box.value_or(Rect{});
    }
  };
  return std::visit(Bounds{}, item.what);
}

void write_item(const Item& item, const ItemContext& around, Canvas& canvas) {
  ItemContext context = around;
  if (const auto found = context.ranks.find(item.id); found != context.ranks.end()) context.rank = found->second;
  context.decoration = context.decoration || item.role == Role::decoration;
  if (is_absolute_link(item.link) && !context.decoration) {
    const std::string about = plain_text(item);
    canvas.links.push_back({bounds_of(item), item.link, about.empty() ? item.alt : about});
    context.link = static_cast<int>(canvas.links.size()) - 1;
  }
  if (const auto* group = std::get_if<ItemGroup>(&item.what)) {
    for (const Item& inner : group->items) write_item(inner, context, canvas);
    return;
  }
  const Mark mark = mark_of(item, context);
  if (const auto* shape = std::get_if<Shape>(&item.what)) write(*shape, mark, canvas);
  if (const auto* connector = std::get_if<Connector>(&item.what)) write(*connector, mark, canvas);
  if (const auto* text = std::get_if<TextBlock>(&item.what)) write_text(*text, mark, canvas);
  if (const auto* drawing = std::get_if<Freeform>(&item.what)) write(*drawing, mark, canvas);
}

}  // namespace drawplate::pdf
