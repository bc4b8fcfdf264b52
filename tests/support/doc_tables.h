// The tables of a Markdown page, cell by cell, so that tests can hold the program against what the page says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drawplate::test {

struct DocTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

/// All tables of a page of docs/.
std::vector<DocTable> read_doc_tables(std::string_view path);
/// "| a | b |" is "a", "b"; "\|" in a cell is "|".
std::vector<std::string> cells_of(const std::string& line);
/// What stands in code spans of a cell.
std::vector<std::string> codes_of(const std::string& cell);
/// Lines of a text without blanks at their begin.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace drawplate::test
