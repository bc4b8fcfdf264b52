// Tables: columns as wide as their content asks, numbers to the right, cells that wrap, rules between rows.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/slide/block_kinds.h"
#include "layout/slide/move_item.h"

namespace drawplate::slide {
namespace {

constexpr std::size_t most_columns = 100;
constexpr double wide_enough = 0.4, least_width = 0.5;  ///< of the room: from here on a table takes all of it; none takes less
constexpr Pt padding_x = 12, padding_y = 8.25;

/// A number with what stands around it in tables: "1 234.5", "12 %", "-3", "€ 40", "2×", "80 ms". No word begins it.
bool is_number(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto first_digit = std::find_if(text.begin(), text.end(), is_digit);
  if (first_digit == text.end() || text.size() > 24 || std::any_of(text.begin(), first_digit, is_letter)) return false;
  const auto unit = std::find_if(first_digit, text.end(), is_letter);
  return text.end() - unit <= 4 && std::none_of(unit, text.end(), is_digit);
}

class TableLayout {
 public:
  TableLayout(const Table& table, Span origin, Pt width, const SlideContext& context)
      : table_(table),
        origin_(origin),
        width_(width),
        context_(context),
        palette_(box_palette(context.theme())),
        columns_(std::min(table.columns.size(), most_columns)),
        pad_x_(context.length(padding_x)),
        pad_y_(context.length(padding_y)) {}

  Piece lay_out() {
    Piece piece;
    piece.width = width_;
    if (columns_ == 0 || table_.rows.empty()) return piece;
    choose_widths(piece);
    TableGrid grid;
    grid.columns = widths_;
    grid.has_header = table_.has_header;
    grid.padding = {pad_x_, pad_y_, pad_x_, pad_y_};
    grid.rule = {.color = context_.theme().color(Accent::slate, AccentPart::pale), .width = 1};
    grid.header_rule = {.color = context_.theme().color(Accent::slate, AccentPart::outline), .width = 1.5};
    Pt top = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) top += add_row(row, top, grid, piece);
    grid.box = {0, 0, std::accumulate(widths_.begin(), widths_.end(), 0.0), top};
    const Pt table_width = grid.box.width;
    Item item = block_item("table", Role::table, origin_);
    item.what = std::move(grid);
    if (context_.is_right_to_left()) move_item(item, {width_ - table_width, 0});
    piece.items.push_back(std::move(item));
    piece.height = top;
    add_caption(piece, table_width);
    return piece;
  }

 private:
  /// The column that stands at a place, counted from the left.
  std::size_t column_at(std::size_t place) const { return context_.is_right_to_left() ? columns_ - 1 - place : place; }

  bool is_header(std::size_t row) const { return row == 0 && table_.has_header; }

  const RichText& text_at(std::size_t row, std::size_t column) const {
    static const RichText nothing;
    return column < table_.rows[row].size() ? table_.rows[row][column] : nothing;
  }

  Align align_of(std::size_t column) const {
    switch (table_.columns[column]) {
      case CellAlign::left:
        return Align::left;
      case CellAlign::center:
        return Align::center;
      case CellAlign::right:
        return Align::right;
      case CellAlign::automatic:
        break;
    }
    bool any = false;
    for (std::size_t row = table_.has_header ? 1 : 0; row < table_.rows.size(); ++row) {
      const std::string text = text_at(row, column).plain();
      if (text.empty() || text == "–" || text == "-" || text == "—") continue;
      if (!is_number(text)) return Align::left;
      any = true;
    }
    return any ? Align::right : Align::left;
  }

  ParagraphStyle style_of(std::size_t row, std::size_t column) const {
    ParagraphStyle style = context_.paragraph(is_header(row) ? SlideRole::table_header : SlideRole::table, palette_.ink, align_of(column));
    style.link_color = palette_.link;
    style.mark_color = palette_.mark;
    style.key_color = palette_.key;
    return style;
  }

  /// Widest line and widest word of a column, with padding.
  TextWidths widths_of(std::size_t column) const {
    TextWidths out;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const TextWidths own = measure_text(text_at(row, column), style_of(row, column), context_.deck.fonts, context_.report);
      out.natural = std::max(out.natural, own.natural);
      out.minimum = std::max(out.minimum, own.minimum);
    }
    return {out.natural * 1.01 + 2 * pad_x_ + 1, out.minimum * 1.01 + 2 * pad_x_ + 1};
  }

  void choose_widths(Piece& piece) {
    std::vector<TextWidths> wishes;
    Pt natural = 0, minimum = 0;
    for (std::size_t place = 0; place < columns_; ++place) {
      wishes.push_back(widths_of(column_at(place)));
      natural += wishes.back().natural;
      minimum += wishes.back().minimum;
    }
    if (natural <= width_) {
      const bool is_upright = context_.deck.page.height > context_.deck.page.width;
      const Pt whole = is_upright || natural >= width_ * wide_enough ? width_ : width_ * least_width;
      for (const TextWidths& wish : wishes) widths_.push_back(wish.natural + (whole - natural) / static_cast<double>(columns_));
      return;
    }
    if (minimum > width_) {  // words have to break
      piece.fits = false;
      for (const TextWidths& wish : wishes) widths_.push_back(wish.minimum * width_ / minimum);
      return;
    }
    const double share = natural > minimum ? (width_ - minimum) / (natural - minimum) : 0;
    for (const TextWidths& wish : wishes) widths_.push_back(wish.minimum + (wish.natural - wish.minimum) * share);
  }

  Pt add_row(std::size_t row, Pt top, TableGrid& grid, Piece& piece) const {
    std::vector<LaidOutParagraph> cells;
    Pt height = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      const Pt room = std::max(1.0, widths_[column] - 2 * pad_x_);
      cells.push_back(
          layout_paragraph(text_at(row, column_at(column)), style_of(row, column_at(column)), room, context_.deck.fonts, context_.report));
      piece.fits = piece.fits && cells.back().width <= room + 0.01;
      height = std::max(height, cells.back().height);
    }
    Pt left = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      const Pt room = std::max(1.0, widths_[column] - 2 * pad_x_), spare = height - cells[column].height;
      const Pt down = is_header(row) ? spare : 0;
      TableCell cell;
      cell.text.anchor = is_header(row) ? Anchor::bottom : Anchor::top;
      cell.text.box = {left + pad_x_, top + pad_y_, room, height};
      cell.text.paragraphs.push_back(moved_by(align_in(std::move(cells[column]), room), {left + pad_x_, top + pad_y_ + down}));
      cell.fill = Fill{context_.theme().color(ColorRole::card)};
      grid.cells.push_back(std::move(cell));
      left += widths_[column];
    }
    grid.rows.push_back(height + 2 * pad_y_);
    return grid.rows.back();
  }

  void add_caption(Piece& piece, Pt table_width) const {
    Pt height = 0;
    auto caption = layout_caption(table_.caption, std::max(table_width, width_ * 0.5), Align::left, context_, height);
    if (!caption) return;
    const Pt gap = context_.length(6);
    move_item(*caption, {0, piece.height + gap});
    piece.height += gap + height;
    piece.items.push_back(std::move(*caption));
  }

  const Table& table_;
  Span origin_;
  Pt width_;
  const SlideContext& context_;
  Palette palette_;
  std::size_t columns_;
  Pt pad_x_, pad_y_;
  std::vector<Pt> widths_;
};

}  // namespace

Piece layout_table(const Table& table, Span origin, Pt width, const SlideContext& context) {
  return TableLayout(table, origin, width, context).lay_out();
}

}  // namespace drawplate::slide
