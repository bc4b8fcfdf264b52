// See sheet_text.h.
#include "layout/print/sheet_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

// Paper is white whatever the theme, so its ink is black.
constexpr Color paper{{0xFF, 0xFF, 0xFF}, {}}, ink{{0x1A, 0x1A, 0x1A}, {}}, muted{{0x5A, 0x5A, 0x5A}, {}}, rule{{0x9A, 0x9A, 0x9A}, {}};
constexpr Pt running_size = 9, notes_size = 10.5, smallest_notes = 7, size_step = 0.5, line_distance = 22;
constexpr double notes_line_height = 1.4;

ParagraphStyle style_of(const Theme& theme, Pt size, Color color, const std::string& lang) {
  ParagraphStyle style;
  style.text = theme.style(TextRole::card_subtitle);
  style.text.size = size;
  style.text.line_height = notes_line_height;
  style.text.letter_spacing = 0;
  style.code = style.text;
  style.color = style.link_color = color;
  style.breaking = Breaking::greedy;
  style.lang = lang;
  return style;
}

RichText plain_text(std::string text) { return {{TextSpan{.text = std::move(text)}}, {}}; }

/// At empty lines; single line ends stay.
std::vector<std::string> paragraphs_of(const std::string& notes) {
  std::vector<std::string> paragraphs;
  for (std::size_t begin = 0; begin < notes.size();) {
    const std::size_t end = std::min(notes.find("\n\n", begin), notes.size());
    std::string text = notes.substr(begin, end - begin);
    while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.erase(0, 1);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (!text.empty()) paragraphs.push_back(std::move(text));
    begin = end + 2;
  }
  return paragraphs;
}

Pt height_of(const TextBlock& block) {
  Pt bottom = block.box.y;
  for (const Paragraph& paragraph : block.paragraphs)
    if (!paragraph.lines.empty()) bottom = std::max(bottom, paragraph.lines.back().baseline + paragraph.line_height * 0.3);
  return bottom - block.box.y;
}

std::string joined(const std::vector<std::string>& paragraphs, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < paragraphs.size(); ++i) text += (text.empty() ? "" : "\n\n") + paragraphs[i];
  return text;
}

}  // namespace

Sheet SheetWriter::begin(Size size) {
  Sheet sheet;
  sheet.page.size = size;
  sheet.page.background = paper;
  sheet.page.layout = 0;  // its items have tags of their own
  return sheet;
}

void SheetWriter::add(Sheet& sheet, std::string name, Role role, decltype(Item::what) what) {
  Item item;
  item.id = ItemId{static_cast<std::uint32_t>(sheet.page.items.size())};
  item.name = std::move(name);
  item.role = role;
  item.what = std::move(what);
  if (role == Role::text) sheet.page.reading_order.push_back(item.id);
  sheet.page.items.push_back(std::move(item));
}

void SheetWriter::add_running(Sheet& sheet, const std::string& text, Rect box, Align align) {
  if (text.empty()) return;
  ParagraphStyle style = style_of(theme_, running_size, muted, document_.meta.lang);
  style.align = align;
  LaidOutParagraph laid = layout_paragraph(plain_text(text), style, box.width, fonts_, report_);
  if (laid.paragraph.lines.size() > 1) laid.paragraph.lines.resize(1);
  if (laid.paragraph.lines.empty()) return;
  laid.paragraph.lines.front().soft_break = false;
  const Vec aside{align == Align::right ? box.width - laid.width : align == Align::center ? (box.width - laid.width) / 2 : 0, 0};
  Paragraph paragraph = laid.paragraph;
  const Pt left = paragraph.lines.front().left;  // lines may be placed within the width already
  TextBlock block;
  block.box = box;
  block.paragraphs.push_back(moved_by(std::move(paragraph), {box.x + aside.x - left, box.y}));
  add(sheet, "running text", Role::footer, std::move(block));
}

TextBlock SheetWriter::set_notes(const std::vector<std::string>& paragraphs, Rect box, Pt size) const {
  const ParagraphStyle style = style_of(theme_, size, ink, document_.meta.lang);
  TextBlock block;
  block.box = box;
  Pt y = box.y;
  for (const std::string& text : paragraphs) {
    LaidOutParagraph laid = layout_paragraph(plain_text(text), style, box.width, fonts_, report_);
    block.paragraphs.push_back(moved_by(std::move(laid.paragraph), {box.x, y}));
    y += laid.height + size * 0.6;
  }
  return block;
}

std::string SheetWriter::add_notes(Sheet& sheet, const std::string& name, const std::string& notes, Rect box) {
  std::vector<std::string> paragraphs = paragraphs_of(notes);
  if (paragraphs.empty() || box.width < 36 || box.height < 12) return joined(paragraphs, 0);
  TextBlock block;
  for (Pt size = notes_size; size >= smallest_notes; size -= size_step) {
    block = set_notes(paragraphs, box, size);
    if (height_of(block) <= box.height) {
      add(sheet, name, Role::text, std::move(block));
      return {};
    }
  }
  // Whole paragraphs move on; the first is the last resort's, since a sheet must take something.
  std::size_t fitting = 0;
  TextBlock part;
  part.box = box;
  for (Paragraph& paragraph : block.paragraphs) {
    const bool fits = paragraph.lines.empty() || paragraph.lines.back().baseline + paragraph.line_height * 0.3 <= box.bottom();
    if (!fits) break;
    part.paragraphs.push_back(std::move(paragraph));
    ++fitting;
  }
  if (fitting > 0) add(sheet, name, Role::text, std::move(part));
  return joined(paragraphs, fitting);
}

void SheetWriter::add_lines(Sheet& sheet, Rect box) {
  for (Pt y = box.y + line_distance; y <= box.bottom(); y += line_distance) add_line(sheet, {box.x, y}, {box.right(), y}, 0.5);
}

void SheetWriter::add_frame(Sheet& sheet, Rect box) {
  add(sheet, "frame", Role::decoration, Shape{.kind = ShapeKind::rect, .box = grown_by(box, 0.5), .stroke = Stroke{rule, 0.5}});
}

void SheetWriter::add_line(Sheet& sheet, Point from, Point to, Pt width) {
  Freeform line;
  line.box = {std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)};
  Path path;
  path.move_to(from).line_to(to);
  line.parts.push_back({std::move(path), std::nullopt, Stroke{rule, width}});
  add(sheet, "line", Role::decoration, std::move(line));
}

}  // namespace drawplate
