// Handouts: slides several to a sheet. See sheets.h.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/print/sheet_text.h"

namespace drawplate {
namespace {

constexpr Pt margin = 40, head_height = 14, gap = 18, note_gap = 8;

/// Where one slide and what belongs to it stand.
struct Slot {
  Rect slide, beside;
};

/// The largest box of these proportions in the room: at its top, and in its middle or at its left edge.
Rect fitted(Size page, Rect room, bool centred) {
  const double scale = std::min(room.width / page.width, room.height / page.height);
  const Size size{page.width * scale, page.height * scale};
  return {centred ? room.x + (room.width - size.width) / 2 : room.x, room.y, size.width, size.height};
}

class SlotPlan {
 public:
  SlotPlan(const HandoutOptions& options, Size page) : options_(options), page_(page) {
    const bool turned = options.paper.width > options.paper.height;
    rows_ = options.per_page == 4 ? 2 : options.per_page <= 3 ? options.per_page : 3;
    columns_ = options.per_page / rows_;
    if (turned) std::swap(rows_, columns_);
    area_ = {margin, margin + head_height, options.paper.width - 2 * margin, options.paper.height - 2 * (margin + head_height)};
  }

  Slot slot(int index) const {
    const int row = index / columns_, column = index % columns_;
    const Pt width = (area_.width - gap * (columns_ - 1)) / columns_, height = (area_.height - gap * (rows_ - 1)) / rows_;
    const Rect cell{area_.x + column * (width + gap), area_.y + row * (height + gap), width, height};
    if (options_.beside == BesideSlides::nothing) return {centred(cell), {}};
    const bool side_by_side = columns_ == 1 && rows_ > 1;
    if (side_by_side) {
      const Rect slide = fitted(page_, {cell.x, cell.y, cell.width * 0.5, cell.height}, false);
      return {slide, {slide.right() + gap, cell.y, cell.right() - slide.right() - gap, cell.height}};
    }
    const double share = options_.per_page == 1 ? 0.55 : 0.62;
    const Rect slide = fitted(page_, {cell.x, cell.y, cell.width, cell.height * share}, true);
    return {slide, {cell.x, slide.bottom() + note_gap, cell.width, cell.bottom() - slide.bottom() - note_gap}};
  }

  Rect area() const { return area_; }

 private:
  Rect centred(Rect cell) const {
    Rect box = fitted(page_, cell, true);
    box.y += (cell.height - box.height) / 2;
    return box;
  }

  HandoutOptions options_;
  Size page_;
  int rows_ = 1, columns_ = 1;
  Rect area_;
};

struct LeftOver {
  std::string name, notes;
};

/// A slide by its number from 0 on, and where it goes.
struct PlacedSlide {
  std::uint32_t index = 0;
  Slot slot;
};

/// Returns what of the slide's notes has no room.
std::optional<LeftOver> add_slide(const Page& page, const PlacedSlide& slide, BesideSlides beside, SheetWriter& writer, Sheet& sheet) {
  writer.add_frame(sheet, slide.slot.slide);
  sheet.placed.push_back({slide.index, slide.slot.slide});
  if (beside == BesideSlides::lines) writer.add_lines(sheet, slide.slot.beside);
  if (beside != BesideSlides::notes || page.notes.empty()) return std::nullopt;
  const std::string name = fmt::format("notes of slide {}", slide.index + 1);
  std::string rest = writer.add_notes(sheet, name, page.notes, slide.slot.beside);
  if (rest.empty()) return std::nullopt;
  return LeftOver{fmt::format("Slide {}, continued", slide.index + 1), std::move(rest)};
}

/// Sheets of text alone. What does not fit even there is one paragraph longer than a page: it is cut into halves.
void add_left_over(const std::vector<LeftOver>& left_over, const HandoutOptions& options, Rect area, SheetWriter& writer,
                   std::vector<Sheet>& sheets) {
  constexpr std::size_t most_sheets = 10000;
  for (const LeftOver& entry : left_over) {
    std::string rest = entry.notes;
    while (!rest.empty() && sheets.size() < most_sheets) {
      Sheet sheet = writer.begin(options.paper);
      sheet.page.title = entry.name;
      writer.add_running(sheet, entry.name, {area.x, area.y, area.width, head_height}, Align::left);
      const Rect room{area.x, area.y + 2 * head_height, area.width, area.height - 2 * head_height};
      std::string still = writer.add_notes(sheet, entry.name, rest, room);
      if (still.size() == rest.size()) {
        const std::size_t middle = rest.find(' ', rest.size() / 2);
        if (middle == std::string::npos) break;
        rest = rest.substr(0, middle) + "\n\n" + rest.substr(middle + 1);
        continue;
      }
      sheets.push_back(std::move(sheet));
      rest = std::move(still);
    }
  }
}

void add_running_texts(const Document& document, const HandoutOptions& options, SheetWriter& writer, std::vector<Sheet>& sheets) {
  const Pt width = options.paper.width - 2 * margin, foot = options.paper.height - margin - head_height / 2;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    writer.add_running(sheets[i], document.meta.title, {margin, margin - head_height / 2, width, head_height}, Align::left);
    writer.add_running(sheets[i], document.meta.author, {margin, foot, width / 2, head_height}, Align::left);
    writer.add_running(sheets[i], fmt::format("{} / {}", i + 1, sheets.size()), {margin + width / 2, foot, width / 2, head_height},
                       Align::right);
  }
}

}  // namespace

std::vector<Sheet> layout_handout(const Document& document, const Theme& theme, const HandoutOptions& options, FontCatalog& fonts,
                                  Report& report) {
  SheetWriter writer(document, theme, fonts, report);
  const SlotPlan plan(options, document.pages.front().size);
  std::vector<Sheet> sheets;
  std::vector<LeftOver> left_over;
  const auto count = static_cast<std::size_t>(options.per_page);
  for (std::size_t first = 0; first < document.pages.size(); first += count) {
    Sheet sheet = writer.begin(options.paper);
    sheet.page.title = document.pages[first].title;
    for (std::size_t i = first; i < std::min(first + count, document.pages.size()); ++i) {
      const PlacedSlide slide{static_cast<std::uint32_t>(i), plan.slot(static_cast<int>(i - first))};
      if (auto rest = add_slide(document.pages[i], slide, options.beside, writer, sheet)) left_over.push_back(std::move(*rest));
    }
    sheets.push_back(std::move(sheet));
  }
  add_left_over(left_over, options, plan.area(), writer, sheets);
  add_running_texts(document, options, writer, sheets);
  return sheets;
}

}  // namespace drawplate
