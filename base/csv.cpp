// Semicolons part the cells where the header row has no comma.
#include "base/csv.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "base/source.h"
#include "base/utf8.h"

namespace drawplate {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t line() const { return line_; }

  /// One row, up to and with its line's end; false where a quote has no end.
  bool read_row(std::vector<std::string>& row) {
    row.clear();
    for (;;) {
      std::string field;
      if (!read_field(field)) return false;
      row.push_back(std::move(field));
      if (at_end()) return true;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      take_line_end();
      return true;
    }
  }

 private:
  bool at_line_end() const { return at_end() || text_[at_] == '\n' || text_[at_] == '\r'; }

  void take_line_end() {
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (!at_end() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  bool read_field(std::string& field) {
    if (!at_end() && text_[at_] == '"') return read_quoted(field);
    while (!at_line_end() && text_[at_] != separator_) field += text_[at_++];
    return true;
  }

  bool read_quoted(std::string& field) {
    for (++at_; !at_end(); ++at_) {
      line_ += text_[at_] == '\n' ? 1 : 0;
      if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) {
        ++at_;
        while (!at_line_end() && text_[at_] != separator_) field += text_[at_++];
        return true;
      }
      field += text_[at_];
      if (text_[at_] == '"') ++at_;
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, line_ = 1;
};

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  return first.find(',') == std::string_view::npos && first.find(';') != std::string_view::npos ? ';' : ',';
}

}  // namespace

Result<CsvTable> read_csv(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) return failure("the text is not UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvReader reader(text, separator_of(text));
  CsvTable table;
  std::vector<std::string> row;
  while (!reader.at_end()) {
    const std::size_t line = reader.line();
    if (!reader.read_row(row)) return failure(fmt::format("line {}: this quote has no end", line));
    if (row.size() == 1 && row.front().empty()) continue;
    if (table.names.empty()) {
      table.names = row;
    } else if (row.size() != table.names.size()) {
      return failure(fmt::format("line {}: {} values where the first row names {}", line, row.size(), table.names.size()));
    } else {
      table.rows.push_back(row);
    }
  }
  return table;
}

}  // namespace drawplate
