// See clusters.h.
#include "pdf/clusters.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"

namespace drawplate::pdf {
std::vector<Cluster> clusters_of(const GlyphRun& run) {
  std::vector<Cluster> clusters;
  const std::span<const Glyph> glyphs = run.glyphs;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    std::size_t end = begin + 1;
    while (end < glyphs.size() && glyphs[end].text_begin == glyphs[end].text_end) ++end;
    const Glyph& first = glyphs[begin];
    const std::size_t from = std::min<std::size_t>(first.text_begin, run.text.size());
    const std::size_t to = std::clamp<std::size_t>(first.text_end, from, run.text.size());
    clusters.push_back({glyphs.subspan(begin, end - begin), std::string_view(run.text).substr(from, to - from)});
    begin = end;
  }
  return clusters;
}

std::optional<std::vector<std::string_view>> text_by_glyph(const Cluster& cluster, const Face& face) {
  if (cluster.glyphs.size() == 1) return std::vector{cluster.text};
  std::vector<std::string_view> characters = characters_of(cluster.text);
  if (characters.size() != cluster.glyphs.size()) return std::nullopt;
  for (std::size_t i = 0; i < characters.size(); ++i)
    if (face.nominal_glyph(decode_utf8(characters[i], 0).value) != cluster.glyphs[i].id) return std::nullopt;
  return characters;
}

std::vector<std::string_view> guessed_text_by_glyph(const Cluster& cluster) {
  constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
  std::vector<std::string_view> texts = characters_of(cluster.text);
  const std::size_t count = cluster.glyphs.size();
  if (texts.size() > count) {
    const char* rest = texts[count - 1].data();
    texts[count - 1] = {rest, static_cast<std::size_t>(cluster.text.data() + cluster.text.size() - rest)};
  }
  texts.resize(count, zero_width_space);
  return texts;
}

bool has_private_use(std::string_view text) {
  return std::ranges::any_of(to_utf32(text), [](char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; });
}

}  // namespace drawplate::pdf
