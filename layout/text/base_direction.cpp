// See base_direction.h.
#include "layout/text/base_direction.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace drawplate {
namespace {

bool has_rtl_letter(std::u16string_view text) {
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
    const UCharDirection direction = u_charDirection(c);
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

}  // namespace

std::string icu_locale(std::string_view lang) {
  std::array<char, ULOC_FULLNAME_CAPACITY> name{};
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t parsed = 0;
  uloc_forLanguageTag(std::string(lang).c_str(), name.data(), static_cast<std::int32_t>(name.size()) - 1, &parsed, &status);
  return U_SUCCESS(status) && name[0] != '\0' ? name.data() : "en";
}

bool is_right_to_left(std::u16string_view text, std::string_view lang) {
  const UBiDiDirection first = ubidi_getBaseDirection(text.data(), static_cast<std::int32_t>(text.size()));
  if (lang.empty() || !uloc_isRightToLeft(icu_locale(lang).c_str())) return first == UBIDI_RTL;
  return first == UBIDI_NEUTRAL || has_rtl_letter(text);
}

bool is_right_to_left(std::string_view text, std::string_view lang) { return is_right_to_left(std::u16string_view(to_utf16(text)), lang); }

}  // namespace drawplate
