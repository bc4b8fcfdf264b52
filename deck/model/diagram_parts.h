// What every reader of a foreign language does last: full ids, and colours that can be read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.h"
#include "base/limits.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// Puts the ids of its groups in front of each group's and node's own id ("data.db") and makes all ids unique.
/// Requires: each parent's index is in range, and no group is around itself.
void qualify_ids(Diagram& diagram);

/// Names each edge without an id by its ends: "a->b", "a->b#2".
void name_edges(Diagram& diagram);

/// Where a fill the author chose hides the text on it, gives the text another colour; the first case is a warning.
void keep_text_readable(Diagram& diagram, Report& report);

/// What stands for a picture in a card: the drawing itself where it is an SVG beside the document, else the sign of a picture, and
/// a warning.
Icon icon_of_picture(std::string_view file, Span origin, Report& report);

}  // namespace drawplate
