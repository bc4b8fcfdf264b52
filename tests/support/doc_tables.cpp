// Cells are parted at bars; codes are what stands between equal runs of backticks.
#include "tests/support/doc_tables.h"

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/golden.h"

namespace drawplate::test {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line.compare(i, 2, "\\|") == 0) {
      cell += line[++i];
    } else if (line[i] == '|') {
      cell.erase(0, cell.find_first_not_of(' '));
      while (cell.ends_with(' ')) cell.pop_back();
      cells.push_back(std::move(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<DocTable> read_doc_tables(std::string_view path) {
  std::vector<DocTable> tables;
  std::istringstream in(read_source_file(path));
  bool in_table = false;
  for (std::string line; std::getline(in, line);) {
    const bool row = line.starts_with('|');
    if (row && !in_table) tables.push_back({cells_of(line), {}});
    if (row && in_table && !line.starts_with("|-")) tables.back().rows.push_back(cells_of(line));
    in_table = row;
  }
  return tables;
}

std::vector<std::string> codes_of(const std::string& cell) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; (at = cell.find('`', at)) != std::string::npos;) {
    const std::string fence = cell.compare(at, 3, "`` ") == 0 ? "``" : "`";
    const std::size_t begin = at + fence.size(), end = cell.find(fence, begin);
    if (end == std::string::npos) break;
    std::string code = cell.substr(begin, end - begin);
    if (fence.size() == 2) code = code.substr(1, code.size() - 2);
    codes.push_back(std::move(code));
    at = end + fence.size();
  }
  return codes;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    line.erase(0, line.find_first_not_of(' '));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace drawplate::test
