// See write_item.h.
#include "pdf/write_item.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/overloaded.h"
#include "layout/page/bounds.h"
#include "layout/page/connector_path.h"
#include "layout/page/page_walk.h"
#include "layout/page/shapes.h"
#include "pdf/write_table.h"
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

/// An image by its stored unit square, turned and scaled to its place; what is cropped is clipped away.
void write(const Picture& picture, const Mark& mark, Canvas& canvas) {
  const auto found = canvas.file.images.find(picture.image);
  const Rect& part = picture.source;
  if (found == canvas.file.images.end() || part.width <= 0 || part.height <= 0) return;
  canvas.marks.enter(mark);
  const SavedState saved(canvas.content);
  const Rect shown = canvas.place_box(picture.box);
  if (part != Rect{0, 0, 1, 1}) canvas.content.rectangle({shown.x, shown.y}, {shown.width, shown.height}).clip();
  const Size whole{picture.box.width / part.width, picture.box.height / part.height};
  const Affine to_page{
      whole.width, 0, 0, -whole.height, picture.box.x - part.x * whole.width, canvas.page_height - picture.box.y + part.y * whole.height};
  const Affine stored_upwards{1, 0, 0, -1, 0, 1};
  canvas.content.transform(to_page * found->second.turn * stored_upwards).draw_object(found->second.resource);
}

/// What the item is to a reader. Graphics that the reading order does not name come first, texts that it does not name last.
Mark mark_of(const Item& item, const ItemContext& context) {
  const bool artifact = context.decoration || item.role == Role::decoration || item.role == Role::port;
  if (artifact) return {};
  constexpr int first = -1, last = std::numeric_limits<int>::max();
  Mark mark;
  mark.tag = item.role == Role::diagram_title && context.heading ? context.heading : context.figure;
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
  if (const auto* members = members_of(item))
    for (const Item& inner : *members) {
      const std::string more = plain_text(inner);
      if (!text.empty() && !more.empty()) text += ' ';
      text += more;
    }
  return text;
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

std::optional<int> rank_of(const Item& item, const std::map<ItemId, int>& ranks) {
  std::optional<int> rank;
  if (const auto found = ranks.find(item.id); found != ranks.end()) rank = found->second;
  if (const auto* members = members_of(item))
    for (const Item& inner : *members)
      if (const auto other = rank_of(inner, ranks)) rank = rank ? std::min(*rank, *other) : *other;
  return rank;
}

Dict figure_attributes(std::string_view alt, const Rect& box) {
  Dict layout;
  layout.set("O", name("Layout")).set("Placement", name("Block"));
  layout.set("BBox", Array{box.x, box.y, box.x + box.width, box.y + box.height});
  return Dict().set("Alt", text(alt)).set("A", std::move(layout));
}

namespace {

/// Paints an item as a part of the figure around it, or as an artifact; a group's members are painted one by one.
void paint(const Item& item, const Mark& mark, Canvas& canvas) {
  std::visit(Overloaded{[&](const OneOf<Shape, Connector, Freeform, Picture> auto& what) { write(what, mark, canvas); },
                        [&](const TextBlock& text) { write_text(text, mark, canvas); },
                        [&](const TableGrid& table) { write_table(table, {}, mark, canvas); },
                        [&](const Formula& formula) { write_formula(formula, mark, canvas); }, [](const ItemGroup&) {}},
             item.what);
}

int tag_figure(const Item& item, const ItemContext& context, std::string_view alt, Canvas& canvas) {
  return add_tag(canvas.tags, "Figure", TagPlace{{}, context.order},
                 figure_attributes(alt, canvas.place_box(bounds_of(item).value_or(Rect{}))));
}

/// Paints an item of a slide, with tags of its own: text as what it is, pictures as figures, all else as decoration of these.
class TaggedItem {
 public:
  TaggedItem(const Item& item, const ItemContext& context, Canvas& canvas) : item_(item), context_(context), canvas_(canvas) {
    base_.link = context.link;
  }

  void operator()(const TextBlock& text) {
    const Role role = item_.placeholder == Placeholder::title ? Role::diagram_title : item_.role;
    write_text(text, tag_text(text, role, place_, base_, canvas_.tags), canvas_);
  }
  void operator()(const Shape& shape) {
    if (!shape.text) return paint_figure();
    Shape outline = shape;
    outline.text.reset();
    write(outline, Mark{}, canvas_);
    (*this)(*shape.text);
  }
  void operator()(const TableGrid& table) { write_table(table, place_, base_, canvas_); }
  void operator()(const Formula& formula) {
    const std::string& alt = item_.alt.empty() ? formula.tex : item_.alt;
    base_.tag = add_tag(canvas_.tags, "Formula", place_, figure_attributes(alt, canvas_.place_box(formula.box)));
    write_formula(formula, base_, canvas_);
  }
  void operator()(const OneOf<Connector, Freeform, Picture, ItemGroup> auto&) { paint_figure(); }

 private:
  void paint_figure() {
    if (!item_.alt.empty()) base_.tag = tag_figure(item_, context_, item_.alt, canvas_);
    paint(item_, base_.tag ? base_ : Mark{}, canvas_);
  }

  const Item& item_;
  const ItemContext& context_;
  Canvas& canvas_;
  TagPlace place_{{}, context_.order};
  Mark base_;
};

/// False for what holds a place and shows nothing: a link on it could be clicked by nobody.
bool is_visible(const Item& item) {
  if (item.role == Role::port || item.role == Role::decoration) return false;
  return std::visit(Overloaded{[](const ItemGroup& group) { return std::ranges::any_of(group.items, is_visible); },
                               [](const Shape& shape) { return shape.fill || shape.stroke || shape.text; },
                               [](const OneOf<Connector, TextBlock, Freeform, Picture, TableGrid, Formula> auto&) { return true; }},
                    item.what);
}

/// Where a click counts: a straight line is given a little width.
Rect link_area(const Item& item) {
  constexpr Pt least = 4;
  const Rect box = bounds_of(item).value_or(Rect{});
  return std::min(box.width, box.height) < least ? grown_by(box, least / 2) : box;
}

bool is_furniture(const Item& item) {
  switch (item.placeholder) {
    case Placeholder::header:
    case Placeholder::footer:
    case Placeholder::date:
    case Placeholder::slide_number:
      return true;
    default:
      return item.role == Role::footer || item.role == Role::decoration || item.role == Role::port;
  }
}

}  // namespace

void write_item(const Item& item, const ItemContext& around, Canvas& canvas) {
  ItemContext context = around;
  if (const auto found = context.ranks.find(item.id); found != context.ranks.end()) context.rank = found->second;
  const bool own_tags = !context.figure;
  context.decoration = context.decoration || item.role == Role::decoration || (own_tags && is_furniture(item));
  if (canvas.file.leads(item.link) && !context.decoration && is_visible(item)) {
    const std::string about = plain_text(item);
    canvas.links.push_back({link_area(item), item.link, about.empty() ? item.alt : about});
    context.link = static_cast<int>(canvas.links.size()) - 1;
  }
  if (const auto* members = members_of(item)) {
    const bool is_figure = own_tags && !context.decoration && (item.role == Role::diagram || item.role == Role::image);
    if (is_figure) context.figure = tag_figure(item, context, item.alt.empty() ? plain_text(item) : item.alt, canvas);
    for (const Item& inner : *members) write_item(inner, context, canvas);
    return;
  }
  if (own_tags && !context.decoration)
    std::visit(TaggedItem(item, context, canvas), item.what);
  else
    paint(item, mark_of(item, context), canvas);
}

}  // namespace drawplate::pdf
