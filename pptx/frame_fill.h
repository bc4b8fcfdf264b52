// How full each text frame of a presentation is, and whether it still holds its text where another program's letters are a
// little wider. It writes nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

struct FrameFill {
  std::size_t page = 0;     ///< from 0
  std::string name;         ///< the item's
  double width = 0;         ///< the longest line, in parts of the frame's width
  double height = 0;        ///< all lines, in parts of the height there is for them
  bool holds = true;        ///< all lines stay in the frame
  bool holds_wider = true;  ///< also where each is wider by `wider_text`, and breaks anew if it must
};

/// In the order of pages and items. Frames without text are left out.
std::vector<FrameFill> frame_fills(const Document& document);

}  // namespace drawplate
