// Words, quotes and the marks "." and "#", from left to right.
#include "deck/syntax/attributes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/cursor.h"

namespace drawplate {
namespace {

/// Past the word at `at`: to a blank, quotes stepped over.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (text[at] == '"' || text[at] == '\'') {
      quote = text[at];
    } else if (is_space(text[at])) {
      break;
    }
  }
  return at;
}

std::string unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

Span part_of(Span span, std::size_t begin, std::size_t end) {
  return {span.source, static_cast<std::uint32_t>(span.begin + begin), static_cast<std::uint32_t>(span.begin + end)};
}

}  // namespace

bool Attributes::has_class(std::string_view name) const { return std::find(classes.begin(), classes.end(), name) != classes.end(); }

const Attribute* Attributes::find(std::string_view key) const {
  const auto found = std::find_if(values.rbegin(), values.rend(), [&](const Attribute& value) { return value.key == key; });
  return found == values.rend() ? nullptr : &*found;
}

void Attributes::add(const Attributes& more) {
  if (!more.id.empty()) id = more.id;
  classes.insert(classes.end(), more.classes.begin(), more.classes.end());
  values.insert(values.end(), more.values.begin(), more.values.end());
  words.insert(words.end(), more.words.begin(), more.words.end());
}

Attributes parse_attributes(std::string_view inside, Span span) {
  Attributes attributes;
  attributes.origin = span;
  std::size_t at = 0;
  while (at < inside.size()) {
    if (is_space(inside[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_word(inside, at);
    const std::string_view word = inside.substr(at, end - at);
    const std::size_t equals = word.find('=');
    if (word.size() > 1 && word.back() == ':' && equals == std::string_view::npos) {  // Slidev's {key: value, key: value}
      const std::size_t value = std::min(inside.find_first_not_of(" \t", end), inside.size());
      const std::size_t value_end = end_of_word(inside, value);
      std::string_view text = inside.substr(value, value_end - value);
      if (text.ends_with(',')) text.remove_suffix(1);
      attributes.values.push_back({std::string(word.substr(0, word.size() - 1)), unquoted(text), part_of(span, at, end - 1),
                                   part_of(span, value, value + text.size())});
      at = value_end;
      continue;
    }
    if (word.front() == '#' && word.size() > 1) {
      attributes.id = word.substr(1);
    } else if (word.front() == '.' && word.size() > 1) {
      attributes.classes.emplace_back(word.substr(1));
    } else if (equals != std::string_view::npos && equals > 0) {
      attributes.values.push_back({std::string(word.substr(0, equals)), unquoted(word.substr(equals + 1)), part_of(span, at, at + equals),
                                   part_of(span, at + equals + 1, end)});
    } else {
      attributes.words.emplace_back(word);
    }
    at = end;
  }
  return attributes;
}

std::optional<std::size_t> length_of_braces(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  char quote = 0;
  for (std::size_t at = 1; at < text.size() && text[at] != '\n'; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (c == '}') {
      return at + 1;
    } else if (c == '{') {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace drawplate
