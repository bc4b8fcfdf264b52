// Posters: one page over many tiles. See sheets.h.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "layout/print/sheet_text.h"

namespace drawplate {
namespace {

constexpr Pt margin = 28, overlap = 28, mark_length = 12, mark_gap = 4;  // printers leave up to 10 mm of the paper's edge white

Size turned(Size size) { return {size.height, size.width}; }
bool is_wide(Size size) { return size.width > size.height; }

/// Tiles along one side: their windows overlap, and together they cover it.
int tiles_for(Pt length, Pt window) { return std::max(1, static_cast<int>(std::ceil((length - overlap - 1e-6) / (window - overlap)))); }

struct TilePlan {
  Size tile;    ///< paper
  Size window;  ///< what a tile shows
  int columns = 1, rows = 1;
  int count() const { return columns * rows; }
};

TilePlan plan_for(Size poster, Size tile) {
  TilePlan plan{tile, {tile.width - 2 * margin, tile.height - 2 * margin}};
  plan.columns = tiles_for(poster.width, plan.window.width);
  plan.rows = tiles_for(poster.height, plan.window.height);
  return plan;
}

/// Two short lines at each corner of the window, outside of it.
void add_crop_marks(Rect window, SheetWriter& writer, Sheet& sheet) {
  for (const Pt x : {window.left(), window.right()})
    for (const Pt y : {window.top(), window.bottom()}) {
      const double out_x = x == window.left() ? -1 : 1, out_y = y == window.top() ? -1 : 1;
      writer.add_line(sheet, {x + out_x * mark_gap, y}, {x + out_x * (mark_gap + mark_length), y}, 0.5);
      writer.add_line(sheet, {x, y + out_y * mark_gap}, {x, y + out_y * (mark_gap + mark_length)}, 0.5);
    }
}

}  // namespace

std::vector<Sheet> layout_poster(const Document& document, const Theme& theme, const PosterOptions& options, FontCatalog& fonts,
                                 Report& report) {
  const Page& page = document.pages.front();
  const Size paper = is_wide(options.poster) == is_wide(page.size) ? options.poster : turned(options.poster);
  const double scale = std::min(paper.width / page.size.width, paper.height / page.size.height);
  const Size poster{page.size.width * scale, page.size.height * scale};
  const TilePlan upright = plan_for(poster, options.tile), across = plan_for(poster, turned(options.tile));
  const TilePlan plan = across.count() < upright.count() ? across : upright;
  SheetWriter writer(document, theme, fonts, report);
  const std::string& title = page.title.empty() ? document.meta.title : page.title;
  std::vector<Sheet> sheets;
  for (int row = 0; row < plan.rows; ++row)
    for (int column = 0; column < plan.columns; ++column) {
      Sheet sheet = writer.begin(plan.tile);
      const Point corner{column * (plan.window.width - overlap), row * (plan.window.height - overlap)};
      const Rect window{margin, margin, std::min(plan.window.width, poster.width - corner.x),
                        std::min(plan.window.height, poster.height - corner.y)};
      const std::string place = fmt::format("row {} of {}, column {} of {}", row + 1, plan.rows, column + 1, plan.columns);
      sheet.page.title = fmt::format("{}: {}", title, place);
      sheet.placed.push_back({0, {margin - corner.x, margin - corner.y, poster.width, poster.height}, window, sheet.page.title});
      add_crop_marks(window, writer, sheet);
      writer.add_running(sheet, sheet.page.title,
                         {margin + 2 * mark_length, plan.tile.height - margin + 6, plan.tile.width - 2 * margin, 12}, Align::left);
      sheets.push_back(std::move(sheet));
    }
  return sheets;
}

}  // namespace drawplate
