// See itemize.h. Bidi levels and grapheme clusters are ICU's, script and character properties HarfBuzz's.
#include "layout/text/itemize.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include "base/utf8.h"
#include "layout/text/base_direction.h"
#include "layout/text/emoji.h"
#include "layout/text/script_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace drawplate {
namespace {

constexpr std::size_t max_missing = 16;

/// Right-to-left letters and the controls that may turn text; all others leave a text at level 0.
bool may_turn(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Whether even ASCII may run from right to left.
bool base_may_turn(const ParagraphScript& paragraph) {
  return paragraph.direction ? *paragraph.direction == TextDirection::rtl : is_right_to_left(std::u16string_view(u"1"), paragraph.lang);
}

/// One level a byte; empty where all are 0.
struct Levels {
  std::vector<std::uint8_t> of_byte;
  std::uint8_t base = 0;
};

Levels find_levels(std::string_view text, const ParagraphScript& paragraph) {
  bool turns = base_may_turn(paragraph);
  for (std::size_t i = 0; i < text.size() && !turns;) turns = may_turn(next_character(text, i));
  if (!turns) return {};

  std::u16string wide;
  std::vector<std::uint32_t> byte_of;  // of each UTF-16 unit
  wide.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto at = static_cast<std::uint32_t>(i);
    const auto c = static_cast<UChar32>(next_character(text, i));
    std::array<char16_t, 2> units{};
    std::int32_t count = 0;
    U16_APPEND_UNSAFE(units.data(), count, c);
    wide.append(units.data(), static_cast<std::size_t>(count));
    byte_of.insert(byte_of.end(), static_cast<std::size_t>(count), at);
  }

  Levels levels;
  const auto length = static_cast<std::int32_t>(wide.size());
  const bool rtl =
      paragraph.direction ? *paragraph.direction == TextDirection::rtl : is_right_to_left(std::u16string_view(wide), paragraph.lang);
  levels.base = rtl ? 1 : 0;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
  ubidi_setPara(bidi.get(), wide.data(), length, levels.base, nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) || !found) return {};
  levels.of_byte.resize(text.size());
  for (std::size_t u = 0; u < wide.size(); ++u) {
    const std::uint32_t end = u + 1 < wide.size() ? byte_of[u + 1] : static_cast<std::uint32_t>(text.size());
    for (std::uint32_t b = byte_of[u]; b < end; ++b) levels.of_byte[b] = found[u];
  }
  return levels;
}

/// Ends of the grapheme clusters (UAX 29); for ASCII every byte is one.
std::vector<std::uint32_t> cluster_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(ubrk_open(UBRK_CHARACTER, "en", nullptr, 0, &status), ubrk_close);
  if (U_SUCCESS(status)) ubrk_setUText(breaks.get(), &source, &status);
  if (U_SUCCESS(status))
    for (std::int32_t at = ubrk_next(breaks.get()); at != UBRK_DONE; at = ubrk_next(breaks.get()))
      ends.push_back(static_cast<std::uint32_t>(at));
  utext_close(&source);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(static_cast<std::uint32_t>(text.size()));
  return ends;
}

/// Joiners, variation selectors, direction marks: shown by no glyph of their own, so that no face need have them.
bool needs_glyph(char32_t c) { return !u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

bool has_all(const Face& face, std::u32string_view characters) {
  return std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return !needs_glyph(c) || face.has_glyph(c); });
}

/// 0 for what is common to all scripts.
std::uint32_t script_of(char32_t c) {
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
  const bool is_common = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
  return is_common ? 0 : static_cast<std::uint32_t>(script);
}

/// Chooses a face for each grapheme cluster: the style's own, else the catalog's for what that lacks.
class FacePicker {
 public:
  FacePicker(const StyledText& text, const ParagraphScript& paragraph, FontCatalog& fonts)
      : text_(text), paragraph_(paragraph), han_lang_(han_language(text.text, paragraph.lang)), fonts_(fonts) {}

  FaceId pick(std::uint32_t begin, std::uint32_t end, std::uint32_t style_index) {
    const RunStyle& style = text_.styles[style_index];
    if (style.formula) return style.face;
    characters_.clear();
    for (std::size_t i = begin; i < end;) characters_ += next_character(text_.text, i);
    if (is_emoji(characters_))
      if (const auto found = emoji_face(style)) return *found;
    if (has_all(fonts_.face(style.face), characters_)) return style.face;
    std::optional<FaceId> partly;  // has the base character, not its marks
    for (const char32_t c : characters_) {
      if (!needs_glyph(c) || fonts_.face(style.face).has_glyph(c)) continue;
      const bool east_asian = is_east_asian(c);
      const FaceQuery query{style.family, style.weight, style.italic, preferred(c, east_asian)};
      const auto found = fonts_.fallback(c, query, east_asian ? std::string_view(han_lang_) : paragraph_.lang);
      if (!found) note_missing(c);
      if (found && has_all(fonts_.face(*found), characters_)) return *found;
      if (found && !partly && fonts_.face(*found).has_glyph(characters_.front())) partly = found;
    }
    return partly.value_or(style.face);
  }

  std::vector<char32_t> take_missing() { return std::move(missing_); }

