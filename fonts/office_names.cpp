// See office_names.h.
#include "fonts/office_names.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace drawplate {
namespace {

struct MetricPair {
  std::string_view office, open;
};
/// Pairs whose advances are equal for every character that both have.
constexpr std::array<MetricPair, 5> metric_pairs = {{{"Arial", "Liberation Sans"},
                                                     {"Calibri", "Carlito"},
                                                     {"Cambria", "Caladea"},
                                                     {"Times New Roman", "Liberation Serif"},
                                                     {"Courier New", "Liberation Mono"}}};

constexpr std::array<std::string_view, 4> mono_words = {"mono", "code", "courier", "console"};
constexpr std::array<std::string_view, 7> serif_words = {"serif", "slab", "times", "georgia", "garamond", "palatino", "book"};

struct FamilyPackage {
  std::string_view begins, package;
};
constexpr std::array<FamilyPackage, 13> family_packages = {{{"inter", "fonts-inter"},
                                                            {"jetbrains mono", "fonts-jetbrains-mono"},
                                                            {"roboto slab", "fonts-roboto-slab"},
                                                            {"roboto", "fonts-roboto"},
                                                            {"liberation", "fonts-liberation"},
                                                            {"carlito", "fonts-crosextra-carlito"},
                                                            {"caladea", "fonts-crosextra-caladea"},
                                                            {"dejavu", "fonts-dejavu"},
                                                            {"noto sans cjk", "fonts-noto-cjk"},
                                                            {"noto serif cjk", "fonts-noto-cjk"},
                                                            {"noto", "fonts-noto-core"},
                                                            {"open sans", "fonts-open-sans"},
                                                            {"symbola", "fonts-symbola"}}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

template <std::size_t count>
bool has_word(std::string_view text, const std::array<std::string_view, count>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Those of Unicode 10, which Debian's Symbola has.
bool is_older_emoji(char32_t c) { return (c >= 0x1F000 && c <= 0x1F9E6) || (c >= 0x2600 && c <= 0x27BF); }

}  // namespace

std::string_view open_family_for_office(std::string_view family) {
  const std::string name = lower(family);
  for (const MetricPair& pair : metric_pairs)
    if (name == lower(pair.office) || name == lower(pair.open)) return pair.open;
  if (has_word(name, mono_words)) return "Liberation Mono";
  const bool serif = name.find("sans") == std::string::npos && has_word(name, serif_words);
  return serif ? "Caladea" : "Liberation Sans";
}

std::string_view office_name_of(std::string_view open_family) {
  for (const MetricPair& pair : metric_pairs)
    if (open_family == pair.open) return pair.office;
  return {};
}

std::string_view package_of_family(std::string_view family) {
  const std::string name = lower(family);
  for (const FamilyPackage& entry : family_packages)
    if (name.starts_with(entry.begins)) return entry.package;
  return {};
}

std::string_view package_of_character(char32_t character) {
  if (is_older_emoji(character)) return "fonts-symbola";
  switch (hb_unicode_script(hb_unicode_funcs_get_default(), character)) {
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_BOPOMOFO:
      return character >= 0x20000 ? "fonts-noto-cjk-extra" : "fonts-noto-cjk";
    case HB_SCRIPT_UNKNOWN:
      return {};
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_INHERITED:
      return character >= 0x3000 && character <= 0xFFEF && character < 0xE000 ? "fonts-noto-cjk" : "fonts-noto-core";
    default:
      return "fonts-noto-core";
  }
}

}  // namespace drawplate
