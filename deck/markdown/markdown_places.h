// Where the author wrote what the Markdown library finds. The library reads an excerpt in which formulas are hidden.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "deck/syntax/excerpt.h"

namespace drawplate {

class MarkdownPlaces {
 public:
  /// `original` is the excerpt's text before its formulas were hidden.
  MarkdownPlaces(const Excerpt& excerpt, std::string_view original) : excerpt_(excerpt), original_(original) {}

  const Excerpt& excerpt() const { return excerpt_; }
  std::string_view original() const { return original_; }
  /// The text as the author wrote it, formulas and all; a text without a position stands nowhere in the excerpt.
  std::string_view as_written(std::string_view text, std::optional<std::size_t> position) const {
    return position ? original_.substr(*position, text.size()) : text;
  }

  /// Notes that what stands in the excerpt from `position` on has been reached.
  Span see(std::size_t position, std::size_t size) {
    last_ = excerpt_.span(position, position + size);
    if (!first_) first_ = last_;
    return last_;
  }
  /// What was seen last.
  Span last() const { return last_; }
  /// What was seen first since this was asked the last time.
  std::optional<Span> take_first() { return std::exchange(first_, std::nullopt); }

 private:
  const Excerpt& excerpt_;
  std::string_view original_;
  Span last_;
  std::optional<Span> first_;
};

}  // namespace drawplate