 private:
  /// One that has the whole cluster: half an emoji is none.
  std::optional<FaceId> emoji_face(const RunStyle& style) {
    const auto seen = std::find_if(characters_.begin(), characters_.end(), needs_glyph);
    if (seen == characters_.end()) return std::nullopt;
    const auto found = fonts_.fallback(*seen, {.family = style.family, .weight = style.weight, .emoji = true}, {});
    return found && has_all(fonts_.face(*found), characters_) ? found : std::nullopt;
  }

  void note_missing(char32_t c) {
    if (missing_.size() < max_missing && std::find(missing_.begin(), missing_.end(), c) == missing_.end()) missing_.push_back(c);
  }

  std::span<const std::string> preferred(char32_t c, bool east_asian) const {
    if (east_asian) return paragraph_.fallbacks.east_asian;
    if (script_of(c) != 0) return paragraph_.fallbacks.complex;
    return {};
  }

  const StyledText& text_;
  const ParagraphScript& paragraph_;
  std::string han_lang_;
  FontCatalog& fonts_;
  std::u32string characters_;
  std::vector<char32_t> missing_;
};

/// What is common to all scripts takes the script before it in its direction, or else the first after it.
void fill_scripts(std::vector<TextItem>& clusters) {
  std::array<std::uint32_t, 2> current{};  // by direction
  for (const TextItem& cluster : clusters)
    if (current[cluster.level % 2] == 0) current[cluster.level % 2] = cluster.script;
  for (std::uint32_t& script : current)
    if (script == 0) script = static_cast<std::uint32_t>(HB_SCRIPT_LATIN);
  for (TextItem& cluster : clusters) {
    if (cluster.script == 0) cluster.script = current[cluster.level % 2];
    current[cluster.level % 2] = cluster.script;
  }
}

/// A space between two clusters of a fallback face takes that face: fewer, longer runs.
void join_spaces(std::vector<TextItem>& clusters, std::string_view text, const FontCatalog& fonts) {
  for (std::size_t i = 1; i + 1 < clusters.size(); ++i) {
    const TextItem &before = clusters[i - 1], &after = clusters[i + 1];
    const bool joins = text[clusters[i].begin] == ' ' && before.face == after.face && before.style == clusters[i].style &&
                       after.style == clusters[i].style && before.face != clusters[i].face;
    if (joins && fonts.face(before.face).has_glyph(' ')) clusters[i].face = before.face;
  }
}

void append_merged(std::vector<TextItem>& items, const std::vector<TextItem>& clusters) {
  bool is_first = true;
  for (const TextItem& next : clusters) {
    TextItem* last = is_first ? nullptr : &items.back();
    is_first = false;
    if (last && last->style == next.style && last->face == next.face && last->script == next.script && last->level == next.level)
      last->end = next.end;
    else
      items.push_back(next);
  }
}

/// Whole ranges at a time: nothing but ASCII that the styles' own faces have.
bool itemize_simple(const StyledText& text, const FontCatalog& fonts, std::vector<TextItem>& items) {
  if (!is_ascii(text.text)) return false;
  for (const StyleRange& range : text.ranges) {
    std::array<bool, 128> used{};
    for (std::uint32_t i = range.begin; i < range.end; ++i) used[static_cast<unsigned char>(text.text[i])] = true;
    for (char32_t c = ' '; c < 127; ++c)
      if (used[c] && !fonts.face(text.styles[range.style].face).has_glyph(c)) return false;
  }
  std::size_t r = 0;
  for (const HardLine& line : text.lines) {
    for (; r < text.ranges.size() && text.ranges[r].begin < line.end; ++r) {
      const StyleRange& range = text.ranges[r];
      const std::uint32_t begin = std::max(range.begin, line.begin), end = std::min(range.end, line.end);
      if (begin < end)
        items.push_back({begin, end, range.style, text.styles[range.style].face, static_cast<std::uint32_t>(HB_SCRIPT_LATIN), 0});
      if (range.end > line.end) break;
    }
  }
  return true;
}

}  // namespace

Itemized itemize(const StyledText& text, const ParagraphScript& paragraph, FontCatalog& fonts) {
  Itemized out;
  if (!base_may_turn(paragraph) && itemize_simple(text, fonts, out.items)) return out;
  const Levels levels = find_levels(text.text, paragraph);
  out.base_level = levels.base;
  FacePicker faces(text, paragraph, fonts);
  std::size_t range = 0;
  std::vector<TextItem> clusters;
  for (const HardLine& line : text.lines) {
    clusters.clear();
    const std::string_view content = std::string_view(text.text).substr(line.begin, line.end - line.begin);
    std::uint32_t begin = line.begin;
    for (const std::uint32_t cluster_end : content.empty() ? std::vector<std::uint32_t>{} : cluster_ends(content)) {
      const std::uint32_t end = line.begin + cluster_end;
      while (range + 1 < text.ranges.size() && text.ranges[range].end <= begin) ++range;
      const std::uint32_t style = text.ranges[range].style;
      const std::uint8_t level = levels.of_byte.empty() ? std::uint8_t{0} : levels.of_byte[begin];
      clusters.push_back({begin, end, style, faces.pick(begin, end, style), script_of(decode_utf8(text.text, begin).value), level});
      begin = end;
    }
    fill_scripts(clusters);
    join_spaces(clusters, text.text, fonts);
    append_merged(out.items, clusters);
  }
  name_languages(out.items, text.text, paragraph.lang);
  out.missing = faces.take_missing();
  return out;
}

}  // namespace drawplate
