// See write_table.h.
#include "pdf/write_table.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "layout/page/connector_path.h"

namespace drawplate::pdf {
namespace {

/// Cells of a grid with their boxes; places that a span covers are left out.
class GridCells {
 public:
  explicit GridCells(const TableGrid& table) : table_(table), covered_(table.cells.size()) {}

  template <class Visit>
  void for_each(const Visit& visit) {
    const std::size_t columns = table_.columns.size();
    Pt top = table_.box.y;
    for (std::size_t row = 0; row < table_.rows.size(); top += table_.rows[row], ++row) {
      Pt left = table_.box.x;
      for (std::size_t column = 0; column < columns; left += table_.columns[column], ++column) {
        const std::size_t at = row * columns + column;
        if (at >= table_.cells.size() || covered_[at]) continue;
        const TableCell& cell = table_.cells[at];
        const std::size_t bottom = std::min(row + static_cast<std::size_t>(std::max(1, cell.row_span)), table_.rows.size());
        const std::size_t right = std::min(column + static_cast<std::size_t>(std::max(1, cell.column_span)), columns);
        cover(row, bottom, column, right);
        visit(cell, row, Rect{left, top, sum(table_.columns, column, right), sum(table_.rows, row, bottom)});
      }
    }
  }

 private:
  static Pt sum(const std::vector<Pt>& lengths, std::size_t begin, std::size_t end) {
    Pt total = 0;
    for (std::size_t i = begin; i < end; ++i) total += lengths[i];
    return total;
  }
  void cover(std::size_t top, std::size_t bottom, std::size_t left, std::size_t right) {
    for (std::size_t r = top; r < bottom; ++r)
      for (std::size_t c = left; c < right; ++c)
        if (r * table_.columns.size() + c < covered_.size()) covered_[r * table_.columns.size() + c] = true;
  }

  const TableGrid& table_;
  std::vector<bool> covered_;
};

void write_fills_and_rules(const TableGrid& table, const Mark& mark, Canvas& canvas) {
  canvas.marks.enter(mark);
  ContentStream& content = canvas.content;
  GridCells(table).for_each([&](const TableCell& cell, std::size_t, const Rect& box) {
    if (!cell.fill) return;
    const Rect placed = canvas.place_box(box);
    content.fill_color(cell.fill->color.rgb).rectangle({placed.x, placed.y}, {placed.width, placed.height}).fill();
  });
  Pt y = table.box.y;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    y += table.rows[row];
    const Stroke& rule = row == 0 && table.has_header ? table.header_rule : table.rule;
    if (rule.width <= 0) continue;
    const SavedState saved(content);
    content.stroke_color(rule.color.rgb).line_width(rule.width);
    if (rule.dash != Dash::solid) content.dashes(dash_lengths(rule.dash, rule.width, 0));
    content.move_to(canvas.place(Point{table.box.left(), y})).line_to(canvas.place(Point{table.box.right(), y})).stroke();
  }
}

int tag_cell(Tags& tags, const TableCell& cell, bool header, int row) {
  Dict attributes;
  attributes.set("O", name("Table"));
  if (header) attributes.set("Scope", name("Column"));
  if (cell.column_span > 1) attributes.set("ColSpan", cell.column_span);
  if (cell.row_span > 1) attributes.set("RowSpan", cell.row_span);
  Tag tag{header ? "TH" : "TD", row};
  if (attributes.entries.size() > 1) tag.attributes.set("A", std::move(attributes));
  tag.always = true;
  return add_tag(tags, std::move(tag));
}

}  // namespace

void write_table(const TableGrid& table, const std::optional<TagPlace>& place, const Mark& base, Canvas& canvas) {
  write_fills_and_rules(table, place ? Mark{} : base, canvas);
  const int whole = place ? add_tag(canvas.tags, "Table", *place) : 0;
  std::vector<int> rows;
  if (place)
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      Tag row{"TR", whole};
      row.always = true;
      rows.push_back(add_tag(canvas.tags, std::move(row)));
    }
  GridCells(table).for_each([&](const TableCell& cell, std::size_t row, const Rect&) {
    Mark mark = base;
    if (place) mark.tag = tag_cell(canvas.tags, cell, row == 0 && table.has_header, rows[row]);
    write_text(cell.text, mark, canvas);
  });
}

}  // namespace drawplate::pdf
