// See place_line.h.
#include "layout/text/place_line.h"

#include <unicode/ubidi.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/text/collect_text.h"
#include "layout/text/text_block.h"

namespace drawplate {
namespace {

/// Glyphs whose clusters lie in [begin, end): clusters are sorted, upwards or, right to left, downwards.
struct GlyphRange {
  std::size_t first = 0, last = 0;
};

GlyphRange glyph_range(const ShapedGlyphs& glyphs, bool rightwards, std::uint32_t begin, std::uint32_t end) {
  const auto index = [&](auto at) { return static_cast<std::size_t>(at - glyphs.begin()); };
  const auto before = [](const ShapedGlyph& g, std::uint32_t at) { return g.cluster < at; };
  const auto behind = [](const ShapedGlyph& g, std::uint32_t at) { return g.cluster >= at; };
  if (rightwards)
    return {index(std::lower_bound(glyphs.begin(), glyphs.end(), begin, before)),
            index(std::lower_bound(glyphs.begin(), glyphs.end(), end, before))};
  return {index(std::lower_bound(glyphs.begin(), glyphs.end(), end, behind)),
          index(std::lower_bound(glyphs.begin(), glyphs.end(), begin, behind))};
}

/// A cut is clean where a cluster begins that was shaped without regard to what stands before it.
bool is_clean_cut(const ShapedGlyphs& glyphs, std::size_t index, std::uint32_t at) {
  return index < glyphs.size() && glyphs[index].cluster == at && !glyphs[index].unsafe_to_break;
}

/// Other scripts' faces often have neither, and need none: only the family that was asked for is to have them.
void note_lacks(GlyphRun& run, const RunStyle& style, const FontCatalog& fonts) {
  constexpr int least_bold = 600, most_plain = 500;
  if (run.face != style.face) return;
  const Face& face = fonts.face(run.face);
  run.lacks_bold = style.weight >= least_bold && face.weight() <= most_plain;
  run.lacks_italic = style.italic && !face.italic();
}

}  // namespace

/// In visual order (UAX 9, L1 and L2): white space at the line's end takes the paragraph's level.
std::vector<LinePlacer::Piece> LinePlacer::visual_pieces(const FittedLine& line) const {
  const auto ends_before = [](const TextItem& item, std::uint32_t at) { return item.end <= at; };
  auto item = std::lower_bound(shaped_.items.begin(), shaped_.items.end(), line.begin, ends_before);
  std::vector<Piece> pieces;
  for (; item != shaped_.items.end() && item->begin < line.end; ++item) {
    const auto index = static_cast<std::size_t>(item - shaped_.items.begin());
    const std::uint32_t begin = std::max(item->begin, line.begin), end = std::min(item->end, line.end);
    const std::uint32_t cut = item->level == shaped_.base_level ? end : std::clamp(line.content_end, begin, end);
    if (begin < cut) pieces.push_back({index, begin, cut, item->level});
    if (cut < end) pieces.push_back({index, cut, end, shaped_.base_level});
  }
  if (std::all_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.level == 0; })) return pieces;
  std::vector<UBiDiLevel> levels;
  for (const Piece& piece : pieces) levels.push_back(piece.level);
  std::vector<std::int32_t> order(pieces.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  std::vector<Piece> visual;
  for (const std::int32_t i : order) visual.push_back(pieces[static_cast<std::size_t>(i)]);
  return visual;
}

Line LinePlacer::place(const FittedLine& fitted) {
  Line line;
  line.soft_break = fitted.soft;
  Pt x = 0, eaten = 0;
  for (const Piece& piece : visual_pieces(fitted)) {
    const RunStyle& style = text_.styles[shaped_.items[piece.item].style];
    if (style.formula) {
      line.formulas.push_back({static_cast<std::uint32_t>(line.runs.size()), moved_by(*style.formula, {x, 0})});
      x += style.formula->box.width;
      continue;
    }
    GlyphRun run = run_of(piece);
    run.origin = {x, -style.raised};
    if (run.text.find(soft_hyphen) != std::string::npos)
      settle_soft_hyphens(run, ends_hyphenated(fitted) && piece.end == fitted.content_end);
    for (const Glyph& glyph : run.glyphs) {
      x += glyph.advance;
      if (piece.begin + glyph.text_end > fitted.content_end) eaten += glyph.advance;
    }
    line.runs.push_back(std::move(run));
  }
  line.width = x - eaten;
  // The eaten space stands at the line's end: on the left where the paragraph runs from right to left.
  if (shaped_.base_level % 2 == 1)
    for (GlyphRun& run : line.runs) run.origin.x -= eaten;
  return line;
}

bool LinePlacer::ends_hyphenated(const FittedLine& fitted) const {
  return fitted.soft && std::string_view(text_.text).substr(fitted.begin, fitted.content_end - fitted.begin).ends_with(soft_hyphen);
}

