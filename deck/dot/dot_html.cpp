// Tables inside cells become lines of text there; their ports go to the cell.
#include "deck/dot/dot_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/cursor.h"
#include "base/limits.h"
#include "deck/dot/dot_looks.h"
#include "deck/syntax/html_text.h"

namespace drawplate {
namespace {

constexpr int max_span = 64;

std::string upper_name(std::string_view tag) {
  std::string name;
  if (tag.starts_with('/')) tag.remove_prefix(1);
  for (const char c : tag) {
    if (!is_letter(c) && !is_digit(c)) break;
    name += to_lower(c);
  }
  return name;
}

int number_attribute(std::string_view tag, std::string_view name, int otherwise) {
  const std::string value = tag_attribute(tag, name);
  int number = otherwise;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? number : otherwise;
}

/// What cannot be read as a colour is none: tables of cells have many ways to say nothing.
std::optional<Rgb> color_attribute(std::string_view tag) {
  std::string value = tag_attribute(tag, "bgcolor");
  if (value.empty()) return std::nullopt;
  Report unsaid;
  return read_dot_color({std::move(value), false, {}}, unsaid);
}

class HtmlLabelReader {
 public:
  HtmlLabelReader(std::string_view source, Span origin) : source_(source), origin_(origin) {}

  DotLabel read() {
    options_.line_ends_break = false;
    std::size_t at = 0;
    while (at < source_.size()) {
      const std::size_t open = std::min(source_.find('<', at), source_.size());
      add_html_text(source_.substr(at, open - at), options_, text_);
      if (open == source_.size()) break;
      const bool comment = source_.substr(open).starts_with("<!--");
      const std::size_t close = comment ? source_.find("-->", open) : source_.find('>', open);
      if (close == std::string_view::npos) break;
      if (!comment) apply_tag(source_.substr(open + 1, close - open - 1));
      at = close + (comment ? 3 : 1);
    }
    end_cell();
    return finish();
  }

 private:
  void apply_tag(std::string_view tag) {
    const bool closing = tag.starts_with('/');
    const std::string name = upper_name(tag);
    if (name == "table") {
      closing ? close_table() : open_table(tag);
    } else if (name == "tr") {
      apply_row(closing);
    } else if (name == "td") {
      apply_cell(tag, closing);
    } else if (name != "hr" && name != "vr") {
      apply_inline_tag(tag, text_);
    }
  }

  void open_table(std::string_view tag) {
    if (++depth_ == 1) {
      has_lines_ = number_attribute(tag, "border", 1) > 0 || number_attribute(tag, "cellborder", 0) > 0;
    } else {
      text_.line_break();
      note_port(tag);
    }
  }

  void close_table() {
    if (depth_ > 0) --depth_;
    if (depth_ > 0) {
      text_.line_break();
    } else {
      end_cell();
    }
  }

  void apply_row(bool closing) {
    if (depth_ == 1) {
      end_cell();
      if (!closing) {
        ++row_;
        column_ = 0;
      }
    } else {
      text_.line_break();
    }
  }

  void apply_cell(std::string_view tag, bool closing) {
    if (depth_ > 1) {
      text_.add(" ");
      if (!closing) note_port(tag);
      return;
    }
    end_cell();
    if (closing || depth_ == 0 || cells_.size() >= max_node_items) return;
    row_ = std::max(row_, 0);
    Cell cell;
    cell.port = tag_attribute(tag, "port");
    cell.fill = color_attribute(tag);
    cell.row = row_;
    cell.row_span = std::clamp(number_attribute(tag, "rowspan", 1), 1, max_span);
    cell.column_span = std::clamp(number_attribute(tag, "colspan", 1), 1, max_span);
    while (is_taken(row_, column_)) ++column_;
    cell.column = column_;
    take(cell);
    column_ += cell.column_span;
    cells_.push_back(std::move(cell));
    in_cell_ = true;
  }

  void note_port(std::string_view tag) {
    if (cells_.empty() || !in_cell_ || !cells_.back().port.empty()) return;
    cells_.back().port = tag_attribute(tag, "port");
  }

  void end_cell() {
    if (!in_cell_) return;
    cells_.back().text = text_.finish(origin_);
    in_cell_ = false;
  }

  /// Cells of earlier rows reach into `row` at columns below their span's end.
  bool is_taken(int row, int column) const {
    const auto at = static_cast<std::size_t>(column);
    return at < taken_until_.size() && taken_until_[at] > row;
  }

  void take(const Cell& cell) {
    const auto end = static_cast<std::size_t>(cell.column + cell.column_span);
    if (taken_until_.size() < end) taken_until_.resize(end, 0);
    for (auto i = static_cast<std::size_t>(cell.column); i < end; ++i) taken_until_[i] = cell.row + cell.row_span;
  }

  DotLabel finish() {
    DotLabel label;
    const bool ports = std::ranges::any_of(cells_, [](const Cell& cell) { return !cell.port.empty(); });
    const bool columns = std::ranges::any_of(cells_, [](const Cell& cell) { return cell.column > 0; });
    const bool lone = cells_.size() == 1 && !ports;
    if (!cells_.empty() && !lone && (has_lines_ || ports || columns)) {
      label.cells = std::move(cells_);
      return label;
    }
    label.text = text_.finish(origin_);
    for (Cell& cell : cells_) {
      if (!label.text.spans.empty() && !cell.text.spans.empty()) label.text.spans.back().text += '\n';
      std::ranges::move(cell.text.spans, std::back_inserter(label.text.spans));
    }
    label.text.origin = origin_;
    return label;
  }

  std::string_view source_;
  Span origin_;
  HtmlTextOptions options_;
  TextBuilder text_;
  std::vector<Cell> cells_;
  std::vector<int> taken_until_;
  int depth_ = 0, row_ = -1, column_ = 0;
  bool in_cell_ = false, has_lines_ = false;
};

}  // namespace

DotLabel read_dot_html(std::string_view text, Span origin) { return HtmlLabelReader(text, origin).read(); }

}  // namespace drawplate
