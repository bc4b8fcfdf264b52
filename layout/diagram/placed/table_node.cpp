// See table_node.h. Rows and columns that the author left out take no room.
#include "layout/diagram/placed/table_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/diagram/placed/node_look.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

/// One way of the grid: where its tracks begin, as the author numbers them, and how long each is.
struct Tracks {
  std::vector<int> begins;
  std::vector<Pt> lengths;

  std::size_t find(int begin) const {
    return static_cast<std::size_t>(std::lower_bound(begins.begin(), begins.end(), begin) - begins.begin());
  }
  Pt length(std::size_t first, std::size_t last) const {
    return std::accumulate(lengths.begin() + static_cast<std::ptrdiff_t>(first), lengths.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
  }
};

struct Extent {
  int begin, span;
};
Extent rows_of(const Cell& cell) { return {cell.row, cell.row_span}; }
Extent columns_of(const Cell& cell) { return {cell.column, cell.column_span}; }

/// Tracks only where some cell begins: a row in which none does belongs to the row before.
template <class ExtentOf>
Tracks tracks_of(const std::vector<Cell>& cells, ExtentOf extent_of) {
  Tracks tracks;
  for (const Cell& cell : cells) tracks.begins.push_back(extent_of(cell).begin);
  std::sort(tracks.begins.begin(), tracks.begins.end());
  tracks.begins.erase(std::unique(tracks.begins.begin(), tracks.begins.end()), tracks.begins.end());
  tracks.lengths.assign(tracks.begins.size(), 0);
  return tracks;
}

/// Every track gets what its own cells need; then those under a wide cell share what it lacks.
template <class ExtentOf>
void size_tracks(Tracks& tracks, const std::vector<Cell>& cells, ExtentOf extent_of, const std::vector<Pt>& needs) {
  for (const bool wide : {false, true}) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Extent extent = extent_of(cells[i]);
      const std::size_t first = tracks.find(extent.begin), last = std::max(first + 1, tracks.find(extent.begin + extent.span));
      if ((last - first > 1) != wide) continue;
      const Pt lacking = (needs[i] - tracks.length(first, last)) / static_cast<Pt>(last - first);
      for (std::size_t t = first; t < last && lacking > 0; ++t) tracks.lengths[t] += lacking;
    }
  }
}

/// The first row, where one cell fills it and several columns stand below: the table's name.
bool is_head(const Cell& cell, const Tracks& rows, const Tracks& columns) {
  const std::size_t last = std::max(columns.find(cell.column) + 1, columns.find(cell.column + cell.column_span));
  return rows.begins.size() > 1 && columns.begins.size() > 1 && rows.find(cell.row) == 0 && columns.find(cell.column) == 0 &&
         last == columns.begins.size();
}

Color ink_on(const Node& node, const Cell& cell, const LayoutContext& context) {
  return context.keep_colors && cell.fill ? readable_ink(node.style.text, *cell.fill, context) : text_color(node, context);
}

}  // namespace

bool is_table_node(const Node& node) { return node.shape == NodeShape::table && !node.cells.empty(); }

CardLayout layout_table_node(const Node& node, Pt most, const LayoutContext& context) {
  const double g = context.scale.geometry;
  const Pt pad_x = 9 * g, pad_y = 6 * g;
  Tracks rows = tracks_of(node.cells, rows_of), columns = tracks_of(node.cells, columns_of);
  CardLayout card{.node = &node, .level = CardLevel::inner};
  std::vector<Pt> widths, heights;
  for (const Cell& cell : node.cells) {
    const TextRole role = is_head(cell, rows, columns) ? TextRole::inner_title : TextRole::inner_subtitle;
    const ParagraphStyle style = paragraph_style(context, role, ink_on(node, cell, context), Align::center);
    CellLayout& out = card.cells.emplace_back();
    if (!cell.text.empty()) out.text = layout_paragraph(cell.text, style, most, context.fonts, context.report);
    widths.push_back(std::ceil(out.text.width) + 2 * pad_x);
    heights.push_back(std::max(out.text.height, style.text.size * style.text.line_height) + 2 * pad_y);
  }
  size_tracks(columns, node.cells, columns_of, widths);
  size_tracks(rows, node.cells, rows_of, heights);
  for (std::size_t i = 0; i < node.cells.size(); ++i) {
    const Cell& cell = node.cells[i];
    const std::size_t left = columns.find(cell.column), right = std::max(left + 1, columns.find(cell.column + cell.column_span));
    const std::size_t top = rows.find(cell.row), bottom = std::max(top + 1, rows.find(cell.row + cell.row_span));
    card.cells[i].is_head = is_head(cell, rows, columns);
    card.cells[i].box = {columns.length(0, left), rows.length(0, top), columns.length(left, right), rows.length(top, bottom)};
  }
  card.width = columns.length(0, columns.lengths.size());
  card.height = card.head_height = rows.length(0, rows.lengths.size());
  return card;
}

Item draw_table_node(const CardLayout& card, Rect box, Accent accent, const LayoutContext& context) {
  const Node& node = *card.node;
  const Theme& theme = context.theme;
  const Stroke outline = node_outline(node, accent, theme.metrics.inner_outline, context);
  Stroke inner = outline;
  inner.width = std::min(outline.width, 0.75 * context.scale.shrink);
  ItemGroup group;
  const Shape whole{.kind = ShapeKind::rect, .box = box, .fill = Fill{fill_color(node, context)}, .stroke = outline, .text = {}};
  group.items.push_back(node_item(node.id + " card", Role::card, node, whole));
  // The outline is drawn last at its full width by the whole; cells lie on it with thin lines of the same colour.
  const Vec by{box.mid_x() - card.width / 2, box.mid_y() - card.height / 2};
  const bool own_fill = context.keep_colors && node.style.fill;
  for (std::size_t i = 0; i < card.cells.size(); ++i) {
    const CellLayout& cell = card.cells[i];
    const Rect place = moved_by(cell.box, by);
    Shape shape{.kind = ShapeKind::rect, .box = place, .fill = {}, .stroke = inner, .text = {}};
    if (context.keep_colors && node.cells[i].fill)
      shape.fill = Fill{{*node.cells[i].fill, {}}};
    else if (cell.is_head && !own_fill)
      shape.fill = Fill{theme.color(accent, AccentPart::pale)};
    if (!cell.text.paragraph.lines.empty()) {
      const std::vector<LaidOutParagraph> paragraphs{cell.text};
      const std::vector<Pt> gaps{0};
      const Pt first = place.mid_y() - optical_height({paragraphs, gaps}) / 2 + cell.text.cap_height;
      shape.text = place_stack({paragraphs, gaps}, {place.mid_x(), first, place.width});
    }
    group.items.push_back(node_item(fmt::format("{} cell {}", node.id, i + 1), Role::text, node, std::move(shape)));
  }
  Item item = node_item(node.id, Role::card, node, std::move(group));
  item.alt = alternate_text(node);
  item.link = node.link;
  return item;
}

std::optional<Rect> find_port(const CardLayout& card, std::string_view port) {
  if (port.empty() || card.cells.empty()) return std::nullopt;
  for (std::size_t i = 0; i < card.cells.size(); ++i)
    if (card.node->cells[i].port == port) return moved_by(card.cells[i].box, {-card.width / 2, -card.height / 2});
  return std::nullopt;
}

}  // namespace drawplate
