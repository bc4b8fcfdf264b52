// See svg_scan.h.
#include "icons/svg_scan.h"

#include <charconv>
#include <cmath>
#include <system_error>

namespace drawplate {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool SvgScanner::take(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void SvgScanner::skip_space() {
  while (!at_end() && is_space(text_[at_])) ++at_;
}

void SvgScanner::skip_separator() {
  skip_space();
  if (take(',')) skip_space();
}

bool SvgScanner::at_number() {
  skip_separator();
  const char c = peek();
  return is_digit(c) || c == '.' || c == '+' || c == '-';
}

std::optional<double> SvgScanner::number() {
  skip_separator();
  std::size_t from = at_;
  if (peek() == '+') ++from;  // from_chars refuses a plus sign
  const std::size_t first = from + (from < text_.size() && from == at_ && text_[from] == '-' ? 1 : 0);
  if (first >= text_.size() || !(is_digit(text_[first]) || text_[first] == '.')) return std::nullopt;  // "inf", "nan", "+-1"
  double value = 0;
  const auto [end, error] = std::from_chars(text_.data() + from, text_.data() + text_.size(), value);
  if (error != std::errc() || !(std::abs(value) <= largest)) return std::nullopt;
  at_ = static_cast<std::size_t>(end - text_.data());
  return value;
}

std::optional<bool> SvgScanner::flag() {
  skip_separator();
  if (take('0')) return false;
  if (take('1')) return true;
  return std::nullopt;
}

std::string_view SvgScanner::word() {
  const std::size_t from = at_;
  while (!at_end() && is_letter(text_[at_])) ++at_;
  return text_.substr(from, at_ - from);
}

}  // namespace drawplate
