// The places where a text may be broken; see line_break.h. ICU has the rules of UAX 14; here they are sorted by how well a
// break reads in a label.
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/text/base_direction.h"
#include "layout/text/collect_text.h"
#include "layout/text/line_break.h"

namespace drawplate {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Letters of other scripts count: their bytes are above ASCII.
bool is_word(char c) { return is_lower(c) || is_upper(c) || is_digit(c) || !is_ascii(c); }

constexpr std::array<std::string_view, 7> operators = {"+", "/", "&", "->", "\xE2\x86\x92", "=>", "|"};

bool is_operator(std::string_view word) {
  for (const std::string_view op : operators)
    if (word == op) return true;
  return false;
}

/// "3." or "12)": belongs to what follows.
bool is_number_label(std::string_view word) {
  if (word.size() < 2 || word.size() > 4 || (word.back() != '.' && word.back() != ')')) return false;
  for (const char c : word.substr(0, word.size() - 1))
    if (!is_digit(c)) return false;
  return true;
}

/// A word with _ or camel case: `num_computed_tokens`, `maxBatchSize`.
bool is_identifier(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i)
    if (word[i] == '_' || (i > 0 && is_lower(word[i - 1]) && is_upper(word[i]))) return true;
  return false;
}

/// The space-delimited word that ends at, begins at or spans `at`.
struct WordScanner {
  std::string_view text;

  std::string_view ending_at(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    return text.substr(begin, end - begin);
  }
  std::string_view beginning_at(std::size_t begin) const {
    const std::size_t end = text.find_first_of(" \n", begin);
    return text.substr(begin, (end == std::string_view::npos ? text.size() : end) - begin);
  }
};

/// Words longer than this are not looked at as a whole: the scan must stay linear.
constexpr std::size_t longest_word = 128;

BreakKind kind_at_space(const WordScanner& words, std::size_t content_end, std::size_t at) {
  const std::size_t from = content_end > 5 ? content_end - 5 : 0;
  const WordScanner near{words.text.substr(0, std::min(words.text.size(), at + 5))};
  if (is_operator(near.beginning_at(at))) return BreakKind::before_operator;
  const std::string_view tail = words.text.substr(from, content_end - from);
  const std::string_view before = WordScanner{tail}.ending_at(tail.size());
  if (is_operator(before)) return BreakKind::after_operator;
  const bool starts_line = before.size() == content_end || words.text[content_end - before.size() - 1] == '\n';
  return is_number_label(before) && starts_line ? BreakKind::after_operator : BreakKind::plain;
}

/// "https://…" or "www.…": breaks after its slashes alone.
bool is_url(std::string_view word) { return word.find("://") != std::string_view::npos || word.starts_with("www."); }

bool is_hangul(std::string_view text, std::size_t at) {
  const char32_t c = decode_utf8(text, character_begin(text, at)).value;
  return c >= 0xAC00 && c <= 0xD7A3;
}

BreakKind kind_in_word(const WordScanner& words, std::size_t at) {
  const std::string_view text = words.text;
  if (text.substr(0, at).ends_with(soft_hyphen)) return BreakKind::hyphen;
  // Korean is written with spaces between words, and reads badly when these are broken.
  if (!is_ascii(text[at]) && is_hangul(text, at) && is_hangul(text, at - 1)) return BreakKind::inside_word;
  const char before = text[at - 1], after = text[at];
  if (!is_ascii(before) || !is_ascii(after))
    return before == '-' && at >= 2 && is_word(text[at - 2]) ? BreakKind::hyphen : BreakKind::plain;
  if (before == '/' || before == '-') {
    const std::size_t begin = at > longest_word ? at - longest_word : 0;
    if (is_url(WordScanner{text.substr(begin, 2 * longest_word)}.ending_at(at - begin)))
      return before == '/' && after != '/' ? BreakKind::inside_word : BreakKind::never;
  }
  const bool between_words = at >= 2 && is_word(text[at - 2]) && is_word(after);
  if (before == '-') {
    if (!between_words) return BreakKind::never;
    const std::size_t from = at > longest_word ? at - longest_word : 0;
    const WordScanner near{text.substr(from, 2 * longest_word)};
    const bool in_identifier = is_identifier(near.ending_at(at - from)) || is_identifier(near.beginning_at(at - from));
    return in_identifier ? BreakKind::inside_word : BreakKind::hyphen;
  }
  if (before == after || is_word(before)) return BreakKind::never;
  return BreakKind::inside_word;
}

