// Marked-content sequences: which stretch of a page's content belongs to which part of the structure. A painter says what it
// is about to paint; sequences are opened and closed here, and the list of them is what the structure is built from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/content_stream.h"

namespace drawplate::pdf {

/// What the next paint operators are to a reader of the page.
struct Mark {
  enum class Kind : std::uint8_t { artifact, figure, heading } kind = Kind::artifact;
  int rank = 0;             ///< place in the reading order
  std::optional<int> link;  ///< which of the page's links it belongs to
  std::string lang;         ///< where it differs from the document's
  std::string actual_text;  ///< where the glyphs alone would read otherwise
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// A sequence as painted; its place in the page's list is its MCID.
using MarkedSequences = std::vector<Mark>;

class MarkedContent {
 public:
  explicit MarkedContent(ContentStream& content) : content_(content) {}

  /// Sees that what follows is in a sequence of this mark: goes on with the open one where that is the same.
  void enter(const Mark& mark);
  /// Closes the open sequence; call it when the page is complete.
  void finish();

  const MarkedSequences& sequences() const { return sequences_; }

 private:
  ContentStream& content_;
  MarkedSequences sequences_;
  std::optional<Mark> open_;
};

}  // namespace drawplate::pdf
