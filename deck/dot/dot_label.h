// Labels of DOT: escapes ("\N", "\l"), record labels as tables of cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// What the escapes of a label stand for.
struct DotNames {
  std::string_view graph;             ///< \G
  std::string_view node;              ///< \N
  std::string_view edge, tail, head;  ///< \E \T \H
};

struct DotLabel {
  RichText text;
  std::vector<Cell> cells;  ///< where not empty, these are the label
};

/// A plain label: escapes and character references replaced, "\n", "\l" and "\r" as line ends.
RichText read_dot_text(std::string_view text, const DotNames& names, Span origin);

/// A record's label: "a|{b|<port> c}". Fields lie side by side, and one above the other in braces; `downwards` begins with the other.
DotLabel read_dot_record(std::string_view text, const DotNames& names, bool downwards, Span origin, Report& report);

}  // namespace drawplate
