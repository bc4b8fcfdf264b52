// Marked-content sequences: which stretch of a page's content belongs to which part of the structure. A painter says what it
// is about to paint; sequences are opened and closed here, and the list of them is what the structure is built from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/content_stream.h"
#include "pdf/tags.h"

namespace drawplate::pdf {

/// What the next paint operators are to a reader of the page.
struct Mark {
  std::optional<int> tag;   ///< of the page's tags; none: an artifact
  int rank = 0;             ///< place in the reading order of its part
  std::optional<int> link;  ///< which of the page's links it belongs to
  std::string lang;         ///< where it differs from the document's
  std::string actual_text;  ///< where the glyphs alone would read otherwise
  bool is_artifact() const { return !tag; }
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// A sequence as painted; its place in the page's list is its MCID.
using MarkedSequences = std::vector<Mark>;

class MarkedContent {
 public:
  /// `tags` may grow while this lives.
  MarkedContent(ContentStream& content, const Tags& tags) : content_(content), tags_(tags) {}

  /// Sees that what follows is in a sequence of this mark: goes on with the open one where that is the same.
  void enter(const Mark& mark);
  /// Closes the open sequence; call it when the page is complete.
  void finish();
  /// From now on nothing is marked: what is painted belongs to a sequence around it.
  void be_silent() { silent_ = true; }
  bool is_silent() const { return silent_; }

  const MarkedSequences& sequences() const { return sequences_; }

 private:
  ContentStream& content_;
  const Tags& tags_;
  MarkedSequences sequences_;
  std::optional<Mark> open_;
  bool silent_ = false;
};

}  // namespace drawplate::pdf
