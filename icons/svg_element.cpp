// See svg_element.h. pugixml tells only where an element's name stands; attributes are found again in the source.
#include "icons/svg_element.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace drawplate {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// Value of an attribute in the tag whose name begins at `at`, as offsets in `text`. The text is known to be well formed.
std::optional<std::pair<std::size_t, std::size_t>> find_value(std::string_view text, std::size_t at, std::string_view attribute) {
  at = text.find_first_of(" \t\r\n/>", at);
  while (at < text.size()) {
    const std::size_t name = text.find_first_not_of(white_space, at);
    if (name >= text.size() || text[name] == '>' || text[name] == '/') return std::nullopt;
    const std::size_t name_end = text.find_first_of(" \t\r\n=", name);
    const std::size_t open = text.find_first_of("\"'", name);
    if (name_end >= text.size() || open >= text.size()) return std::nullopt;
    const std::size_t close = text.find(text[open], open + 1);
    if (close >= text.size()) return std::nullopt;
    if (text.substr(name, name_end - name) == attribute) return std::pair(open + 1, close);
    at = close + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string_view SvgElement::name() const {
  std::string_view name = node_.name();
  if (name.starts_with("svg:")) name.remove_prefix(4);
  return name;
}

bool SvgElement::is_foreign() const { return name().find(':') != std::string_view::npos; }

double SvgElement::number(const char* attribute, double otherwise) const {
  if (!has(attribute)) return otherwise;
  const std::optional<double> number = read_svg_length(text(attribute));
  if (!number) error_at(attribute, fmt::format("'{}' must be a plain number up to 1000000", attribute));
  return number.value_or(otherwise);
}

double SvgElement::size(const char* attribute, double otherwise) const {
  const double size = number(attribute, otherwise);
  if (size < 0) error_at(attribute, fmt::format("'{}' must not be negative", attribute));
  return std::max(size, 0.0);
}

Diagnostic& SvgElement::error_at(std::string_view attribute, std::string message) const {
  return report_.error(value_span(attribute), std::move(message));
}

Diagnostic& SvgElement::error_at(std::string_view attribute, const SvgFault& fault) const {
  Span span = value_span(attribute);
  // Offsets count in the value as XML means it, so they hold only where it is written just so.
  const std::string value(node_.attribute(std::string(attribute).c_str()).value());
  if (std::string_view(source_.text).substr(span.begin, span.end - span.begin) == value) {
    span.begin = std::min(span.begin + static_cast<std::uint32_t>(fault.offset), span.end);
    span.end = std::min(span.begin + 1, span.end);
  }
  return report_.error(span, fault.message);
}

Span SvgElement::span() const {
  const auto name = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(node_.offset_debug(), 1));
  return {id_, name - 1, name + static_cast<std::uint32_t>(std::string_view(node_.name()).size())};
}

Span SvgElement::value_span(std::string_view attribute) const {
  const auto found = find_value(source_.text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(node_.offset_debug(), 0)), attribute);
  if (!found) return span();
  return {id_, static_cast<std::uint32_t>(found->first), static_cast<std::uint32_t>(found->second)};
}

std::optional<double> read_svg_length(std::string_view text) {
  SvgScanner scan(text);
  scan.skip_space();
  if (scan.peek() == ',') return std::nullopt;
  const std::optional<double> number = scan.number();
  const std::string_view unit = scan.word();
  scan.skip_space();
  if (!number || !scan.at_end() || !(unit.empty() || unit == "px")) return std::nullopt;
  return number;
}

}  // namespace drawplate
