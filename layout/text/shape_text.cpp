// See shape_text.h.
#include "layout/text/shape_text.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace drawplate {
namespace {

/// In code, what is typed is what is seen: no ligatures, and no contextual forms that draw "->" as an arrow.
constexpr std::array<hb_feature_t, 3> code_features = {{
    {HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'a', 'l', 't'), 0, 0, HB_FEATURE_GLOBAL_END},
}};

constexpr hb_feature_t tabular_figures = {HB_TAG('t', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END};

std::vector<hb_feature_t> features_of(const RunStyle& style) {
  std::vector<hb_feature_t> features;
  if (style.code) features.assign(code_features.begin(), code_features.end());
  if (style.tabular_figures) features.push_back(tabular_figures);
  return features;
}

/// Letter spacing belongs behind the last glyph of a cluster, so that marks stay on their letters.
void add_letter_spacing(ShapedGlyphs& glyphs, Pt spacing) {
  for (std::size_t i = 0; i < glyphs.size(); ++i)
    if (i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyphs[i].cluster) glyphs[i].advance += spacing;
}

/// Adds an item's clusters to the running sum. Bytes inside a cluster get the sum at its start.
void add_offsets(const TextItem& item, const ShapedGlyphs& glyphs, ShapedText& out) {
  Pt sum = out.offset_at[item.begin];
  std::uint32_t at = item.begin;
  const std::size_t count = glyphs.size();
  const auto logical = [&](std::size_t i) -> const ShapedGlyph& { return glyphs[item.level % 2 == 0 ? i : count - 1 - i]; };
  for (std::size_t i = 0; i < count;) {
    const std::uint32_t cluster = logical(i).cluster;
    while (at < cluster) out.offset_at[at++] = sum;
    out.starts_cluster[cluster] = true;
    out.offset_at[at++] = sum;
    for (; i < count && logical(i).cluster == cluster; ++i) sum += logical(i).advance;
    const std::uint32_t end = i < count ? logical(i).cluster : item.end;
    // The bytes inside count as before the cluster; only its end is behind it.
    const Pt start = out.offset_at[cluster];
    while (at < end) out.offset_at[at++] = start;
  }
  out.offset_at[item.end] = sum;
  out.starts_cluster[item.end] = true;
}

}  // namespace

Pt letter_spacing(const TextItem& item, const RunStyle& style) {
  constexpr std::array<hb_script_t, 11> spaced = {HB_SCRIPT_LATIN,    HB_SCRIPT_GREEK,    HB_SCRIPT_CYRILLIC, HB_SCRIPT_ARMENIAN,
                                                  HB_SCRIPT_HAN,      HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_HANGUL,
                                                  HB_SCRIPT_BOPOMOFO, HB_SCRIPT_GEORGIAN, HB_SCRIPT_HEBREW};
  const bool is_spaced =
      std::any_of(spaced.begin(), spaced.end(), [&](hb_script_t s) { return static_cast<std::uint32_t>(s) == item.script; });
  return is_spaced ? style.letter_spacing : 0;
}

Pt set_size(const TextItem& item, const RunStyle& style, const FontCatalog& fonts) {
  constexpr double sizes_per_pt = 600.0 / 72, rounding = 1e-6;
  if (style.baseline_shift != 0 || fonts.face(item.face).place().office_family.empty()) return style.size;
  return std::ceil(style.size * sizes_per_pt - rounding) / sizes_per_pt;
}

Shaper::Shaper(const StyledText& text, std::string_view lang, const FontCatalog& fonts)
    : text_(text), fonts_(fonts), buffer_(hb_buffer_create()), lang_(lang) {}

Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

ShapedGlyphs Shaper::shape(const TextItem& item, std::uint32_t begin, std::uint32_t end) {
  const RunStyle& style = text_.styles[item.style];
  if (style.formula) {
    ShapedGlyph whole;
    whole.cluster = begin;
    whole.advance = style.formula->box.width;
    return {whole};
  }
  const Face& face = fonts_.face(item.face);
  hb_buffer_reset(buffer_);
  hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  hb_buffer_set_direction(buffer_, item.level % 2 == 0 ? HB_DIRECTION_LTR : HB_DIRECTION_RTL);
  hb_buffer_set_script(buffer_, static_cast<hb_script_t>(item.script));
  const std::string_view lang = item.lang.empty() ? std::string_view(lang_) : item.lang;
  hb_buffer_set_language(buffer_, hb_language_from_string(lang.data(), static_cast<int>(lang.size())));
  hb_buffer_add_utf8(buffer_, text_.text.data(), static_cast<int>(text_.text.size()), begin, static_cast<int>(end - begin));
  const std::vector<hb_feature_t> features = features_of(style);
  hb_shape(face.hb_font(), buffer_, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  const double scale = set_size(item, style, fonts_) / face.units_per_em();
  ShapedGlyphs glyphs(count);
  for (unsigned i = 0; i < count; ++i) {
    glyphs[i].id = static_cast<std::uint16_t>(infos[i].codepoint);
    glyphs[i].unsafe_to_break = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    glyphs[i].cluster = infos[i].cluster;
    glyphs[i].advance = positions[i].x_advance * scale;
    glyphs[i].offset = {positions[i].x_offset * scale, -positions[i].y_offset * scale};
  }
  add_letter_spacing(glyphs, letter_spacing(item, style));
  return glyphs;
}

ShapedText shape_text(const StyledText& text, Itemized items, Shaper& shaper) {
  ShapedText out;
  out.items = std::move(items.items);
  out.base_level = items.base_level;
  out.offset_at.assign(text.text.size() + 1, 0);
  out.starts_cluster.assign(text.text.size() + 1, false);
  out.glyphs.reserve(out.items.size());
  std::uint32_t done = 0;
  for (const TextItem& item : out.items) {
    for (; done < item.begin; ++done) out.offset_at[done + 1] = out.offset_at[done];  // the "\n" between
    out.glyphs.push_back(shaper.shape(item));
    add_offsets(item, out.glyphs.back(), out);
    done = item.end;
  }
  for (; done < text.text.size(); ++done) out.offset_at[done + 1] = out.offset_at[done];
  return out;
}

}  // namespace drawplate
