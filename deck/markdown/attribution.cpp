// Dashes as people type them, and texts cut at span and byte.
#include "deck/markdown/attribution.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace drawplate {
namespace {

constexpr std::string_view dashes[] = {"— ", "– ", "― ", "-- ", "--- ", "—", "―"};

}  // namespace

std::size_t length_of_dash(std::string_view text) {
  for (const std::string_view dash : dashes)
    if (text.starts_with(dash)) return dash.size();
  return 0;
}

void drop_front(RichText& text, std::size_t bytes) {
  while (!text.spans.empty() && bytes >= text.spans.front().text.size()) {
    bytes -= text.spans.front().text.size();
    text.spans.erase(text.spans.begin());
  }
  if (text.spans.empty()) return;
  std::string& first = text.spans.front().text;
  first.erase(0, bytes);
  first.erase(0, std::min(first.find_first_not_of(" \n"), first.size()));
  if (first.empty()) text.spans.erase(text.spans.begin());
}

std::optional<RichText> split_attribution(RichText& text) {
  std::size_t span = text.spans.size(), at = std::string::npos;
  for (std::size_t i = text.spans.size(); i-- > 0 && span == text.spans.size();) {
    at = text.spans[i].text.rfind('\n');
    if (at != std::string::npos) span = i;
  }
  const bool whole = span == text.spans.size();
  if (whole) span = 0;
  RichText last{{text.spans.begin() + static_cast<std::ptrdiff_t>(span), text.spans.end()}, text.origin};
  if (!whole) drop_front(last, at + 1);
  const std::size_t dash = last.spans.empty() ? 0 : length_of_dash(last.spans.front().text);
  if (dash == 0) return std::nullopt;
  drop_front(last, dash);
  text.spans.resize(whole ? 0 : span + 1);
  if (!whole) text.spans.back().text.resize(at);
  std::erase_if(text.spans, [](const TextSpan& part) { return part.text.empty(); });
  return last;
}

}  // namespace drawplate
