// The steps that take more than a line.
#include "base/cursor.h"

#include <algorithm>
#include <cstddef>

namespace drawplate {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

PlacedText PlacedText::part(std::size_t begin, std::size_t end) const {
  const auto offset = [&](std::size_t p) { return span.begin + static_cast<std::uint32_t>(p); };
  return {text.substr(begin, end - begin), {span.source, offset(begin), offset(end)}};
}

PlacedText PlacedText::trimmed() const {
  const std::string_view inner = drawplate::trimmed(text);
  const auto begin = inner.empty() ? 0 : static_cast<std::size_t>(inner.data() - text.data());
  return part(begin, begin + inner.size());
}

bool Cursor::take(char c) {
  if (at_end() || peek() != c) return false;
  ++pos_;
  return true;
}

bool Cursor::take(std::string_view word) {
  if (!starts_with(word)) return false;
  pos_ += word.size();
  return true;
}

void Cursor::skip_blanks() {
  while (!at_end() && is_blank(peek())) ++pos_;
}

void Cursor::skip_space() {
  while (!at_end() && is_space(peek())) ++pos_;
}

void Cursor::skip_line() {
  while (!at_end() && peek() != '\n') ++pos_;
}

bool Cursor::at_line_start() const {
  std::size_t p = pos_;
  while (p > 0 && is_blank(text_[p - 1])) --p;
  return p == 0 || text_[p - 1] == '\n';
}

Span Cursor::span(std::size_t begin, std::size_t end) const {
  const auto clamp = [&](std::size_t p) { return static_cast<std::uint32_t>(std::min(p, text_.size())); };
  return {source_, clamp(begin), clamp(std::max(begin, end))};
}

}  // namespace drawplate
