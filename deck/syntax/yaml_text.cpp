// Two exchanges and their way back. YAML 1.2, 7.3.3: a '?' inside a plain scalar is a letter; RFC 8259, section 7: a
// character outside the Basic Multilingual Plane is escaped as a surrogate pair.
#include "deck/syntax/yaml_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace drawplate {
namespace {

constexpr char question = '\xFF';  ///< stands for a '?' inside a text
constexpr char filler = '\xFE';    ///< keeps the length of what became shorter
constexpr std::size_t escape_length = 6;

/// True where '?' can only be the sign for a key of many lines: the first thing in a line, or in brackets.
bool is_indicator(std::string_view text, std::size_t at) {
  if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\t' && text[at + 1] != '\n' && text[at + 1] != '\r') return false;
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t", at - 1);
  return before == std::string_view::npos || std::string_view("\r\n[{,-?:").find(text[before]) != std::string_view::npos;
}

/// The code unit of the escape \uXXXX at `at`.
std::optional<std::uint32_t> escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text.substr(at, 2) != "\\u") return std::nullopt;
  std::uint32_t unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    unit = unit << 4 | static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
  }
  return unit;
}

void exchange_pair(std::string& text, std::size_t at) {
  const auto high = escaped_unit(text, at), low = escaped_unit(text, at + escape_length);
  if (!high || !low || *high < 0xD800 || *high > 0xDBFF || *low < 0xDC00 || *low > 0xDFFF) return;
  const std::uint32_t c = 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00);
  std::string character = to_utf8(c);
  character.resize(2 * escape_length, filler);
  text.replace(at, character.size(), character);
}

}  // namespace

std::string prepared_for_yaml(std::string_view text) {
  std::string prepared(text);
  for (std::size_t at = prepared.find('?'); at != std::string::npos; at = prepared.find('?', at + 1)) {
    if (!is_indicator(text, at)) prepared[at] = question;
  }
  for (std::size_t at = prepared.find('\\'); at != std::string::npos; at = prepared.find('\\', at)) {
    exchange_pair(prepared, at);
    at += prepared[at] == '\\' ? 2 : 1;  // a backslash takes the next character with it
  }
  return prepared;
}

std::string restored_from_yaml(std::string text) {
  std::replace(text.begin(), text.end(), question, '?');
  std::erase(text, filler);
  return text;
}

}  // namespace drawplate
