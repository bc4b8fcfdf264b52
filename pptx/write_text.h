// Text blocks as DrawingML paragraphs: runs, faces, breaks. Soft breaks are not written, so that text stays text; where other
// programs break it is up to the frame (text_frame.h).
#pragma once

#include <functional>
#include <string>

#include "layout/page.h"
#include "pptx/text_frame.h"
#include "pptx/xml.h"

namespace drawplate {

/// What runs refer to outside themselves.
struct TextContext {
  const FontCatalog& fonts;
  const DocumentTheme& theme;
  std::string lang;                                             ///< of runs that name none
  std::function<std::string(const std::string& address)> link;  ///< address → relationship id
};

/// p:txBody.
void write_text_body(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context);

/// "en-US" for "en": Office asks for a region.
std::string office_language(std::string_view lang);

}  // namespace drawplate
