// Comma-separated values (RFC 4180): a header row and rows under it. It knows nothing of what the values are for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace drawplate {

struct CsvTable {
  std::vector<std::string> names;              ///< the first row
  std::vector<std::vector<std::string>> rows;  ///< each as long as `names`
};

/// Columns are parted by ',' or, where the first row has one and no ',', by ';'. Empty lines count for nothing. The failure
/// says what is wrong and in which line: text that is no UTF-8, a quote without end, a row of another length.
[[nodiscard]] Result<CsvTable> read_csv(std::string_view text);

}  // namespace drawplate
