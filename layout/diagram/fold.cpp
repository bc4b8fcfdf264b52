// Gaps between things are counted once; of those with one line the ones nearest to an even division are taken.
#include "layout/diagram/fold.h"

#include <algorithm>
#include <cmath>

namespace drawplate::layered {
namespace {

std::vector<Pt> gaps_between(const std::vector<Extent>& things) {
  std::vector<Extent> sorted = things;
  std::sort(sorted.begin(), sorted.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
  std::vector<Pt> gaps;
  Pt end = sorted.empty() ? 0 : sorted[0].end;
  for (const Extent& e : sorted) {
    if (e.begin > end + 1) gaps.push_back((end + e.begin) / 2);
    end = std::max(end, e.end);
  }
  return gaps;
}

bool one_line_passes(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines, Pt at) {
  int count = 0;
  bool forward = true;
  for (const auto& [a, b] : lines) {
    const bool before = things[static_cast<std::size_t>(a)].end<at, after = things[static_cast<std::size_t>(b)].begin> at;
    if (before != (things[static_cast<std::size_t>(b)].end < at)) ++count, forward = before && after;
  }
  return count == 1 && forward;
}

}  // namespace

std::vector<Pt> find_cuts(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines, int columns) {
  if (things.empty() || columns < 2) return {};
  std::vector<Pt> gaps = gaps_between(things);
  std::erase_if(gaps, [&](Pt at) { return !one_line_passes(things, lines, at); });
  Pt low = things[0].begin, high = things[0].end;
  for (const Extent& e : things) low = std::min(low, e.begin), high = std::max(high, e.end);
  std::vector<Pt> cuts;
  for (int k = 1; k < columns; ++k) {
    const Pt wanted = low + (high - low) * k / columns;
    const auto nearest =
        std::min_element(gaps.begin(), gaps.end(), [&](Pt a, Pt b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    if (nearest == gaps.end() || std::abs(*nearest - wanted) > (high - low) / columns / 2) return {};
    if (cuts.empty() || *nearest > cuts.back() + 1) cuts.push_back(*nearest);
  }
  return cuts;
}

}  // namespace drawplate::layered
