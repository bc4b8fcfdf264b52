// A text taken out of a source, line by line or in one piece, that knows where each of its bytes stood: what is read from
// it (a diagram in a fence, the front matter, a footnote) is blamed in the source's own lines and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "deck/model/diagram.h"

namespace drawplate {

class Excerpt {
 public:
  explicit Excerpt(SourceId source) : source_(source) {}

  /// Adds bytes that stand in the source from `begin`.
  void append(std::string_view text, std::uint32_t begin);
  /// Adds bytes that stand nowhere in the source.
  void append_made_up(std::string_view text) { text_ += text; }

  const std::string& text() const { return text_; }
  std::string& bytes() { return text_; }  ///< to change bytes at equal length
  SourceId source() const { return source_; }
  bool empty() const { return text_.empty(); }
  std::uint32_t offset_at(std::size_t position) const;
  Span span(std::size_t begin, std::size_t end) const;
  /// From a span in the excerpt, as a source of its own, to one in the source.
  Span placed(Span span) const { return this->span(span.begin, span.end); }

 private:
  struct Piece {
    std::size_t position = 0, length = 0;
    std::uint32_t begin = 0;
  };
  SourceId source_;
  std::string text_;
  std::vector<Piece> pieces_;  // by position
};

/// Hands the excerpt to `read` as a source of its own whose first line is called `first_line`, and says what that reports in
/// the excerpt's places.
void read_excerpt(const Excerpt& excerpt, const std::string& name, int first_line, Report& report,
                  const std::function<void(const SourceSet&, SourceId, Report&)>& read);

/// Every place in the diagram, from the excerpt to the source around it.
void place_in_source(Diagram& diagram, const Excerpt& excerpt);

}  // namespace drawplate
