// See collect_text.h.
#include "layout/text/collect_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace drawplate {
namespace {

/// Raised and lowered text: its size and shift, in parts of the size of the text around it.
constexpr double small_share = 0.66, raise = 0.34, lower = -0.14;
constexpr std::string_view object_character = "\xEF\xBF\xBC";  // U+FFFC

void set_small(RunStyle& run, bool is_raised) {
  run.baseline_shift = is_raised ? raise : lower;
  run.raised = run.size * run.baseline_shift;
  run.size *= small_share;
}

/// By how much code is set smaller or larger so that its small letters are as high as those around it.
double matched_x_height(const FaceQuery& around, const FaceQuery& code, FontCatalog& fonts) {
  const auto a = fonts.match(around), b = fonts.match(code);
  if (!a || !b) return 1;
  return std::clamp(fonts.face(*a).metrics().x_height / fonts.face(*b).metrics().x_height, 0.8, 1.25);
}

Result<RunStyle> style_of(const TextSpan& span, const ParagraphStyle& style, FontCatalog& fonts) {
  const bool is_code = span.code || span.keyboard;
  const TextStyle& base = is_code ? style.code : style.text;
  RunStyle run;
  run.family = base.family;
  run.weight = span.bold ? std::max(700, base.weight) : base.weight;
  run.italic = base.italic || span.italic;
  run.size = style.text.size;
  if (is_code) {
    const FaceQuery around{style.text.family, style.text.weight, style.text.italic}, own{run.family, run.weight, run.italic};
    run.size *= style.code.size * matched_x_height(around, own, fonts);
  }
  run.tabular_figures = base.tabular_figures;
  run.letter_spacing = base.letter_spacing * run.size;
  run.color = span.link.empty() ? style.color : style.link_color;
  run.underline = span.underline || !span.link.empty();  // a link must not be told by its colour alone
  run.strike = span.strike;
  run.code = is_code;
  run.link = span.link;
  if (span.superscript || span.subscript) set_small(run, span.superscript);
  if (span.keyboard) run.highlight = style.key_color;
  if (span.highlighted) run.highlight = style.mark_color;
  const auto face = fonts.match({run.family, run.weight, run.italic});
  if (!face) return tl::unexpected(face.error());
  run.face = *face;
  return run;
}

/// Appends characters, collapsing white space as it goes.
class Collector {
 public:
  Collector(std::string& out, bool keep_spaces) : out_(out), keep_spaces_(keep_spaces) {}

  void add(char c) {
    if (c == '\n') {
      drop_space();
      out_ += c;
    } else if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
      if (keep_spaces_ || (!out_.empty() && out_.back() != ' ' && out_.back() != '\n')) out_ += ' ';
    } else {
      out_ += c;
    }
  }
  void drop_space() {
    if (!keep_spaces_ && !out_.empty() && out_.back() == ' ') out_.pop_back();
  }

 private:
  std::string& out_;
  bool keep_spaces_;
};

/// U+2028 and U+2029 end lines as "\n" does; U+0085 is dropped.
std::size_t special_at(std::string_view text, std::size_t at, char& becomes) {
  const std::string_view rest = text.substr(at, 3);
  if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") return becomes = '\n', 3;
  if (rest.substr(0, 2) == "\xC2\x85") return becomes = '\0', 2;
  if (rest.substr(0, 2) == "\r\n") return becomes = '\n', 2;
  return 0;
}

std::vector<HardLine> hard_lines(std::string_view text) {
  std::vector<HardLine> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; begin = end + 1, end = text.find('\n', begin))
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
  return lines;
}

}  // namespace

Result<StyledText> collect_text(const RichText& text, const ParagraphStyle& style, FontCatalog& fonts) {
  StyledText out;
  Collector collector(out.text, style.keep_spaces);
  for (const TextSpan& span : text.spans) {
    auto run = style_of(span, style, fonts);
    if (!run) return tl::unexpected(run.error());
    if (out.styles.size() < style.span_colors.size()) run->color = style.span_colors[out.styles.size()];
    if (!span.math.empty() && style.set_formula) run->formula = style.set_formula(span, run->size, run->color);
    out.styles.push_back(std::move(*run));
    const std::string_view shown = out.styles.back().formula ? object_character : std::string_view(span.text);
    for (std::size_t i = 0; i < shown.size();) {
      char becomes = shown[i];
      const std::size_t special = special_at(shown, i, becomes);
      if (becomes != '\0' || special == 0) collector.add(becomes);
      i += std::max<std::size_t>(special, 1);
    }
    const auto end = static_cast<std::uint32_t>(out.text.size());
    out.ranges.push_back({0, end, static_cast<std::uint32_t>(out.styles.size() - 1)});
  }
  collector.drop_space();
  // Where a span began with "\n" the one before may have lost a space again; its range then holds the "\n", which has no glyph.
  std::uint32_t begin = 0;
  for (StyleRange& range : out.ranges) {
    range.begin = begin;
    range.end = std::clamp(range.end, begin, static_cast<std::uint32_t>(out.text.size()));
    begin = range.end;
  }
  std::erase_if(out.ranges, [](const StyleRange& r) { return r.begin == r.end; });
  out.lines = hard_lines(out.text);
  return out;
}

}  // namespace drawplate
