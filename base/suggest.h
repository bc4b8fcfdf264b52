// "did you mean …?": the known words nearest to one that is not known.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

/// Edits (insert, delete, change, swap of neighbours) that turn one word into the other, letter case aside; bytes count.
int edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to `word`, the first of equals; nothing where none is near enough to be meant.
std::optional<std::string_view> find_nearest(std::string_view word, std::span<const std::string_view> known);

/// Up to `count` known words, nearest first, that are near enough, or that hold the word or are held in it.
std::vector<std::string_view> find_nearest_words(std::string_view word, std::span<const std::string_view> known, std::size_t count);

/// "did you mean 'x'?" or "", for Diagnostic::help.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

/// "a, b or c", each as it stands.
std::string one_of(std::span<const std::string_view> words);

}  // namespace drawplate
