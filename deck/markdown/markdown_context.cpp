// An image that is named twice is kept once; a warning that would come for every line comes once.
#include "deck/markdown/markdown_context.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace drawplate {

int MarkdownContext::line_of(std::uint32_t offset) const {
  return static_cast<int>(std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin());
}

ImageIndex MarkdownContext::image(std::string_view path, Span origin) {
  const auto [found, is_new] = images.emplace(std::string(path), static_cast<ImageIndex>(deck.images.size()));
  if (is_new) deck.images.push_back({.path = std::string(path), .origin = origin});
  return found->second;
}

Diagnostic& MarkdownContext::warn_once(const std::string& key, Span span, std::string message) {
  return said.insert(key).second ? report.warning(span, std::move(message)) : said_before;
}

}  // namespace drawplate
