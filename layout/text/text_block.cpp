// One paragraph from styled text to placed lines: collect, itemise, shape, fit, place. See text_block.h.
#include "layout/text/text_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "fonts/office_names.h"
#include "layout/text/collect_text.h"
#include "layout/text/line_break.h"
#include "layout/text/place_line.h"
#include "layout/text/shape_text.h"

namespace drawplate {
namespace {

/// Layout may lay one text out many times; the author hears of it once.
void report_missing(const std::vector<char32_t>& missing, Span origin, Report& report) {
  for (const char32_t c : missing) {
    std::string message = fmt::format("no installed font has the character '{}' (U+{:04X})", to_utf8(c), static_cast<std::uint32_t>(c));
    const auto is_same = [&](const Diagnostic& d) { return d.span == origin && d.message == message; };
    if (std::any_of(report.all().begin(), report.all().end(), is_same)) continue;
    const std::string_view package = package_of_character(c);
    report.warning(origin, std::move(message))
        .help(package.empty() ? "install a font that has it"
                              : fmt::format("install a font for it; Debian's package {} brings one", package));
  }
}

/// A paragraph shaped once, and where it may break.
struct PreparedText {
  StyledText text;
  std::unique_ptr<Shaper> shaper;  ///< refers to the text
  ShapedText shaped;
  std::vector<BreakChance> chances;
};

/// Nothing where the system has no font at all.
std::unique_ptr<PreparedText> prepare(const RichText& text, const ParagraphStyle& style, FontCatalog& fonts, Report& report) {
  auto styled = collect_text(text, style, fonts);
  if (!styled) return nullptr;
  auto prepared = std::make_unique<PreparedText>();
  prepared->text = std::move(*styled);
  Itemized items = itemize(prepared->text, {style.lang, style.direction, style.fallbacks}, fonts);
  report_missing(items.missing, text.origin, report);
  prepared->shaper = std::make_unique<Shaper>(prepared->text, style.lang, fonts);
  prepared->shaped = shape_text(prepared->text, std::move(items), *prepared->shaper);
  prepared->chances =
      find_breaks(prepared->text.text, style.lang, style.breaking == Breaking::balanced ? BreakAt::phrases : BreakAt::anywhere);
  return prepared;
}

std::vector<FittedLine> fit_all(const PreparedText& text, Breaking breaking, Pt max_width) {
  std::vector<FittedLine> lines;
  for (const HardLine& line : text.text.lines) {
    const auto fit = breaking == Breaking::balanced ? fit_balanced : breaking == Breaking::optimal ? fit_optimal : fit_greedy;
    const auto fitted = fit(text.shaped, text.chances, line, max_width);
    lines.insert(lines.end(), fitted.begin(), fitted.end());
  }
  return lines;
}

void move_line(Line& line, Vec by) {
  line.baseline += by.y;
  line.left += by.x;
  for (GlyphRun& run : line.runs) run.origin = run.origin + by;
  for (Line::InlineFormula& inlined : line.formulas) inlined.formula = moved_by(std::move(inlined.formula), by);
}

void read_metrics(LaidOutParagraph& out, const ParagraphStyle& style, FontCatalog& fonts) {
  const auto face = fonts.match({style.text.family, style.text.weight, style.text.italic});
  if (!face) return;
  const FaceMetrics& metrics = fonts.face(*face).metrics();
  const Pt size = style.text.size;
  out.paragraph.line_height = size * style.text.line_height;
  out.cap_height = metrics.cap_height * size;
  out.x_height = metrics.x_height * size;
  out.descent = metrics.descent * size;
  out.first_baseline = (out.paragraph.line_height + (metrics.ascent - metrics.descent) * size) / 2;
}

/// Replaces the lines of `out`; returns by how much the widest passes `max_width` because it was shaped by itself.
Pt place_lines(LinePlacer& placer, std::vector<FittedLine>& fitted, Pt max_width, LaidOutParagraph& out) {
  constexpr Pt tolerance = 1e-6;
  Pt excess = 0;
  out.width = 0;
  out.paragraph.lines.clear();
  for (FittedLine& line : fitted) {
    out.paragraph.lines.push_back(placer.place(line));
    const Pt width = out.paragraph.lines.back().width;
    if (line.width <= max_width + tolerance && width > max_width + tolerance) excess = std::max(excess, width - max_width);
    line.width = width;
    out.width = std::max(out.width, width);
    if (placer.ends_hyphenated(line)) line.soft = false;  // no other program would show the hyphen
  }
  out.frame_width = choose_frame(fitted, std::max(max_width, out.width));
  for (std::size_t i = 0; i < fitted.size(); ++i) out.paragraph.lines[i].soft_break = fitted[i].soft;
  return excess;
}

void align_lines(LaidOutParagraph& out, Align align) {
  Pt top = 0;
  for (Line& line : out.paragraph.lines) {
    const Pt spare = out.width - line.width;
    move_line(line, {align == Align::left ? 0 : align == Align::right ? spare : spare / 2, top + out.first_baseline});
    top += out.paragraph.line_height;
  }
  out.height = top;
}

}  // namespace

LaidOutParagraph layout_paragraph(const RichText& text, const ParagraphStyle& style, Pt max_width, FontCatalog& fonts, Report& report) {
  LaidOutParagraph out;
  out.paragraph.align = style.align;
  read_metrics(out, style, fonts);
  const auto prepared = prepare(text, style, fonts, report);
  if (!prepared) return out;
  out.paragraph.right_to_left = prepared->shaped.base_level % 2 == 1;
  LinePlacer placer(prepared->text, prepared->shaped, *prepared->shaper, style.lang);
  // A line shaped by itself may be a little wider than within the whole; then the limit is lowered, by more each time.
  Pt limit = max_width;
  for (int attempt = 0; attempt < 6; ++attempt) {
    std::vector<FittedLine> fitted = fit_all(*prepared, style.breaking, limit);
    const Pt excess = place_lines(placer, fitted, max_width, out);
    if (excess <= 0) break;
    limit = std::max(0.0, limit - std::ldexp(excess, attempt) - 1e-6);
  }
  align_lines(out, style.align);
  return out;
}

TextWidths measure_text(const RichText& text, const ParagraphStyle& style, FontCatalog& fonts, Report& report) {
  const auto prepared = prepare(text, style, fonts, report);
  if (!prepared) return {};
  const ShapedText& shaped = prepared->shaped;
  TextWidths widths;
  auto chance = prepared->chances.begin();
  for (const HardLine& line : prepared->text.lines) {
    widths.natural = std::max(widths.natural, shaped.width(line.begin, line.end));
    std::uint32_t begin = line.begin;
    for (; chance != prepared->chances.end() && chance->at < line.end; ++chance) {
      if (chance->kind >= BreakKind::inside_word) continue;
      widths.minimum = std::max(widths.minimum, shaped.width(begin, chance->content_end));
      begin = chance->at;
    }
    widths.minimum = std::max(widths.minimum, shaped.width(begin, line.end));
  }
  return widths;
}

Pt room_for_words(const RichText& text, const ParagraphStyle& style, Pt most, FontCatalog& fonts, Report& report) {
  constexpr double widest = 2;
  constexpr Em wide_letter = 0.8;  // words that are short even in such letters need not be measured
  double longest = 0, word = 0;
  for (const char c : text.plain()) {
    word = c == ' ' || c == '\n' ? 0 : word + 1;
    longest = std::max(longest, word);
  }
  if (longest * wide_letter * style.text.size < most) return most;
  return std::max(most, std::min(measure_text(text, style, fonts, report).minimum + 0.5, widest * most));
}

Paragraph moved_by(Paragraph paragraph, Vec by) {
  for (Line& line : paragraph.lines) move_line(line, by);
  if (paragraph.bullet) paragraph.bullet->run.origin = paragraph.bullet->run.origin + by;
  return paragraph;
}

Formula moved_by(Formula formula, Vec by) {
  formula.box = moved_by(formula.box, by);
  for (GlyphRun& run : formula.runs) run.origin = run.origin + by;
  for (Rect& rule : formula.rules) rule = moved_by(rule, by);
  return formula;
}

TextBlock moved_by(TextBlock block, Vec by) {
  block.box = moved_by(block.box, by);
  for (Paragraph& paragraph : block.paragraphs) paragraph = moved_by(std::move(paragraph), by);
  return block;
}

}  // namespace drawplate
