// The table is read once; each row makes a copy of the command line.
#include "cli/each_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/csv.h"
#include "base/suggest.h"
#include "cli/files.h"

namespace drawplate {
namespace {

constexpr std::size_t max_csv_bytes = 16u << 20;
constexpr std::size_t max_rows = 5000;
constexpr std::string_view row_name = "row";  ///< stands for the row's number where no column is called so

using Row = std::vector<std::pair<std::string, std::string>>;

/// Why there is nothing to run; thrown and caught in this file.
struct Mistake {
  ExitStatus status;
  std::string message;
};

/// What a file's name can hold: no way into another folder, no control character.
std::string fit_for_name(std::string_view value) {
  std::string name;
  for (const char c : value) name += c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '-' : c;
  return name.starts_with('.') ? "-" + name.substr(1) : name;
}

std::string path_for_row(const std::string& pattern, const Row& row) {
  std::string path;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    path += pattern.substr(at, open - at);
    const std::size_t close = pattern.find('}', open);
    if (open == pattern.size() || close == std::string::npos) {
      path += pattern.substr(open);
      break;
    }
    const std::string name = pattern.substr(open + 1, close - open - 1);
    const auto found = std::find_if(row.rbegin(), row.rend(), [&](const auto& value) { return value.first == name; });
    if (found == row.rend()) {
      std::vector<std::string_view> known;
      for (const auto& value : row) known.push_back(value.first);
      const std::string help = did_you_mean(name, known);
      throw Mistake{ExitStatus::command_line_at_fault,
                    fmt::format("output '{}' names no column of the rows{}", pattern, help.empty() ? "" : "; " + help)};
    }
    path += fit_for_name(found->second);
    at = close + 1;
  }
  return path;
}

CsvTable read_table(const std::string& path) {
  const auto text = read_whole_file(path, max_csv_bytes);
  if (!text) throw Mistake{ExitStatus::input_at_fault, fmt::format("cannot read '{}': {}", path, text.error().message)};
  auto table = read_csv(*text);
  if (!table) throw Mistake{ExitStatus::input_at_fault, fmt::format("cannot read '{}': {}", path, table.error().message)};
  if (table->rows.empty()) throw Mistake{ExitStatus::input_at_fault, fmt::format("'{}' has no rows under its first", path)};
  if (table->rows.size() > max_rows) throw Mistake{ExitStatus::input_at_fault, fmt::format("'{}' has more than {} rows", path, max_rows)};
  return std::move(*table);
}

/// A row's values; its number comes first, so that a column of that name wins.
Row values_of(const CsvTable& table, std::size_t index) {
  Row row{{std::string(row_name), std::to_string(index + 1)}};
  for (std::size_t i = 0; i < table.names.size(); ++i) row.emplace_back(table.names[i], table.rows[index][i]);
  return row;
}

std::vector<CommandLine> expand(const CommandLine& line) {
  const CsvTable table = read_table(line.each);
  std::vector<CommandLine> lines;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row row = values_of(table, i);
    CommandLine own = line;
    own.row_values = row;
    for (OutputFile& output : own.outputs) {
      output.path = path_for_row(output.path, row);
      if (!seen.insert(output.path).second)
        throw Mistake{ExitStatus::command_line_at_fault, fmt::format("two rows would be written to '{}'", output.path)};
    }
    lines.push_back(std::move(own));
  }
  return lines;
}

}  // namespace

tl::expected<std::vector<CommandLine>, NothingToRun> lines_of_rows(const CommandLine& line) {
  if (line.each.empty()) return std::vector<CommandLine>{line};
  try {
    return expand(line);
  } catch (const Mistake& wrong) {
    return tl::unexpected(NothingToRun{wrong.status, fmt::format("drawplate: {}\n", wrong.message)});
  }
}

}  // namespace drawplate
