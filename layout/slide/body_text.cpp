// See body_text.h.
#include "layout/slide/body_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace drawplate::slide {
namespace {

constexpr int deepest_level = 8;  ///< PowerPoint knows nine levels
constexpr std::array<std::string_view, 2> marks = {"•", "–"};
constexpr std::string_view unchecked_mark = "☐", checked_mark = "☑";

RichText plain_text(std::string_view text) { return {{TextSpan{.text = std::string(text)}}, {}}; }

/// Walks blocks in depth; nesting is capped by the reader.
class Flattener {
 public:
  Flattener(const BodyLook& look, const SlideContext& context) : look_(look), context_(context) {}

  void add(const Blocks& blocks, int level, Pt indent, int step) {
    for (const Block& block : blocks) add(block, level, indent, std::max(step, block.step));
  }

  std::vector<FlowEntry> take() { return std::move(entries_); }

 private:
  FlowEntry entry(const Block& block, int level, Pt indent, int step) const {
    FlowEntry out;
    out.role = look_.role;
    out.level = level;
    out.indent = indent;
    out.gap = context_.length(context_.theme().slides.block_gap) * (look_.role == SlideRole::body ? 0.75 : 0.4);
    out.step = step;
    out.origin = block.origin;
    return out;
  }

  void add(const Block& block, int level, Pt indent, int step) {
    FlowEntry out = entry(block, level, indent, step);
    if (const auto* paragraph = std::get_if<TextParagraph>(&block.what)) {
      out.text = &paragraph->text;
    } else if (const auto* heading = std::get_if<Heading>(&block.what)) {
      out.text = &heading->text;
      out.role = SlideRole::heading;
      out.gap = context_.length(context_.theme().slides.block_gap);
    } else if (const auto* list = std::get_if<List>(&block.what)) {
      return add_list(*list, block, level, indent, step);
    } else {
      out.block = &block;
      out.gap = context_.length(context_.theme().slides.block_gap);
    }
    if (out.text && out.text->origin.end > out.text->origin.begin) out.origin = out.text->origin;
    entries_.push_back(std::move(out));
  }

  static std::string bullet_of(const List& list, std::size_t index, int level) {
    const ListItem& item = list.items[index];
    if (item.checked) return std::string(*item.checked ? checked_mark : unchecked_mark);
    if (list.ordered) return fmt::format("{}.", list.start + static_cast<int>(index));
    return std::string(marks[static_cast<std::size_t>(level) % marks.size()]);
  }

  /// Wide enough for the widest number.
  Pt hanging_of(const List& list) const {
    const TextStyle style = context_.style(look_.role);
    const Pt usual = context_.theme().slides.list_indent * style.size / context_.theme().style(SlideRole::body).size;
    if (!list.ordered) return usual;
    const std::size_t digits = fmt::format("{}", list.start + static_cast<int>(list.items.size())).size();
    return std::max(usual, style.size * (0.65 * static_cast<double>(digits) + 0.65));
  }

  void add_list(const List& list, const Block& block, int level, Pt indent, int step) {
    const Pt hanging = hanging_of(list), item_gap = context_.length(context_.theme().slides.item_gap);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const ListItem& item = list.items[i];
      const std::size_t first = entries_.size();
      add(item.blocks, std::min(level + 1, deepest_level + 1), indent + hanging, std::max(step, item.step));
      const bool has_text = entries_.size() > first && entries_[first].text && entries_[first].bullet.empty();
      if (!has_text) entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(first), empty_item(block, level, indent + hanging));
      for (std::size_t e = first; e < entries_.size(); ++e)
        if (entries_[e].text && entries_[e].bullet.empty()) entries_[e].level = std::min(level, deepest_level);
      FlowEntry& entry = entries_[first];
      entry.level = std::min(level, deepest_level);
      entry.hanging = hanging;
      entry.bullet = bullet_of(list, i, level);
      entry.numbered = list.ordered && !item.checked;
      entry.number = list.start + static_cast<int>(i);
      if (i > 0 || level > 0) entry.gap = list.tight ? (level > 0 ? item_gap * 0.6 : item_gap) : item_gap * 1.5;
    }
  }

  FlowEntry empty_item(const Block& block, int level, Pt indent) const {
    static const RichText nothing;
    FlowEntry out = entry(block, level, indent, 0);
    out.text = &nothing;
    return out;
  }

  const BodyLook& look_;
  const SlideContext& context_;
  std::vector<FlowEntry> entries_;
};

Bullet bullet_of(const FlowEntry& entry, const ParagraphStyle& style, Point at, const SlideContext& context) {
  ParagraphStyle bullet_style = style;
  bullet_style.color = entry.numbered ? context.palette.muted : context.palette.accent;
  if (entry.bullet == unchecked_mark || entry.bullet == checked_mark) bullet_style.color = context.palette.muted;
  bullet_style.direction = TextDirection::ltr;  // a number and its stop are one run
  const LaidOutParagraph laid = layout_paragraph(plain_text(entry.bullet), bullet_style, 1000, context.deck.fonts, context.report);
  Bullet bullet{entry.numbered ? Bullet::Kind::number : Bullet::Kind::mark, {}, entry.number};
  if (!laid.paragraph.lines.empty() && !laid.paragraph.lines.front().runs.empty()) bullet.run = laid.paragraph.lines.front().runs.front();
  bullet.run.origin = at;
  return bullet;
}

