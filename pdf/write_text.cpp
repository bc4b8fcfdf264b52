// See write_text.h.
#include "pdf/write_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pdf/clusters.h"
#include "pdf/glyph_shapes.h"

namespace drawplate::pdf {
namespace {

/// A code of the font and where it goes.
struct PlacedCode {
  std::uint16_t code = 0;
  int width = 0;  ///< as the font states it, in thousandths of the size
  Pt advance = 0;
  Vec offset;
  std::uint16_t glyph = 0;  ///< where it stands for one
};

/// Codes with their places, ready to be shown in one text object.
struct Stretch {
  std::vector<PlacedCode> codes;
  std::string actual_text;
  Pt x = 0;            ///< of the first glyph's origin
  bool drawn = false;  ///< as shapes: see is_drawn
};

void add_form(const SlotForm& form, Pt advance, const GlyphRun& run, const EmbeddedFont& font, std::vector<PlacedCode>& to) {
  const std::uint16_t first = font.forms.at(form);
  for (std::size_t i = 0; i < form.shape.slots.size(); ++i) {
    const bool last = i + 1 == form.shape.slots.size();
    const Pt own = last ? advance : form.shape.slots[i] * run.size / font.face->units_per_em();
    to.push_back({static_cast<std::uint16_t>(first + i), font.width_of_units(form.shape.slots[i]), own, {}, 0});
    advance -= own;
  }
}

/// Adds a cluster's codes; returns its advance.
Pt add_cluster(const Cluster& cluster, const std::optional<SlotForm>& form, const GlyphRun& run, const EmbeddedFont& font, Stretch& to) {
  Pt advance = 0;
  for (const Glyph& glyph : cluster.glyphs) {
    advance += glyph.advance;
    if (!form) to.codes.push_back({font.code_of(glyph.id), font.width_of(glyph.id), glyph.advance, glyph.offset, glyph.id});
  }
  if (form) add_form(*form, advance, run, font, to.codes);
  return advance;
}

/// Cuts a run where text and glyphs part ways.
std::vector<Stretch> stretches_of(const GlyphRun& run, const EmbeddedFont& font) {
  std::vector<Stretch> stretches;
  Pt x = run.origin.x;
  std::string_view before;
  for (const Cluster& cluster : clusters_of(run)) {
    const std::optional<SlotForm> form = slot_form(cluster, run, *font.face);
    const bool drawn = is_drawn(cluster, *font.face), replaced = drawn || (!form && font.needs_actual_text(cluster));
    const bool goes_on = !stretches.empty() && stretches.back().drawn == drawn && stretches.back().actual_text.empty() != replaced;
    if (!goes_on) stretches.push_back({{}, {}, x, drawn});
    if (run.right_to_left && needs_mark_between(std::exchange(before, cluster.text), cluster.text))
      add_form(mark_form(true, 1), 0, run, font, stretches.back().codes);
    std::string& text = stretches.back().actual_text;
    if (replaced) text.insert(run.right_to_left ? 0 : text.size(), cluster.text);  // glyphs come in visual order
    x += add_cluster(cluster, form, run, font, stretches.back());
  }
  return stretches;
}

/// Shows codes by TJ. The codes advance by the file's rounded widths; steps are taken against the true place, so that
/// rounding never adds up.
void show_codes(const Stretch& stretch, const GlyphRun& run, ContentStream& content) {
  std::vector<ShownCode> codes;
  Pt rise = 0, pen = stretch.x, drawn = stretch.x;
  const auto flush = [&] {
    if (!codes.empty()) content.show(codes);
    codes.clear();
  };
  for (const PlacedCode& placed : stretch.codes) {
    if (-placed.offset.y != rise) {
      flush();
      rise = -placed.offset.y;
      content.text_rise(rise);
    }
    const int back = static_cast<int>(std::lround((drawn - pen - placed.offset.x) / run.size * 1000));
    codes.push_back({placed.code, back});
    drawn += (placed.width - back) * run.size / 1000;
    pen += placed.advance;
  }
  flush();
  if (rise != 0) content.text_rise(0);
}

/// Glyphs that are drawn; an unseen space, as wide as they are, carries the text to readers.
void write_drawn(const Stretch& stretch, const GlyphRun& run, const EmbeddedFont& font, Canvas& canvas) {
  Pt x = stretch.x;
  for (const PlacedCode& placed : stretch.codes) {
    const Affine place{run.size, 0, 0, run.size, x + placed.offset.x, run.origin.y + placed.offset.y};
    write_glyph_shapes(placed.glyph, place, run.color.rgb, *font.face, canvas);
    x += placed.advance;
  }
  if (!font.space) return;
  const Pt space = font.face->advance(*font.space) * run.size;
  canvas.content.fill_color(run.color.rgb);
  canvas.content.begin_text().font(font.resource, run.size).text_at(canvas.place({stretch.x, run.origin.y}));
  canvas.content.text_scale(space > 0 && x > stretch.x ? (x - stretch.x) / space : 1);
  canvas.content.show(std::array{ShownCode{font.code_of(*font.space), 0}}).text_scale(1).end_text();
}

void write_stretch(const Stretch& stretch, const GlyphRun& run, const EmbeddedFont& font, Canvas& canvas) {
  if (stretch.drawn) {
    write_drawn(stretch, run, font, canvas);
    return;
  }
  canvas.content.fill_color(run.color.rgb);
  canvas.content.begin_text().font(font.resource, run.size).text_at(canvas.place({stretch.x, run.origin.y}));
  show_codes(stretch, run, canvas.content);
  canvas.content.end_text();
}

struct DirectionMark {
  Pt x = 0;
  bool right_to_left = false;
};

/// An unseen direction mark beside a run, in the run's font where that has them, else in the page's.
void write_direction_mark(const DirectionMark& direction, const GlyphRun& run, const Mark& mark, Canvas& canvas) {
  if (!canvas.direction.marks) return;
  const EmbeddedFont& font = canvas.file.fonts.at(run.right_to_left ? run.face : *canvas.direction.marks);
  Stretch stretch{{}, {}, direction.x, false};
  add_form(mark_form(direction.right_to_left, 1), 0, run, font, stretch.codes);
  canvas.marks.enter(mark);
  write_stretch(stretch, run, font, canvas);
}

/// From the run's start to its last glyph that is not a space.
Pt inked_width(const GlyphRun& run) {
  Pt width = 0, inked = 0;
  for (const Cluster& cluster : clusters_of(run)) {
    for (const Glyph& glyph : cluster.glyphs) width += glyph.advance;
    if (cluster.text.find_first_not_of(" \t") != std::string_view::npos) inked = width;
  }
  return inked;
}

Pt width_of(const GlyphRun& run) {
  Pt width = 0;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

/// A bar `position` ems above the baseline, under or through the run.
void write_bar(const GlyphRun& run, Em position, Em thickness, Canvas& canvas) {
  const Pt middle = run.origin.y - position * run.size, height = thickness * run.size;
  canvas.content.fill_color(run.color.rgb);
  canvas.content.rectangle(canvas.place({run.origin.x, middle + height / 2}), {inked_width(run), height}).fill();
}

/// The page's link that a run belongs to: the one of the run before where both lead to the same place.
int link_for(const GlyphRun& run, const Rect& box, bool goes_on, Canvas& canvas) {
  if (goes_on) {
    LinkArea& last = canvas.links.back();
    last.box = union_of(last.box, box);
    last.text += run.text;
  } else {
    canvas.links.push_back({box, run.link, run.text});
  }
  return static_cast<int>(canvas.links.size()) - 1;
}

Mark mark_of(const GlyphRun& run, const GlyphRun* before, const Mark& mark, const EmbeddedFont& font, Canvas& canvas) {
  Mark own = mark;
  if (!run.lang.empty() && run.lang != canvas.file.lang) own.lang = run.lang;
  if (canvas.file.leads(run.link) && !mark.is_artifact()) {
    const FaceMetrics& metrics = font.face->metrics();
    const Rect box{run.origin.x, run.origin.y - metrics.ascent * run.size, inked_width(run), (metrics.ascent + metrics.descent) * run.size};
    own.link = link_for(run, box, before && before->link == run.link, canvas);
  }
  return own;
}

/// As high as letters of the size around the run reach, whatever its own.
void write_highlight(const GlyphRun& run, Pt baseline, const EmbeddedFont& font, Canvas& canvas) {
  const FaceMetrics& metrics = font.face->metrics();
  const Rect box{run.origin.x, baseline - metrics.ascent * run.size, inked_width(run), (metrics.ascent + metrics.descent) * run.size};
  const Rect placed = canvas.place_box(box);
  canvas.content.fill_color(run.highlight->rgb).rectangle({placed.x, placed.y}, {placed.width, placed.height}).fill();
}

void write_run(const GlyphRun& run, const Mark& mark, const EmbeddedFont& font, Canvas& canvas) {
  for (const Stretch& stretch : stretches_of(run, font)) {
    Mark own = mark;
    own.actual_text = stretch.actual_text;
    canvas.marks.enter(own);
    write_stretch(stretch, run, font, canvas);
  }
  const FaceMetrics& metrics = font.face->metrics();
  if (!run.underline && !run.strike) return;
  canvas.marks.enter(mark);
  if (run.underline) write_bar(run, metrics.underline_position, metrics.underline_thickness, canvas);
  if (run.strike) write_bar(run, metrics.strike_position, metrics.strike_thickness, canvas);
}

/// A space after a line whose text does not end in one: without it readers of the content join the words of two lines.
void write_separator(const Line& line, const Mark& mark, bool right_to_left, Canvas& canvas) {
  const GlyphRun& last = right_to_left ? line.runs.front() : line.runs.back();
  const EmbeddedFont& font = canvas.file.fonts.at(last.face);
  if (last.text.empty() || last.text.back() == ' ' || last.size <= 0 || !font.space) return;
  const Pt advance = font.face->advance(*font.space) * last.size;
  Pt x = right_to_left ? last.origin.x - advance : last.origin.x;
  if (!right_to_left)
    for (const Glyph& glyph : last.glyphs) x += glyph.advance;
  canvas.marks.enter(mark);
  write_stretch({{{font.code_of(*font.space), font.width_of(*font.space), advance, {}, *font.space}}, {}, x, false}, last, font, canvas);
}

/// The formulas that stand before run `index`, each as a part of its own within the paragraph's.
void write_formulas_before(const Line& line, std::size_t index, const Mark& mark, Canvas& canvas) {
  for (const Line::InlineFormula& inside : line.formulas) {
    if (inside.before_run != index) continue;
    Mark own = mark;
    if (mark.tag) own.tag = add_tag(canvas.tags, {"Formula", mark.tag, 0, Dict().set("Alt", text(inside.formula.tex))});
    write_formula(inside.formula, own, canvas);
  }
}

void write_line(const Line& line, const Mark& mark, bool right_to_left, Canvas& canvas) {
  for (const GlyphRun& run : line.runs) {
    if (!run.highlight || run.glyphs.empty() || run.size <= 0) continue;
    canvas.marks.enter(mark);
    write_highlight(run, line.baseline, canvas.file.fonts.at(run.face), canvas);
  }
  const GlyphRun* before = nullptr;
  const std::vector<RunMarks> marks = direction_marks(line);
  const LineMarks ends = line_marks(line, right_to_left, canvas.direction);
  for (std::size_t i = 0; i < line.runs.size(); ++i) {
    const GlyphRun& run = line.runs[i];
    write_formulas_before(line, i, mark, canvas);
    if (run.glyphs.empty() || run.size <= 0) continue;
    const EmbeddedFont& font = canvas.file.fonts.at(run.face);
    const Mark own = mark_of(run, before, mark, font, canvas);
    const Pt left = run.origin.x, right = left + width_of(run);
    if (marks[i].left || (ends.left && i == 0)) write_direction_mark({left, true}, run, own, canvas);
    write_run(run, own, font, canvas);
    if (marks[i].right) write_direction_mark({right, true}, run, own, canvas);
    if (ends.right && i + 1 == line.runs.size()) write_direction_mark({right, false}, run, own, canvas);
    before = &run;
  }
  for (std::size_t i = line.runs.size(); i <= line.runs.size() + line.formulas.size(); ++i) write_formulas_before(line, i, mark, canvas);
  if (!line.runs.empty()) write_separator(line, mark, right_to_left, canvas);
}

void write_bullet(const Bullet& bullet, const Mark& mark, Canvas& canvas) {
  if (bullet.run.glyphs.empty() || bullet.run.size <= 0) return;
  Line line;
  line.runs.push_back(bullet.run);
  write_line(line, mark, false, canvas);
}

void write_paragraph(const Paragraph& paragraph, const ParagraphMarks& marks, Canvas& canvas) {
  if (paragraph.bullet) write_bullet(*paragraph.bullet, marks.label, canvas);
  for (const Line& line : paragraph.lines) write_line(line, marks.text, paragraph.right_to_left, canvas);
}

constexpr Pt mark_size = 2;        ///< of what is not to be seen
constexpr double mark_step = 0.2;  ///< of the size: readers drop what stands twice at one place

}  // namespace

void write_text(const TextBlock& block, const Mark& mark, Canvas& canvas) {
  for (const Paragraph& paragraph : block.paragraphs) write_paragraph(paragraph, {mark, mark}, canvas);
}

void write_text(const TextBlock& block, std::span<const ParagraphMarks> marks, Canvas& canvas) {
  for (std::size_t i = 0; i < block.paragraphs.size(); ++i) write_paragraph(block.paragraphs[i], marks[i], canvas);
}

void write_page_marks(Canvas& canvas) {
  const PageDirection& direction = canvas.direction;
  if (!direction.marks || direction.wanting == 0) return;
  const EmbeddedFont& font = canvas.file.fonts.at(*direction.marks);
  GlyphRun run;
  run.size = mark_size;
  run.origin = {mark_size, canvas.page_height - mark_size};
  Stretch stretch{{}, {}, run.origin.x, false};
  for (std::size_t left = direction.wanting; left > 0;) {
    const SlotForm form = mark_form(direction.right_to_left, left);
    add_form(form, mark_step * mark_size, run, font, stretch.codes);
    left -= std::min(left, form.texts.front().size() / 3);
  }
  canvas.marks.enter({});
  write_stretch(stretch, run, font, canvas);
}

void write_formula(const Formula& formula, const Mark& mark, Canvas& canvas) {
  canvas.marks.enter(mark);
  for (const Rect& rule : formula.rules) {
    const Rect box = canvas.place_box(rule);
    canvas.content.fill_color(formula.color.rgb).rectangle({box.x, box.y}, {box.width, box.height}).fill();
  }
  for (const GlyphRun& run : formula.runs)
    if (!run.glyphs.empty() && run.size > 0) write_run(run, mark, canvas.file.fonts.at(run.face), canvas);
}

}  // namespace drawplate::pdf
