// A scheme ends at the first colon, where no '/', '?' or '#' stands before it (RFC 3986, 4.2).
#include "deck/model/link.h"

#include <algorithm>
#include <cstddef>

#include "base/cursor.h"

namespace drawplate {
namespace {

std::string_view scheme_of(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || target.find_first_of("/?#") < colon) return {};
  return target.substr(0, colon);
}

}  // namespace

bool is_safe_link(std::string_view target) {
  target = trimmed(target);
  if (!is_absolute_link(target)) return !target.empty();
  constexpr std::string_view schemes[] = {"http", "https", "mailto"};
  return std::ranges::any_of(schemes, [&](std::string_view scheme) { return equals_ignoring_case(scheme_of(target), scheme); });
}

bool is_absolute_link(std::string_view target) {
  target = trimmed(target);
  const std::size_t colon = target.find(':');
  return colon != std::string_view::npos && target.find_first_of("/?#") >= colon;
}

}  // namespace drawplate
