// Images and embedded diagrams: as large as their room and the author allow, with a caption below.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "layout/diagram/diagram_page.h"
#include "layout/page/bounds.h"
#include "layout/page/page_walk.h"
#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

namespace drawplate::slide {
namespace {

constexpr double pixel = 0.75;               ///< points a pixel where nothing is said of size
constexpr double most_enlarged = 2;          ///< so that small images are not blown up
constexpr double usual_diagram = 0.55;       ///< height a width
constexpr Pt least_figure = 72;              ///< on the slide of 960 x 540 pt
constexpr double least_diagram_share = 0.3;  ///< of the page's height
constexpr double panel_padding = 12;

const ImageFile* file_of(const Image& image, const SlideContext& context) {
  const auto index = static_cast<std::size_t>(image.file);
  const std::vector<ImageFile>& files = context.deck.deck.images;
  return index < files.size() && files[index].width > 0 && files[index].height > 0 ? &files[index] : nullptr;
}

struct Caption {
  std::optional<Item> item;
  Pt height = 0;
};

Caption caption_of(const RichText& text, Pt width, const SlideContext& context) {
  Caption caption;
  caption.item = layout_caption(text, width, Align::center, context, caption.height);
  if (caption.item) caption.height += context.length(6);
  return caption;
}

/// The largest box of this aspect in `room`, centred.
Rect contained(Size size, Size room) {
  const double k = std::min(room.width / size.width, room.height / size.height);
  return {(room.width - size.width * k) / 2, 0, size.width * k, size.height * k};
}

/// How large the image would be, were there height enough.
Size wanted_size(const Image& image, const ImageFile& file, Pt width, const SlideContext& context) {
  const double aspect = static_cast<double>(file.height) / file.width;
  const Pt most = std::min(width, file.width * pixel * most_enlarged * context.deck.scale);
  Pt own = resolved_width(image.width, width, file.media_type == "image/svg+xml" ? width : most, context);
  if (!image.height.empty()) {
    const Pt height = resolved_width(image.height, context.deck.page.height, context.deck.page.height, context);
    if (image.width.empty())
      own = height / aspect;
    else
      return {own, height};
  }
  own = std::min(own, width);
  return {own, own * aspect};
}

/// The image's item in a box at the origin; nothing where it cannot be shown.
std::optional<Item> image_item(const Image& image, const ImageFile& file, Rect box, Span origin, const SlideContext& context) {
  Item item = block_item("image", Role::image, origin);
  item.alt = image.alt;
  if (file.media_type == "image/svg+xml" && !file.bytes.empty()) {
    std::optional<Freeform> form = draw_svg(file, box, origin, context);
    if (!form) return std::nullopt;
    item.what = std::move(*form);
    return item;
  }
  const std::optional<ImageId> id = context.deck.images.id_of(image.file);
  if (!id) return std::nullopt;
  item.what = Picture{*id, box};
  return item;
}

/// In place of an image that cannot be shown: a field with its alternate text.
Piece missing_image(const Image& image, Span origin, Size room, const SlideContext& context) {
  Piece piece;
  piece.width = room.width;
  piece.height = std::min(room.height, 2.0 * least_figure * context.deck.scale);
  Item box = box_item("image", Role::image, {0, 0, room.width, piece.height}, origin, context);
  Shape& shape = std::get<Shape>(box.what);
  shape.fill = Fill{context.theme().color(Accent::slate, AccentPart::pale)};
  const RichText text{{TextSpan{.text = image.alt.empty() ? std::string("image") : image.alt}}, origin};
  const ParagraphStyle style = context.paragraph(SlideRole::caption, context.theme().color(ColorRole::muted), Align::center);
  const Pt width = std::max(1.0, room.width - 24);
  LaidOutParagraph laid = layout_paragraph(text, style, width, context.deck.fonts, context.report);
  if (laid.height <= piece.height) {
    const Pt top = (piece.height - laid.height) / 2;
    TextBlock block;
    block.anchor = Anchor::middle;
    block.box = {12, top, width, laid.height};
    block.paragraphs.push_back(moved_by(align_in(std::move(laid), width), {12, top}));
    shape.text = std::move(block);
  }
  box.alt = image.alt;
  piece.items.push_back(std::move(box));
  return piece;
}

void add_caption(Piece& piece, Caption caption, Pt gap) {
  if (!caption.item) return;
  move_item(*caption.item, {0, piece.height + gap});
  piece.height += caption.height;
  piece.items.push_back(std::move(*caption.item));
}

/// The diagram alone, drawn for a room, its corner at the origin.
struct DrawnDiagram {
  Page page;
  Rect bounds;
};

Pt largest_text(const std::vector<Item>& items) {
  Pt size = 0;
  for_each_text(items, [&](const TextBlock& block) {
    for (const Paragraph& paragraph : block.paragraphs)
      for (const Line& line : paragraph.lines)
        for (const GlyphRun& run : line.runs) size = std::max(size, run.size);
  });
  return size;
}

/// Below 1 where the diagram does not fit; above 1 where there is room and its text is small beside the slide's.
double scale_in(const DrawnDiagram& drawn, Size room, const SlideContext& context) {
  constexpr double text_share = 0.9, step = 0.05;
  const double fits = std::min(room.width / std::max(1.0, drawn.bounds.width), room.height / std::max(1.0, drawn.bounds.height));
  if (fits < 1) return fits;
  const Pt largest = largest_text(drawn.page.items);
  const double wanted = largest > 0 ? context.style(SlideRole::body).size * text_share / largest : 1;
  return std::max(1.0, std::floor(std::min(fits, wanted) / step) * step);
}

DrawnDiagram draw_in(const AnyDiagram& diagram, Size room, const SlideContext& context) {
  Theme theme = context.theme();
  theme.metrics.margin_x = theme.metrics.margin_y = 3;
  LayoutOptions options = context.deck.options;
  options.page = {room, false};
  Report said;
  DrawnDiagram out{layout_diagram(diagram, theme, options, context.deck.fonts, said), {}};
  for (const Diagnostic& d : said.all())
    if (d.message.find("does not fit its page") == std::string::npos) context.report.warning(d.span, d.message).help(d.hint);
  out.bounds = ink_bounds_of(out.page.items).value_or(Rect{0, 0, 1, 1});
  const double k = scale_in(out, room, context);
  if (k != 1) scale_items(out.page.items, k);
  if (k < 1) {
    const Span origin = std::visit([](const auto& of_its_sort) { return of_its_sort.origin; }, diagram);
    context.report.warning(origin, fmt::format("the diagram is too large for its place on the slide: it is drawn at {:.0f} %", k * 100))
        .help("give it a slide of its own, or part it");
  }
  out.bounds = {out.bounds.x * k, out.bounds.y * k, out.bounds.width * k, out.bounds.height * k};
  return out;
}

}  // namespace

std::optional<Freeform> draw_svg(const ImageFile& file, Rect box, Span origin, const SlideContext& context) {
  constexpr double grid = 24;  // the reader centres drawings on it
  SourceSet sources;
  const SourceId source = sources.add({file.path, file.bytes});
  Report problems;
  const std::optional<IconDrawing> drawing = read_svg_icon(sources, source, problems);
  if (!drawing) {
    const std::string why = problems.all().empty() ? "" : ": " + problems.all().front().message;
    context.report.warning(origin, fmt::format("'{}' is not drawn{}", file.path, why)).help("save it as PNG");
    return std::nullopt;
  }
  const double k = std::max(box.width, box.height) / grid;
  const Affine to_page{k, 0, 0, k, box.mid_x() - k * grid / 2, box.mid_y() - k * grid / 2};
  Freeform form{.box = box, .parts = {}};
  for (const IconPart& part : drawing->parts) {
    const Color color = part.color ? Color{*part.color, {}} : context.palette.ink;
    Freeform::Part out{.path = transformed(part.path, to_page), .fill = {}, .stroke = {}};
    if (part.paint == IconPart::Paint::fill)
      out.fill = Fill{color};
    else
      out.stroke = Stroke{.color = color, .width = (part.width > 0 ? part.width : 0.1) * k};
    form.parts.push_back(std::move(out));
  }
  return form;
}

Pt resolved_width(const BlockWidth& wish, Pt room, Pt otherwise, const SlideContext&) {
  if (wish.fraction) return std::clamp(*wish.fraction, 0.05, 1.0) * room;
  if (wish.length) return std::clamp(*wish.length, 6.0, room);
  return otherwise;
}

std::optional<Item> layout_caption(const RichText& caption, Pt width, Align align, const SlideContext& context, Pt& height) {
  height = 0;
  if (caption.empty()) return std::nullopt;
  ParagraphStyle style = context.paragraph(SlideRole::caption, context.palette.muted, align);
  style.breaking = Breaking::balanced;
  LaidOutParagraph laid = layout_paragraph(caption, style, width, context.deck.fonts, context.report);
  height = laid.height;
  Item item = block_item("caption", Role::caption, caption.origin);
  TextBlock block;
  block.box = {0, 0, width, laid.height};
  block.paragraphs.push_back(align_in(std::move(laid), width));
  item.what = std::move(block);
  return item;
}

HeightWish image_wish(const Image& image, Pt width, const SlideContext& context) {
  const Caption caption = caption_of(image.caption, width, context);
  const Pt least = least_figure * context.deck.scale;
  const ImageFile* file = file_of(image, context);
  const Pt wanted = file ? wanted_size(image, *file, width, context).height : least;
  return {std::min(least, wanted) + caption.height, wanted + caption.height};
}

Piece layout_image(const Image& image, Span origin, Size room, const SlideContext& context) {
  Caption caption = caption_of(image.caption, room.width, context);
  const Size left{room.width, std::max(1.0, room.height - caption.height)};
  const ImageFile* file = file_of(image, context);
  Piece piece;
  std::optional<Item> item;
  if (file) {
    const Size wanted = wanted_size(image, *file, room.width, context);
    const Rect box = contained(wanted, {left.width, std::min(left.height, wanted.height)});
    item = image_item(image, *file, box, origin, context);
    piece.height = box.height;
  }
  if (item)
    piece.items.push_back(std::move(*item));
  else
    piece = missing_image(image, origin, left, context);
  piece.width = room.width;
  add_caption(piece, std::move(caption), context.length(6));
  return piece;
}

HeightWish diagram_wish(const EmbeddedDiagram& diagram, Pt width, const SlideContext& context) {
  const Caption caption = caption_of(diagram.caption, width, context);
  const Pt least = context.deck.page.height * least_diagram_share;
  return {least + caption.height, std::max(least, width * usual_diagram * 2) + caption.height};
}

Piece layout_embedded(const EmbeddedDiagram& diagram, Span origin, Size room, const SlideContext& context) {
  Caption caption = caption_of(diagram.caption, room.width, context);
  const Pt padding = context.palette.inverted ? panel_padding * context.deck.scale : 0;
  const Pt width = resolved_width(diagram.width, room.width, room.width, context);
  const Size left{std::max(36.0, width - 2 * padding), std::max(36.0, room.height - caption.height - 2 * padding)};
  DrawnDiagram drawn = draw_in(diagram.diagram, left, context);
  const Pt x = (room.width - drawn.bounds.width) / 2;
  move_items(drawn.page.items, {x - drawn.bounds.x, padding - drawn.bounds.y});
  Piece piece;
  piece.width = room.width;
  piece.height = drawn.bounds.height + 2 * padding;
  if (padding > 0) {
    Item panel =
        box_item("diagram panel", Role::decoration, {x - padding, 0, drawn.bounds.width + 2 * padding, piece.height}, origin, context);
    std::get<Shape>(panel.what).fill = Fill{context.theme().color(ColorRole::background)};
    piece.items.push_back(std::move(panel));
  }
  Item group = block_item("diagram", Role::diagram, origin);
  group.alt = !diagram.alt.empty() ? diagram.alt : drawn.page.alt;
  if (group.alt.empty()) group.alt = diagram.caption.plain();
  group.what = ItemGroup{std::move(drawn.page.items)};
  piece.items.push_back(std::move(group));
  add_caption(piece, std::move(caption), context.length(6));
  return piece;
}

}  // namespace drawplate::slide
