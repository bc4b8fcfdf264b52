// Runs of text as DrawingML: their look, as far as they do not inherit it, and where they lead. It knows no paragraphs.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "pptx/deck_design.h"
#include "pptx/xml.h"

namespace drawplate {

/// What a:hlinkClick says of a target.
struct LinkReference {
  std::string id;      ///< of a relationship; empty: there is no such target, and no link is written
  std::string action;  ///< "ppaction://hlinksldjump" for another slide, else empty
};

/// What runs refer to outside themselves.
struct TextContext {
  const FontCatalog& fonts;
  const DocumentTheme& theme;
  std::string lang;                                               ///< of runs that name none
  std::function<LinkReference(const std::string& address)> link;  ///< address, or "#" and a page's id
  const SlideDesign* design = nullptr;                            ///< of a deck; null in files of diagrams alone
  std::size_t page = 0;
  bool office_math = false;  ///< formulas in text are Office Math, which only some readers know
};

/// The text that a placeholder's runs inherit their look from.
struct InheritedText {
  ThemeFace face = ThemeFace::body;
  LevelStyle style;
};

/// In 100ths of a point, within ST_TextFontSize.
long font_size(Pt size);
bool same_style(const GlyphRun& a, const GlyphRun& b);

/// a:rPr. `size` is that of the text around the run, which counts where the run is raised or lowered.
void write_run_properties(XmlWriter& xml, const GlyphRun& run, Pt size, const TextContext& context, const InheritedText* inherited);
/// a:hlinkClick on a shape or a run.
void write_link(XmlWriter& xml, const LinkReference& link);

/// "en-US" for "en": Office asks for a region.
std::string office_language(std::string_view lang);

}  // namespace drawplate
