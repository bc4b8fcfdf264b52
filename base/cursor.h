// Scanning primitives that the Mermaid and the DOT reader share: a place in a text, and small steps forward.
// It knows neither language, and it reports nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/source.h"

namespace drawplate {

inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
inline bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\f' || c == '\v'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Without the white space at both ends.
std::string_view trimmed(std::string_view text);
/// ASCII letters compared without their case.
bool equals_ignoring_case(std::string_view a, std::string_view b);

/// A piece of a source together with its place.
struct PlacedText {
  std::string_view text;
  Span span;

  PlacedText part(std::size_t begin, std::size_t end) const;
  PlacedText trimmed() const;
};

/// A place in one source. Reading past the end yields '\0', so that callers need no bounds checks.
class Cursor {
 public:
  Cursor(std::string_view text, SourceId source) : text_(text), source_(source) {}

  std::size_t pos() const { return pos_; }
  void seek(std::size_t pos) { pos_ = pos < text_.size() ? pos : text_.size(); }
  bool at_end() const { return pos_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return at(pos_ + ahead); }
  char at(std::size_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }
  void advance(std::size_t count = 1) { seek(pos_ + count); }
  bool starts_with(std::string_view word) const { return text_.substr(pos_).starts_with(word); }
  std::string_view rest() const { return text_.substr(pos_); }
  std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  /// Steps over `c`, or over `word`, if it is next.
  bool take(char c);
  bool take(std::string_view word);
  /// Steps over blanks of the line, but not over its end.
  void skip_blanks();
  /// Steps over blanks and line ends.
  void skip_space();
  /// To the line end, which is not stepped over.
  void skip_line();
  /// True where only blanks stand between the line's begin and here.
  bool at_line_start() const;

  Span span(std::size_t begin, std::size_t end) const;
  PlacedText placed(std::size_t begin, std::size_t end) const { return {slice(begin, end), span(begin, end)}; }
  Span span_here(std::size_t length = 1) const { return span(pos_, pos_ + length); }

 private:
  std::string_view text_;
  SourceId source_;
  std::size_t pos_ = 0;
};

}  // namespace drawplate
