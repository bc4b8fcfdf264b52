// Unseen rules between texts that stand side by side. Programs that put a page's text in order by its places (poppler's, for one)
// take cards in two panels for the cells of a table and read them row by row; a tall space between the panels shows where one
// column ends, and a wide one below them that all come before what follows. It knows boxes and reading order, not what is said.
#pragma once

#include <vector>

#include "pdf/canvas.h"

namespace drawplate::pdf {

/// Boxes in page model coordinates, about a point thin.
struct ColumnRules {
  std::vector<Rect> upright, level;
};

/// Upright ones stand where reading goes from the foot of one column to the head of the next, and where a line's label stands
/// beside a card; level ones above and below such columns. None for pages of more texts than such a page ever has.
ColumnRules find_column_rules(const Page& page);

/// Writes each rule as spaces in invisible text that belongs to no structure, upright ones as a stack. `largest_text` is the size of the
/// page's largest text: the spaces are so much larger that no text beside them is taken for their neighbour.
void write_column_rules(const ColumnRules& rules, Pt largest_text, Canvas& canvas);

}  // namespace drawplate::pdf
