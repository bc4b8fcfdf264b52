// The one direction that readers take a whole page to be written in: programs that find the order of texts again by place
// alone count a page's letters, and read its lines to the side that most letters run to. It knows no content stream.
#pragma once

#include <cstddef>
#include <optional>

#include "layout/page/page.h"

namespace drawplate::pdf {

struct PageDirection {
  /// The first face with text from right to left: its font has the unseen marks. None on most pages, which need no marks.
  std::optional<FaceId> marks{};
  bool right_to_left = false;  ///< what readers shall take the page for: right to left where lines mix directions on such a base
  std::size_t wanting = 0;     ///< marks of that direction that must be added for them to count so
};

PageDirection page_direction(const Page& page);

/// Unseen marks that a line needs at its two ends, so that signs there are read with the line's own text.
struct LineMarks {
  bool left = false;   ///< of right to left
  bool right = false;  ///< of left to right
};
LineMarks line_marks(const Line& line, bool right_to_left, const PageDirection& page);

}  // namespace drawplate::pdf