/// Whether the text may break at spaces alone, in every language: ASCII letters, digits and underscores, spaces, and points,
/// commas and colons within or behind a word.
bool breaks_at_spaces_alone(std::string_view text) {
  const auto is_plain = [](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '_'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_plain(c) || c == ' ') continue;
    const bool behind_word = (c == '.' || c == ',' || c == ':') && i > 0 && is_plain(text[i - 1]);
    if (!behind_word || (i + 1 < text.size() && !is_plain(text[i + 1]) && text[i + 1] != ' ')) return false;
  }
  return true;
}

BreakChance at_space(const WordScanner& words, std::size_t at) {
  return {static_cast<std::uint32_t>(at - 1), static_cast<std::uint32_t>(at), kind_at_space(words, at - 1, at)};
}

std::vector<BreakChance> breaks_at_spaces(std::string_view text) {
  std::vector<BreakChance> chances;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at - 1] == ' ' && text[at] != ' ') chances.push_back(at_space({text}, at));
  return chances;
}

/// UAX 14 (LB13) never breaks before "/"; where it stands alone a label may.
void add_slashes(std::string_view text, std::vector<BreakChance>& chances) {
  const std::size_t found = chances.size();
  for (std::size_t space = text.find(" / "); space != std::string_view::npos; space = text.find(" / ", space + 1)) {
    const auto at = static_cast<std::uint32_t>(space);
    chances.push_back({at, at + 1, BreakKind::before_operator, true});
  }
  const auto middle = chances.begin() + static_cast<std::ptrdiff_t>(found);
  const auto by_place = [](const BreakChance& a, const BreakChance& b) { return a.at < b.at; };
  std::inplace_merge(chances.begin(), middle, chances.end(), by_place);
}

/// "Ja-JP" is "ja".
bool is_language(std::string_view lang, std::string_view code) {
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  return lang.size() >= code.size() && std::equal(code.begin(), code.end(), lang.begin(), same) &&
         (lang.size() == code.size() || lang[code.size()] == '-' || lang[code.size()] == '_');
}

/// ICU's places in order. East Asian lines never begin with a small kana (JIS X 4051's strict rules), which office programs
/// heed, too.
std::vector<std::int32_t> places_of(std::string_view text, std::string_view lang, bool by_phrase) {
  std::string locale = icu_locale(lang);
  if (is_language(lang, "ja") || is_language(lang, "zh") || is_language(lang, "ko"))
    locale += by_phrase ? "@lb=strict;lw=phrase" : "@lb=strict";
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &status),
                                                                      ubrk_close);
  if (U_SUCCESS(status)) ubrk_setUText(breaks.get(), &source, &status);
  std::vector<std::int32_t> places;
  if (U_SUCCESS(status))
    for (std::int32_t at = ubrk_next(breaks.get()); at != UBRK_DONE; at = ubrk_next(breaks.get())) places.push_back(at);
  utext_close(&source);
  return places;
}

/// Japanese titles break between phrases; within one only where it fits on no line.
void prefer_phrases(std::string_view text, std::string_view lang, std::vector<BreakChance>& chances) {
  const std::vector<std::int32_t> phrases = places_of(text, lang, true);
  if (phrases.empty()) return;  // an ICU before 72
  for (BreakChance& chance : chances)
    if (chance.kind == BreakKind::plain && !std::binary_search(phrases.begin(), phrases.end(), static_cast<std::int32_t>(chance.at)))
      chance.kind = BreakKind::inside_word;
}

}  // namespace

std::vector<BreakChance> find_breaks(std::string_view text, std::string_view lang, BreakAt at_best) {
  if (breaks_at_spaces_alone(text)) return breaks_at_spaces(text);  // most labels: opening ICU's iterator takes longest by far
  std::vector<BreakChance> chances;
  const WordScanner words{text};
  for (const std::int32_t next : places_of(text, lang, false)) {
    if (static_cast<std::size_t>(next) >= text.size()) break;
    const auto at = static_cast<std::uint32_t>(next);
    const char before = text[at - 1];
    if (before == '\n' || text[at] == '\n') continue;
    if (before == ' ')
      chances.push_back(at_space(words, at));
    else
      chances.push_back({at, at, kind_in_word(words, at)});
  }
  if (at_best == BreakAt::phrases && is_language(lang, "ja")) prefer_phrases(text, lang, chances);
  add_slashes(text, chances);
  return chances;
}

}  // namespace drawplate
