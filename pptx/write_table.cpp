// See write_table.h.
#include "pptx/write_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pptx/drawing.h"
#include "pptx/preset_shapes.h"
#include "pptx/text_frame.h"
#include "pptx/write_names.h"
#include "pptx/write_text.h"

namespace drawplate {
namespace {

/// Where a grid's cells are, and which place is covered by a span that began elsewhere.
struct GridPlaces {
  std::vector<Pt> lefts, tops;      ///< one more than there are columns and rows
  std::vector<std::size_t> owners;  ///< by place: the place of the cell that covers it

  explicit GridPlaces(const TableGrid& table) : lefts{table.box.x}, tops{table.box.y}, owners(table.cells.size()) {
    for (const Pt width : table.columns) lefts.push_back(lefts.back() + width);
    for (const Pt height : table.rows) tops.push_back(tops.back() + height);
    const std::size_t columns = table.columns.size();
    for (std::size_t i = 0; i < owners.size(); ++i) owners[i] = i;
    for (std::size_t i = 0; i < owners.size(); ++i) {
      if (owners[i] != i) continue;
      const std::size_t row = i / columns, column = i % columns;
      for (std::size_t r = row; r < std::min(row + rows_of(table.cells[i]), table.rows.size()); ++r)
        for (std::size_t c = column; c < std::min(column + columns_of(table.cells[i]), columns); ++c) owners[r * columns + c] = i;
    }
  }

  static std::size_t rows_of(const TableCell& cell) { return static_cast<std::size_t>(std::max(1, cell.row_span)); }
  static std::size_t columns_of(const TableCell& cell) { return static_cast<std::size_t>(std::max(1, cell.column_span)); }

