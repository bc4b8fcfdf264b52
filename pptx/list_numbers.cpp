// See list_numbers.h.
#include "pptx/list_numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace drawplate {

std::string_view number_form(std::string_view shown) {
  const bool both = shown.starts_with('('), parenthesis = shown.ends_with(')');
  if (both) shown.remove_prefix(1);
  const char first = shown.empty() ? '1' : shown.front();
  const auto pick = [&](std::string_view in_parentheses, std::string_view with_one, std::string_view with_period) {
    return both ? in_parentheses : parenthesis ? with_one : with_period;
  };
  if (first >= 'a' && first <= 'z') return pick("alphaLcParenBoth", "alphaLcParenR", "alphaLcPeriod");
  if (first >= 'A' && first <= 'Z') return pick("alphaUcParenBoth", "alphaUcParenR", "alphaUcPeriod");
  if (!both && !parenthesis && !shown.ends_with('.')) return "arabicPlain";
  return pick("arabicParenBoth", "arabicParenR", "arabicPeriod");
}

std::vector<int> list_starts(const std::vector<Paragraph>& paragraphs) {
  struct Counting {
    int start = 1, last = 0;
  };
  constexpr std::size_t level_count = 9;
  constexpr int largest = 32767;  // ST_TextBulletStartAtNum
  std::array<std::optional<Counting>, level_count> open;
  std::vector<int> starts;
  for (const Paragraph& paragraph : paragraphs) {
    const auto level = static_cast<std::size_t>(std::clamp(paragraph.level, 0, 8));
    for (std::size_t i = level + 1; i < level_count; ++i) open[i].reset();
    if (!paragraph.bullet || paragraph.bullet->kind != Bullet::Kind::number) {
      open[level].reset();
      starts.push_back(1);
      continue;
    }
    const int number = std::clamp(paragraph.bullet->start, 1, largest);
    if (!open[level] || open[level]->last + 1 != number) open[level] = Counting{number, number};
    open[level]->last = number;
    starts.push_back(open[level]->start);
  }
  return starts;
}

}  // namespace drawplate
