// Gaps between things are counted once; of those with one line the ones nearest to an even division are taken.
#include "layout/layered/regions/fold.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace drawplate::layered {
namespace {

constexpr int most_back = 2;

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

}  // namespace

Extent extent_of(const Rect& box, Direction d) {
  switch (d) {
    case Direction::down:
      return {box.top(), box.bottom()};
    case Direction::up:
      return {-box.bottom(), -box.top()};
    case Direction::right:
      return {box.left(), box.right()};
    case Direction::left:
      return {-box.right(), -box.left()};
  }
  return {};
}

std::vector<CutPlace> places_to_cut(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines) {
  const std::vector<Pt> gaps = gaps_between(things);
  const auto gaps_before = [&](int thing) {
    return std::lower_bound(gaps.begin(), gaps.end(), things[static_cast<std::size_t>(thing)].begin) - gaps.begin();
  };
  // How many lines begin and end to pass, at each gap; and how many of these run forward.
  std::vector<int> passing(gaps.size() + 1, 0), forward(gaps.size() + 1, 0);
  for (const auto& [a, b] : lines) {
    const auto from = gaps_before(a), to = gaps_before(b);
    ++passing[static_cast<std::size_t>(std::min(from, to))];
    --passing[static_cast<std::size_t>(std::max(from, to))];
    if (from < to) ++forward[static_cast<std::size_t>(from)], --forward[static_cast<std::size_t>(to)];
  }
  std::vector<CutPlace> places;
  int count = 0, ahead = 0;
  for (std::size_t k = 0; k < gaps.size(); ++k) {
    count += passing[k];
    ahead += forward[k];
    if (ahead == 1 && count - ahead <= most_back) places.push_back({gaps[k], count - ahead});
  }
  return places;
}

std::vector<Pt> find_cuts(const std::vector<Extent>& things, const std::vector<std::pair<int, int>>& lines, int columns) {
  if (things.empty() || columns < 2) return {};
  const std::vector<CutPlace> places = places_to_cut(things, lines);
  Pt low = things[0].begin, high = things[0].end;
  for (const Extent& e : things) low = std::min(low, e.begin), high = std::max(high, e.end);
  std::vector<Pt> cuts;
  for (int k = 1; k < columns; ++k) {
    const Pt column = (high - low) / columns, wanted = low + column * k;
    const auto cost = [&](const CutPlace& p) { return std::abs(p.at - wanted) + p.back * column / 8; };
    const auto best = std::ranges::min_element(places, {}, cost);
    if (best == places.end() || std::abs(best->at - wanted) > column / 2) return {};
    if (cuts.empty() || best->at > cuts.back() + 1) cuts.push_back(best->at);
  }
  return cuts;
}

}  // namespace drawplate::layered
