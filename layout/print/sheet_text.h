// Texts on sheets: running heads, notes. It knows no slides.
#pragma once

#include <string>
#include <vector>

#include "layout/print/sheets.h"
#include "layout/text/text_block.h"

namespace drawplate {

/// Adds items to one sheet after the other; ids count on within a sheet.
class SheetWriter {
 public:
  SheetWriter(const Document& document, const Theme& theme, FontCatalog& fonts, Report& report)
      : document_(document), theme_(theme), fonts_(fonts), report_(report) {}

  Sheet begin(Size paper);
  /// One line with its top at `box`'s, not read out.
  void add_running(Sheet& sheet, const std::string& text, Rect box, Align align);
  /// Notes from the box's top on, set smaller down to a floor where they do not fit; returns what still does not.
  std::string add_notes(Sheet& sheet, const std::string& name, const std::string& notes, Rect box);
  void add_lines(Sheet& sheet, Rect box);
  void add_frame(Sheet& sheet, Rect box);
  void add_line(Sheet& sheet, Point from, Point to, Pt width);

 private:
  TextBlock set_notes(const std::vector<std::string>& paragraphs, Rect box, Pt size) const;
  void add(Sheet& sheet, std::string name, Role role, decltype(Item::what) what);

  const Document& document_;
  const Theme& theme_;
  FontCatalog& fonts_;
  Report& report_;
};

}  // namespace drawplate
