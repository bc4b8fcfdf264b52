// See setting.h.
#include "layout/slide/setting.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/text/base_direction.h"

namespace drawplate::slide {
namespace {

constexpr Pt wide_width = 960, wide_height = 540;
constexpr double width_weight = 0.7;
constexpr double factor_step = 0.93;

Pt rounded_to(Pt value, Pt unit) { return std::round(value / unit) * unit; }

bool is_detail(SlideRole role) { return role >= SlideRole::note_title; }

Color plain(Rgb rgb) { return {rgb, {}}; }

Rgb mixed(Rgb a, Rgb b, double share) {
  const auto mix = [&](std::uint8_t x, std::uint8_t y) { return static_cast<std::uint8_t>(std::lround(x + (y - x) * share)); };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)};
}

/// Light text on dark, or dark on light, on a colour that the theme has no text colours for.
Palette palette_on(Color background, Color text, const Theme& theme) {
  Palette palette = box_palette(theme);
  palette.background = background;
  palette.ink = text;
  palette.muted = plain(mixed(text.rgb, background.rgb, 0.28));
  const Color pale = theme.color(Accent::blue, AccentPart::pale), strong = theme.color(Accent::blue, AccentPart::text);
  palette.link = contrast_ratio(pale.rgb, background.rgb) > contrast_ratio(strong.rgb, background.rgb) ? pale : strong;
  palette.accent = theme.color(Accent::blue, AccentPart::outline);
  palette.mark = plain(mixed(background.rgb, text.rgb, 0.25));
  palette.key = plain(mixed(background.rgb, text.rgb, 0.2));
  palette.inverted = true;
  return palette;
}

std::optional<Rgb> own_background(const Slide& slide) {
  for (const SlideBackground& background : slide.backgrounds)
    if (background.color && background.side == SlideBackground::Side::whole) return background.color;
  return std::nullopt;
}

}  // namespace

std::optional<ImageId> ImageTable::id_of(ImageIndex index) {
  const auto i = static_cast<std::size_t>(index);
  if (i >= ids_.size()) return std::nullopt;
  const ImageFile& file = deck_.images[i];
  const bool drawable = file.media_type == "image/png" || file.media_type == "image/jpeg";
  if (!ids_[i] && drawable && !file.bytes.empty() && file.width > 0 && file.height > 0) {
    ids_[i] = static_cast<ImageId>(document_.images.size());
    document_.images.push_back({file.bytes, file.media_type, file.width, file.height});
  }
  return ids_[i];
}

double page_factor(Size page) {
  const double factor = std::pow(page.width / wide_width, width_weight) * std::pow(page.height / wide_height, 1 - width_weight);
  return std::clamp(std::round(factor * 20) / 20, 0.4, 6.0);
}

Palette box_palette(const Theme& theme) {
  Palette palette;
  palette.background = theme.color(ColorRole::card);
  palette.ink = theme.color(ColorRole::ink);
  palette.muted = theme.color(ColorRole::muted);
  palette.link = theme.color(Accent::blue, AccentPart::text);
  palette.accent = theme.color(Accent::blue, AccentPart::outline);
  palette.mark = theme.color(Accent::amber, AccentPart::pale);
  palette.key = theme.color(Accent::slate, AccentPart::pale);
  return palette;
}

Palette palette_of(const Slide& slide, SlideLayout layout, const Theme& theme) {
  Palette palette = box_palette(theme);
  palette.background = theme.color(ColorRole::background);
  palette.key = plain(mixed(palette.background.rgb, palette.ink.rgb, 0.12));
  const std::optional<Rgb> own = own_background(slide);
  const bool is_cover = layout == SlideLayout::title || layout == SlideLayout::section;
  const bool on_ink = is_cover && theme.looks.ink_covers && slide.backgrounds.empty() && !slide.text_color;
  if (slide.inverted != on_ink && !own) palette = palette_on(theme.color(ColorRole::ink), theme.color(ColorRole::background), theme);
  if (own) {
    const Color ink = theme.color(ColorRole::ink), paper = theme.color(ColorRole::background);
    const bool dark_text = contrast_ratio(ink.rgb, *own) >= contrast_ratio(paper.rgb, *own);
    palette = palette_on(plain(*own), dark_text ? ink : paper, theme);
  }
  if (slide.text_color) palette = palette_on(palette.background, plain(*slide.text_color), theme);
  return palette;
}

TextStyle SlideContext::style(SlideRole role) const {
  TextStyle style = theme().style(role);
  const SlideMetrics& metrics = theme().slides;
  const Pt own = style.size * deck.scale;
  const Pt floor = std::min(own, (is_detail(role) ? metrics.smallest_detail : metrics.smallest_text) * std::min(1.0, deck.scale));
  const Pt size = std::max(floor, rounded_to(own * factor, 0.25));
  const Pt line = std::max(0.75, rounded_to(style.line_height * size, 0.75));
  style.size = size;
  style.line_height = line / size;
  return style;
}

ParagraphStyle SlideContext::paragraph(SlideRole role, Color color, Align align) const {
  ParagraphStyle out;
  out.text = style(role);
  out.code = theme().code;
  out.color = color;
  out.link_color = palette.link;
  out.align = align;
  out.breaking = Breaking::greedy;
  out.lang = deck.lang;
  out.fallbacks = theme().fallbacks;
  out.mark_color = palette.mark;
  out.key_color = palette.key;
  out.set_formula = inline_formulas(*this);
  return out;
}

bool SlideContext::is_right_to_left() const { return drawplate::is_right_to_left(std::string_view(), deck.lang); }

Pt SlideContext::length(Pt token) const { return rounded_to(token * deck.scale * factor, 0.75); }

std::vector<double> text_factors(const DeckSetting& deck) {
  const double least = std::min(1.0, deck.theme.slides.smallest_text / deck.theme.style(SlideRole::body).size);
  std::vector<double> factors;
  for (double factor = 1; factor > least; factor *= factor_step) factors.push_back(factor);
  factors.push_back(least);
  return factors;
}

}  // namespace drawplate::slide