Pt width_of(const GlyphRun& run) {
  Pt width = 0;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

ParagraphStyle style_of(const FlowEntry& entry, const BodyLook& look, const SlideContext& context) {
  const bool muted = look.muted && entry.role != SlideRole::heading;
  ParagraphStyle style = context.paragraph(entry.role, muted ? context.palette.muted : context.palette.ink, look.align);
  if (context.layout == SlideLayout::agenda) style.link_color = style.color;  // all of it is links
  return style;
}

/// The paragraph with its bullet, its first line's top at y = 0. From right to left, indents count from the right edge.
Paragraph place_entry(LaidOutParagraph laid, const FlowEntry& entry, const ParagraphStyle& style, Pt width, const SlideContext& context) {
  const Pt room = std::max(1.0, width - entry.indent), first_baseline = laid.first_baseline;
  const bool mirrored = laid.paragraph.right_to_left && style.align == Align::left;
  Paragraph out = moved_by(align_in(std::move(laid), room), {mirrored ? 0 : entry.indent, 0});
  out.level = entry.level;
  out.indent = entry.indent;
  out.hanging = entry.hanging;
  out.step = entry.step;
  if (!entry.bullet.empty()) {
    out.bullet = bullet_of(entry, style, {entry.indent - entry.hanging, first_baseline}, context);
    if (mirrored) out.bullet->run.origin.x = width - entry.indent + entry.hanging - width_of(out.bullet->run);
  }
  return out;
}

/// Text from right to left begins at the right: so do all its lines.
void begin_at_right(LaidOutParagraph& laid) {
  laid.paragraph.align = Align::right;
  for (Line& line : laid.paragraph.lines) {
    const Vec by{laid.width - line.width - line.left, 0};
    line.left += by.x;
    for (GlyphRun& run : line.runs) run.origin = run.origin + by;
    for (Line::InlineFormula& inside : line.formulas) inside.formula = moved_by(std::move(inside.formula), by);
  }
}

bool ends_with_lonely_word(const LaidOutParagraph& laid, Pt width) {
  const std::vector<Line>& lines = laid.paragraph.lines;
  if (lines.size() < 2 || !lines[lines.size() - 2].soft_break || lines.back().width > width * 0.22) return false;
  for (const GlyphRun& run : lines.back().runs)
    if (run.text.find(' ') != std::string::npos) return false;
  return true;
}

/// A paragraph whose last line is no lonely short word where a narrower setting gives as many lines.
LaidOutParagraph layout_without_widow(const RichText& text, const ParagraphStyle& style, Pt width, const SlideContext& context) {
  FontCatalog& fonts = context.deck.fonts;
  LaidOutParagraph laid = layout_paragraph(text, style, width, fonts, context.report);
  if (!ends_with_lonely_word(laid, width)) return laid;
  for (const double share : {0.95, 0.9, 0.85}) {
    LaidOutParagraph narrower = layout_paragraph(text, style, width * share, fonts, context.report);
    if (narrower.paragraph.lines.size() != laid.paragraph.lines.size()) break;
    if (!ends_with_lonely_word(narrower, width)) return narrower;
  }
  return laid;
}

}  // namespace

Item block_item(std::string name, Role role, Span origin, int step) {
  Item item;
  item.name = std::move(name);
  item.role = role;
  item.origin = origin;
  item.step = step;
  return item;
}

std::vector<FlowEntry> flatten(const Blocks& blocks, const BodyLook& look, const SlideContext& context) {
  Flattener flattener(look, context);
  flattener.add(blocks, 0, 0, 0);
  return flattener.take();
}

Paragraph align_in(LaidOutParagraph laid, Pt width) {
  if (laid.paragraph.right_to_left && laid.paragraph.align == Align::left) begin_at_right(laid);
  const Align align = laid.paragraph.align;
  const Pt spare = width - laid.width;
  return moved_by(std::move(laid.paragraph), {align == Align::left ? 0 : align == Align::right ? spare : spare / 2, 0});
}

Piece layout_body_text(const std::vector<FlowEntry>& entries, Pt width, const BodyLook& look, const SlideContext& context) {
  Piece piece;
  piece.width = width;
  TextBlock block;
  for (const FlowEntry& entry : entries) {
    const ParagraphStyle style = style_of(entry, look, context);
    const Pt room = std::max(1.0, width - entry.indent);
    LaidOutParagraph laid = layout_without_widow(*entry.text, style, room, context);
    piece.fits = piece.fits && laid.width <= room + 0.01;
    const Pt gap = block.paragraphs.empty() ? 0 : entry.gap, top = piece.height + gap;
    piece.height = top + laid.height;
    Paragraph paragraph = place_entry(std::move(laid), entry, style, width, context);
    paragraph.space_before = gap;
    paragraph = moved_by(std::move(paragraph), {0, top});
    block.paragraphs.push_back(std::move(paragraph));
  }
  block.box = {0, 0, width, piece.height};
  Item item = block_item("body", Role::body, entries.front().origin);
  item.what = std::move(block);
  piece.items.push_back(std::move(item));
  piece.gap = entries.front().gap;
  return piece;
}

}  // namespace drawplate::slide
