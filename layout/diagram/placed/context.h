// What every step of one diagram's layout needs: the theme at its scale, the fonts, the drawings of icons, and the ids given so far.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "deck/theme/theme.h"
#include "icons/icons.h"
#include "layout/diagram/placed/scale.h"
#include "layout/page/page.h"
#include "layout/text/text_block.h"

namespace drawplate {

/// What all texts of a diagram have in common.
struct TextSetting {
  std::string lang = "en";
  std::optional<TextDirection> direction;  ///< the author's `dir`
  bool right_to_left = false;              ///< things stand mirrored: icons on the right, text begins there
};

struct LayoutContext {
  const Theme& theme;  ///< scaled
  Scale scale;         ///< what it was scaled by
  FontCatalog& fonts;
  Report& report;
  const std::map<std::string, IconDrawing, std::less<>>& icons;  ///< by name as written, looked up beforehand
  bool keep_colors = true;
  TextSetting texts;

  /// The side where lines begin.
  Align start() const { return texts.right_to_left ? Align::right : Align::left; }
};

/// The style of a role as a paragraph style; `color` is what the role's text is set in.
ParagraphStyle paragraph_style(const LayoutContext& context, TextRole role, Color color, Align align);

}  // namespace drawplate
