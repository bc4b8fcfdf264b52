// Formulas as Office Math (ECMA-376 part 1, clause 22.1), which PowerPoint edits natively. It knows no shapes.
#pragma once

#include <string>

#include "deck/math/math.h"
#include "layout/page/page.h"
#include "pptx/xml.h"

namespace drawplate {

inline constexpr std::string_view math_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/math";
inline constexpr std::string_view drawing_2010_namespace = "http://schemas.microsoft.com/office/drawing/2010/main";
inline constexpr std::string_view compatibility_namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";

struct MathLook {
  Pt size = 18;
  Color color;
  bool display = false;  ///< a formula on its own, centred
};

/// d14:m with the formula; it must stand in an mc:Choice that requires d14.
void write_math(XmlWriter& xml, const MathRow& formula, const MathLook& look, const DocumentTheme& theme);

}  // namespace drawplate
