// Reads what SVG writes inside attributes: numbers that may touch ("1-2", ".5.5"), arc flags without separators, words.
// It never depends on the locale, and knows nothing of what the numbers mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace drawplate {

/// What is wrong with an attribute's text, and at which byte of it.
struct SvgFault {
  std::size_t offset = 0;
  std::string message;
  friend bool operator==(const SvgFault&, const SvgFault&) = default;
};

class SvgScanner {
 public:
  /// No drawing needs larger numbers, and sums of such ones cannot overflow.
  static constexpr double largest = 1e6;

  explicit SvgScanner(std::string_view text) : text_(text) {}

  std::size_t offset() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  /// The next character, or 0 at the end.
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char c);
  void skip_space();
  /// White space with at most one comma in it.
  void skip_separator();
  /// Skips a separator and tells whether a number begins here.
  bool at_number();
  /// Skips a separator and reads a number; nothing, and no step forward, where there is none or it is over `largest`.
  std::optional<double> number();
  /// Skips a separator and reads the one character of an arc flag.
  std::optional<bool> flag();
  /// Letters, as in "translate"; may be empty.
  std::string_view word();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace drawplate
