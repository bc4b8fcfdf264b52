// Tables: cells' fills, rules under rows, texts, with a tag for each row and cell.
#pragma once

#include <optional>

#include "pdf/tag_text.h"

namespace drawplate::pdf {

/// `base` says rank and link. Without a place all of it is marked as `base` says.
void write_table(const TableGrid& table, const std::optional<TagPlace>& place, const Mark& base, Canvas& canvas);

}  // namespace drawplate::pdf