/// Soft hyphens leave the run's text, but for one at its end that is seen: that becomes a hyphen.
void LinePlacer::settle_soft_hyphens(GlyphRun& run, bool last_is_seen) const {
  const std::string text = std::move(run.text);
  const Face& face = shaper_.fonts().face(run.face);
  const auto hyphen = face.nominal_glyph(U'-');
  std::vector<std::uint32_t> moved(text.size() + 1);
  run.text.clear();
  const auto is_soft = [&](std::size_t at) { return std::string_view(text).substr(at, soft_hyphen.size()) == soft_hyphen; };
  const auto is_seen = [&](std::size_t at) { return last_is_seen && hyphen && at + soft_hyphen.size() == text.size(); };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = is_soft(at) ? soft_hyphen.size() : 1;
    for (std::size_t i = 0; i < size; ++i) moved[at + i] = static_cast<std::uint32_t>(run.text.size());
    if (is_seen(at))
      run.text += '-';
    else if (!is_soft(at))
      run.text += text[at];
    at += size;
  }
  moved[text.size()] = static_cast<std::uint32_t>(run.text.size());
  std::erase_if(run.glyphs, [&](const Glyph& g) {
    return g.text_end == g.text_begin + soft_hyphen.size() && is_soft(g.text_begin) && !is_seen(g.text_begin);
  });
  for (Glyph& glyph : run.glyphs) {
    if (is_soft(glyph.text_begin) && is_seen(glyph.text_begin)) {
      glyph.id = static_cast<std::uint16_t>(*hyphen);
      glyph.advance = face.advance(*hyphen) * run.size;
      glyph.offset = {};
    }
    glyph.text_begin = moved[glyph.text_begin];
    glyph.text_end = moved[glyph.text_end];
  }
}

GlyphRun LinePlacer::run_of(const Piece& piece) {
  const TextItem& item = shaped_.items[piece.item];
  const RunStyle& style = text_.styles[item.style];
  GlyphRun run;
  run.face = item.face;
  run.size = set_size(item, style, shaper_.fonts());
  run.color = style.color;
  run.text = text_.text.substr(piece.begin, piece.end - piece.begin);
  run.letter_spacing = letter_spacing(item, style);
  run.right_to_left = piece.level % 2 == 1;
  run.underline = style.underline;
  run.strike = style.strike;
  run.code = style.code;
  run.link = style.link;
  run.lang = item.lang.empty() ? lang_ : std::string(item.lang);
  run.highlight = style.highlight;
  run.baseline_shift = style.baseline_shift;
  note_lacks(run, style, shaper_.fonts());
  append_glyphs(run, glyphs_of(piece), piece);
  return run;
}

ShapedGlyphs LinePlacer::glyphs_of(const Piece& piece) {
  const TextItem& item = shaped_.items[piece.item];
  const ShapedGlyphs& whole = shaped_.glyphs[piece.item];
  const bool rightwards = item.level % 2 == 0;
  const GlyphRange range = glyph_range(whole, rightwards, piece.begin, piece.end);
  // Right to left the glyph that begins the piece is its last; an index of -1 wraps to one beyond all.
  const std::size_t at_begin = rightwards ? range.first : range.last - 1, at_end = rightwards ? range.last : range.first - 1;
  const bool clean_begin = piece.begin == item.begin || is_clean_cut(whole, at_begin, piece.begin);
  const bool clean_end = piece.end == item.end || is_clean_cut(whole, at_end, piece.end);
  if (clean_begin && clean_end && piece.level == item.level)
    return {whole.begin() + static_cast<std::ptrdiff_t>(range.first), whole.begin() + static_cast<std::ptrdiff_t>(range.last)};
  TextItem alone = item;
  alone.level = piece.level;
  return shaper_.shape(alone, piece.begin, piece.end);
}

/// Gives each cluster's text to its first glyph.
void LinePlacer::append_glyphs(GlyphRun& run, const ShapedGlyphs& glyphs, const Piece& piece) {
  const bool rightwards = piece.level % 2 == 0;
  run.glyphs.reserve(glyphs.size());
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t end = i;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[i].cluster) ++end;
    const std::uint32_t text_begin = glyphs[i].cluster - piece.begin;
    std::uint32_t text_end = piece.end - piece.begin;
    if (rightwards && end < glyphs.size()) text_end = glyphs[end].cluster - piece.begin;
    if (!rightwards && i > 0) text_end = glyphs[i - 1].cluster - piece.begin;
    for (std::size_t g = i; g < end; ++g)
      run.glyphs.push_back({glyphs[g].id, glyphs[g].advance, glyphs[g].offset, g == i ? text_begin : text_end, text_end});
    i = end;
  }
}

}  // namespace drawplate
