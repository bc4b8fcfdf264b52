// See emoji.h. The properties of characters are ICU's.
#include "layout/text/emoji.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace drawplate {
namespace {

constexpr char32_t as_text = 0xFE0E, as_emoji = 0xFE0F;

bool has(char32_t c, UProperty property) { return u_hasBinaryProperty(static_cast<UChar32>(c), property); }

}  // namespace

bool is_emoji(std::u32string_view cluster) {
  if (cluster.empty() || (cluster.size() == 1 && cluster[0] < 0x231A)) return false;
  if (cluster.find(as_text) != std::u32string_view::npos) return false;
  // Halves of flags and tones of skin have the property too, and a sequence holds one of these or a selector.
  if (std::any_of(cluster.begin(), cluster.end(), [](char32_t c) { return has(c, UCHAR_EMOJI_PRESENTATION); })) return true;
  return cluster.size() > 1 && cluster[1] == as_emoji && has(cluster[0], UCHAR_EMOJI);
}

bool is_emoji(std::string_view cluster) { return is_emoji(std::u32string_view(to_utf32(cluster))); }

}  // namespace drawplate