  Rect box(const TableGrid& table, std::size_t place) const {
    const std::size_t columns = table.columns.size(), row = place / columns, column = place % columns;
    const std::size_t bottom = std::min(row + rows_of(table.cells[place]), table.rows.size());
    const std::size_t right = std::min(column + columns_of(table.cells[place]), columns);
    return {lefts[column], tops[row], lefts[right] - lefts[column], tops[bottom] - tops[row]};
  }
};

void write_rule(XmlWriter& xml, std::string_view name, const Stroke* stroke, const DocumentTheme& theme) {
  if (!stroke || stroke->width <= 0) {
    const auto line = xml.element(name, {{"w", 0}});
    return xml.leaf("a:noFill");
  }
  const auto line = xml.element(name, {{"w", to_emu(stroke->width)}, {"cap", "flat"}, {"cmpd", "sng"}, {"algn", "ctr"}});
  write_fill(xml, Fill{stroke->color}, theme);
  xml.leaf("a:prstDash", {{"val", preset_dash(stroke->dash)}});
}

/// Rules lie under rows: each is the bottom of one row's cells and the top of the next one's.
void write_cell_properties(SlideScope& scope, const TableGrid& table, const TableCell& cell, std::size_t row, const TextFrame& frame) {
  constexpr std::array<std::string_view, 3> anchors = {"t", "ctr", "b"};
  const auto properties = scope.xml.element("a:tcPr", {{"marL", to_emu(frame.insets.left)},
                                                       {"marR", to_emu(frame.insets.right)},
                                                       {"marT", to_emu(frame.insets.top)},
                                                       {"marB", to_emu(frame.insets.bottom)},
                                                       {"anchor", anchors[static_cast<std::size_t>(frame.anchor)]}});
  const auto rule_under = [&](std::size_t above) { return above == 0 && table.has_header ? &table.header_rule : &table.rule; };
  const std::size_t last = row + GridPlaces::rows_of(cell) - 1;
  write_rule(scope.xml, "a:lnL", nullptr, scope.text.theme);
  write_rule(scope.xml, "a:lnR", nullptr, scope.text.theme);
  write_rule(scope.xml, "a:lnT", row > 0 ? rule_under(row - 1) : nullptr, scope.text.theme);
  write_rule(scope.xml, "a:lnB", rule_under(last), scope.text.theme);
  write_fill(scope.xml, cell.fill, scope.text.theme);
}

void write_cell(SlideScope& scope, const TableGrid& table, const GridPlaces& places, std::size_t place) {
  const std::size_t columns = table.columns.size(), owner = places.owners[place];
  const TableCell& cell = table.cells[owner];
  const std::size_t row = place / columns, column = place % columns;
  XmlAttributes attributes;
  if (owner == place && cell.row_span > 1) attributes.push_back({"rowSpan", std::min(GridPlaces::rows_of(cell), table.rows.size() - row)});
  if (owner == place && cell.column_span > 1) attributes.push_back({"gridSpan", std::min(GridPlaces::columns_of(cell), columns - column)});
  if (owner % columns != column) attributes.push_back({"hMerge", 1});
  if (owner / columns != row) attributes.push_back({"vMerge", 1});
  const auto element = scope.xml.element("a:tc", attributes);
  const TextBlock none{};
  const TextBlock& text = owner == place ? cell.text : none;
  TextFrame frame;
  if (has_text(text)) frame = frame_in_shape(text, places.box(table, place), places.box(table, place));
  if (!has_text(text)) {
    const auto body = scope.xml.element("a:txBody");
    scope.xml.leaf("a:bodyPr");
    scope.xml.leaf("a:lstStyle");
    const auto paragraph = scope.xml.element("a:p");
    scope.xml.leaf("a:endParaRPr", {{"lang", office_language(scope.text.lang)}, {"sz", 100}});  // or an empty cell makes its row higher
  } else {
    write_cell_text(scope.xml, text, frame, scope.text);
  }
  write_cell_properties(scope, table, cell, row, frame);
}

void write_grid(SlideScope& scope, const TableGrid& table) {
  const auto element = scope.xml.element("a:tbl");
  scope.xml.leaf("a:tblPr", table.has_header ? XmlAttributes{{"firstRow", 1}} : XmlAttributes{});
  {
    const auto grid = scope.xml.element("a:tblGrid");
    for (const Pt width : table.columns) scope.xml.leaf("a:gridCol", {{"w", to_emu(width)}});
  }
  const GridPlaces places(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto line = scope.xml.element("a:tr", {{"h", to_emu(table.rows[row])}});
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      write_cell(scope, table, places, row * table.columns.size() + column);
  }
}

/// What a screen reader says of a table: the author's words, or the heads of its columns.
std::string spoken_table(const TableGrid& table, std::string alt) {
  if (!alt.empty()) return alt;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::string head;
    for (const Paragraph& paragraph : table.cells[column].text.paragraphs)
      for (const Line& line : paragraph.lines)
        for (const GlyphRun& run : line.runs) head += run.text;
    if (head.empty()) continue;
    if (!alt.empty()) alt += ", ";
    alt += head;
  }
  return alt.empty() ? "table" : alt;
}

}  // namespace

void write_table(SlideScope& scope, const Item& item, const TableGrid& table) {
  if (table.columns.empty() || table.rows.empty() || table.cells.size() != table.columns.size() * table.rows.size()) return;
  const auto frame = scope.xml.element("p:graphicFrame");
  {
    const auto head = scope.xml.element("p:nvGraphicFramePr");
    ShapeNames names = names_of(scope, item, "Table");
    names.alt = spoken_table(table, names.alt);
    write_names(scope, names);
    {
      const auto properties = scope.xml.element("p:cNvGraphicFramePr");
      scope.xml.leaf("a:graphicFrameLocks", {{"noGrp", 1}});
    }
    scope.xml.leaf("p:nvPr");
  }
  {
    const EmuFrame box = to_emu(table.box);
    const auto xfrm = scope.xml.element("p:xfrm");
    scope.xml.leaf("a:off", {{"x", box.offset.x}, {"y", box.offset.y}});
    scope.xml.leaf("a:ext", {{"cx", box.width}, {"cy", box.height}});
  }
  const auto graphic = scope.xml.element("a:graphic");
  const auto data = scope.xml.element("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
  write_grid(scope, table);
}

}  // namespace drawplate
