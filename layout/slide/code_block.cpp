// Code in a box: one paragraph a line in a face of equal widths, coloured by the theme, with emphasised lines on a band.
// Lines too long for the box wrap with their continuation under the code, so that nothing is cut.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/slide/block_kinds.h"

namespace drawplate::slide {
namespace {

static_assert(static_cast<std::size_t>(CodeToken::count_) == code_look_count);

Color color_of(CodeColor color, const Theme& theme) {
  if (color == CodeColor::ink) return theme.color(ColorRole::ink);
  if (color == CodeColor::muted) return theme.color(ColorRole::muted);
  return theme.color(static_cast<Accent>(static_cast<int>(color) - static_cast<int>(CodeColor::blue)), AccentPart::text);
}

/// A line of code as text, and the colours of its spans.
RichText text_of(const std::vector<CodeSpan>& line, const SlideContext& context, std::vector<Color>& colors) {
  RichText text;
  for (const CodeSpan& span : line) {
    const CodeLook& look = context.theme().code_looks[static_cast<std::size_t>(span.token)];
    TextSpan out{.text = span.text, .code = true};
    out.bold = look.bold;
    out.italic = look.italic;
    text.spans.push_back(std::move(out));
    colors.push_back(color_of(look.color, context.theme()));
  }
  return text;
}

class CodeBox {
 public:
  CodeBox(const Code& code, Span origin, Pt width, const SlideContext& context)
      : code_(code), origin_(origin), width_(width), context_(context), palette_(box_palette(context.theme())) {
    style_ = context.paragraph(SlideRole::code, palette_.ink);
    style_.code = style_.text;
    style_.code.size = 1;
    style_.keep_spaces = true;
    style_.direction = TextDirection::ltr;
    padding_ = context.length(context.theme().slides.box_padding);
  }

  Piece lay_out() {
    piece_.width = width_;
    if (!code_.title.empty()) add_title();
    const Pt gutter = code_.numbered ? gutter_width() : 0, left = padding_ + gutter;
    const Pt room = std::max(1.0, width_ - left - padding_);
    TextBlock block, numbers;
    std::vector<Item> bands;
    const Pt box_top = piece_.height;
    Pt top = box_top + padding_ * 0.8;
    const Pt text_top = top;
    for (std::size_t i = 0; i < code_.lines.size(); ++i) {
      Paragraph paragraph = layout_line(code_.lines[i], room);
      const Pt height = paragraph.line_height * static_cast<double>(paragraph.lines.size());
      if (is_emphasised(i)) bands.push_back(band(top, height));
      if (code_.numbered) numbers.paragraphs.push_back(number_of(i, gutter, top, paragraph.lines.size()));
      block.paragraphs.push_back(moved_by(std::move(paragraph), {left, top}));
      top += height;
    }
    block.box = {left, text_top, room, top - text_top};
    numbers.box = {padding_, text_top, gutter, top - text_top};
    const Pt bottom = top + padding_ * 0.8;
    const bool stands_alone = bands.empty() && !code_.numbered;  // nothing lies between box and text
    add_box({0, box_top, width_, bottom - box_top}, stands_alone ? std::optional(std::move(block)) : std::nullopt);
    for (Item& item : bands) piece_.items.push_back(std::move(item));
    if (!stands_alone) add_text("code", Role::code, std::move(block));
    if (code_.numbered) add_text("line numbers", Role::text, std::move(numbers));
    piece_.height = bottom;
    return std::move(piece_);
  }

 private:
  bool is_emphasised(std::size_t line) const {
    return std::find(code_.emphasised.begin(), code_.emphasised.end(), static_cast<int>(line) + 1) != code_.emphasised.end();
  }

  Paragraph layout_line(const std::vector<CodeSpan>& line, Pt room) const {
    ParagraphStyle style = style_;
    style.span_colors.clear();
    const RichText text = text_of(line, context_, style.span_colors);
    Paragraph out = layout_paragraph(text, style, room, context_.deck.fonts, context_.report).paragraph;
    out.right_to_left = false;
    return out;
  }

  Pt gutter_width() const {
    const std::size_t digits = fmt::format("{}", code_.first_number + static_cast<int>(code_.lines.size())).size();
    return style_.text.size * (0.6 * static_cast<double>(digits) + 0.9);
  }

  /// As many lines as the code line takes, so that both frames keep in step.
  Paragraph number_of(std::size_t line, Pt gutter, Pt top, std::size_t line_count) const {
    ParagraphStyle style = style_;
    style.color = palette_.muted;
    const RichText text{
        {TextSpan{.text = fmt::format("{}", code_.first_number + static_cast<int>(line)) + std::string(line_count - 1, '\n'),
                  .code = true}},
        {}};
    return moved_by(layout_paragraph(text, style, gutter, context_.deck.fonts, context_.report).paragraph, {padding_, top});
  }

  void add_title() {
    const ParagraphStyle style = context_.paragraph(SlideRole::caption, context_.palette.muted);
    const RichText text{{TextSpan{.text = code_.title}}, origin_};
    LaidOutParagraph laid = layout_paragraph(text, style, width_, context_.deck.fonts, context_.report);
    piece_.height = laid.height + context_.length(3);
    TextBlock block;
    block.box = {0, 0, width_, laid.height};
    block.paragraphs.push_back(std::move(laid.paragraph));
    add_text("code title", Role::caption, std::move(block));
  }

  void add_text(std::string name, Role role, TextBlock block) {
    Item item = block_item(std::move(name), role, origin_);
    item.what = std::move(block);
    piece_.items.push_back(std::move(item));
  }

  void add_box(Rect box, std::optional<TextBlock> text) {
    piece_.items.push_back(box_item(text ? "code" : "code box", text ? Role::code : Role::decoration, box, origin_, context_));
    std::get<Shape>(piece_.items.back().what).text = std::move(text);
  }

  Item band(Pt top, Pt height) const {
    Item item = block_item("emphasised line", Role::decoration, origin_);
    const Pt outline = context_.theme().slides.box_outline;
    item.what = Shape{.kind = ShapeKind::rect,
                      .box = {outline / 2, top, width_ - outline, height},
                      .fill = Fill{context_.theme().color(Accent::blue, AccentPart::pale)}};
    return item;
  }

  const Code& code_;
  Span origin_;
  Pt width_;
  const SlideContext& context_;
  Palette palette_;
  ParagraphStyle style_;
  Pt padding_ = 0;
  Piece piece_;
};

}  // namespace

Item box_item(std::string name, Role role, Rect box, Span origin, const SlideContext& context) {
  const SlideMetrics& metrics = context.theme().slides;
  Item item = block_item(std::move(name), role, origin);
  Shape shape{.kind = metrics.box_radius > 0 ? ShapeKind::round_rect : ShapeKind::rect, .box = box};
  shape.radius = std::min(metrics.box_radius * context.deck.scale, std::min(box.width, box.height) / 2);
  shape.fill = Fill{context.theme().color(ColorRole::card)};
  if (metrics.box_outline > 0)
    shape.stroke = Stroke{.color = context.theme().color(Accent::slate, AccentPart::outline), .width = metrics.box_outline};
  item.what = std::move(shape);
  return item;
}

Piece layout_code(const Code& code, Span origin, Pt width, const SlideContext& context) {
  return CodeBox(code, origin, width, context).lay_out();
}

}  // namespace drawplate::slide
