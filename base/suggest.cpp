// Optimal string alignment distance (Damerau-Levenshtein without edits inside a swap) with a cut-off by length.
#include "base/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace drawplate {
namespace {

constexpr std::size_t longest_word = 64;    ///< longer words are not typing errors of known ones
constexpr std::size_t most_words = 20'000;  ///< candidates looked at, so that hostile inputs cost nothing

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A third of the letters may be wrong, one at least; a word of one letter resembles nothing.
int allowed_distance(std::string_view word) {
  if (word.size() < 2) return 0;
  return std::max(1, static_cast<int>(word.size()) / 3);
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> two_above(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above.swap(above);
    above.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + !same});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string_view> find_nearest(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > longest_word) return std::nullopt;
  int best = allowed_distance(word) + 1;
  std::optional<std::string_view> nearest;
  for (const std::string_view candidate : known.first(std::min(known.size(), most_words))) {
    const auto difference = static_cast<int>(candidate.size()) - static_cast<int>(word.size());
    if (std::abs(difference) >= best) continue;
    const int distance = edit_distance(word, candidate);
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

std::vector<std::string_view> find_nearest_words(std::string_view word, std::span<const std::string_view> known, std::size_t count) {
  if (word.size() > longest_word) return {};
  std::vector<std::pair<int, std::string_view>> found;
  for (const std::string_view candidate : known.first(std::min(known.size(), most_words))) {
    if (candidate.size() > longest_word) continue;
    const bool held = word.size() >= 3 && candidate.size() >= 3 &&
                      (candidate.find(word) != std::string_view::npos || word.find(candidate) != std::string_view::npos);
    const int distance = edit_distance(word, candidate);
    if (held || distance <= allowed_distance(word)) found.emplace_back(distance, candidate);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < std::min(count, found.size()); ++i) words.push_back(found[i].second);
  return words;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const std::optional<std::string_view> nearest = find_nearest(word, known);
  return nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string();
}

std::string one_of(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace drawplate
