// See script_language.h.
#include "layout/text/script_language.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "layout/text/base_direction.h"

namespace drawplate {
namespace {

struct ScriptLanguage {
  hb_script_t script;
  std::string_view lang;  ///< the one most read in it
};

constexpr std::array<ScriptLanguage, 32> script_languages = {{
    {HB_SCRIPT_LATIN, "en"},      {HB_SCRIPT_GREEK, "el"},    {HB_SCRIPT_CYRILLIC, "ru"},    {HB_SCRIPT_ARMENIAN, "hy"},
    {HB_SCRIPT_HEBREW, "he"},     {HB_SCRIPT_ARABIC, "ar"},   {HB_SCRIPT_SYRIAC, "syr"},     {HB_SCRIPT_THAANA, "dv"},
    {HB_SCRIPT_DEVANAGARI, "hi"}, {HB_SCRIPT_BENGALI, "bn"},  {HB_SCRIPT_GURMUKHI, "pa"},    {HB_SCRIPT_GUJARATI, "gu"},
    {HB_SCRIPT_ORIYA, "or"},      {HB_SCRIPT_TAMIL, "ta"},    {HB_SCRIPT_TELUGU, "te"},      {HB_SCRIPT_KANNADA, "kn"},
    {HB_SCRIPT_MALAYALAM, "ml"},  {HB_SCRIPT_SINHALA, "si"},  {HB_SCRIPT_THAI, "th"},        {HB_SCRIPT_LAO, "lo"},
    {HB_SCRIPT_TIBETAN, "bo"},    {HB_SCRIPT_MYANMAR, "my"},  {HB_SCRIPT_GEORGIAN, "ka"},    {HB_SCRIPT_ETHIOPIC, "am"},
    {HB_SCRIPT_CHEROKEE, "chr"},  {HB_SCRIPT_KHMER, "km"},    {HB_SCRIPT_MONGOLIAN, "mn"},   {HB_SCRIPT_HANGUL, "ko"},
    {HB_SCRIPT_HIRAGANA, "ja"},   {HB_SCRIPT_KATAKANA, "ja"}, {HB_SCRIPT_BOPOMOFO, "zh-TW"}, {HB_SCRIPT_NKO, "nqo"},
}};

constexpr std::array<std::string_view, 4> han_languages = {"ja", "ko", "zh-TW", "zh-CN"};

/// The scripts a language is written in, as HarfBuzz names them; Latin is read everywhere.
std::vector<std::uint32_t> scripts_of(std::string_view lang) {
  std::array<UScriptCode, 8> codes{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count = uscript_getCode(icu_locale(lang).c_str(), codes.data(), static_cast<std::int32_t>(codes.size()), &status);
  std::vector<std::uint32_t> scripts = {static_cast<std::uint32_t>(HB_SCRIPT_LATIN)};
  if (U_FAILURE(status)) return scripts;
  for (std::int32_t i = 0; i < std::min<std::int32_t>(count, 8); ++i)
    scripts.push_back(static_cast<std::uint32_t>(hb_script_from_string(uscript_getShortName(codes[static_cast<std::size_t>(i)]), 4)));
  return scripts;
}

std::string_view language_of(std::uint32_t script) {
  for (const ScriptLanguage& entry : script_languages)
    if (static_cast<std::uint32_t>(entry.script) == script) return entry.lang;
  return {};
}

bool is_han_language(std::string_view lang) {
  return lang.starts_with("ja") || lang.starts_with("ko") || lang.starts_with("zh") || lang.starts_with("yue");
}

}  // namespace

bool is_east_asian(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  if (c < 0x1100) return false;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return false;
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH) return true;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_HANGUL;
}

std::string han_language(std::string_view text, std::string_view lang) {
  if (is_han_language(lang)) return std::string(lang);
  std::string_view found = han_languages[3];
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_character(text, i));
    if (c < 0x1100) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return "ja";
    if (script == USCRIPT_HANGUL) found = "ko";
    if (script == USCRIPT_BOPOMOFO) found = "zh-TW";
  }
  return std::string(found);
}

void name_languages(std::vector<TextItem>& items, std::string_view text, std::string_view lang) {
  const std::vector<std::uint32_t> own = scripts_of(lang);
  for (TextItem& item : items) {
    if (std::find(own.begin(), own.end(), item.script) != own.end()) continue;
    if (item.script != static_cast<std::uint32_t>(HB_SCRIPT_HAN)) {
      item.lang = language_of(item.script);
      continue;
    }
    const std::string found = han_language(text, lang);
    for (const std::string_view name : han_languages)
      if (found == name) item.lang = name;
  }
}

}  // namespace drawplate
