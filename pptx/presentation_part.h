// ppt/presentation.xml: which slides there are, in which order and sections, and how large. It knows nothing of what is on them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace drawplate {

struct PresentationSlide {
  std::string relationship;  ///< id
  std::string section;       ///< name of the section that begins here, or empty
};

/// One entry of p:embeddedFontLst: relationship ids of regular, bold, italic and bold italic, empty where there is none.
struct PresentationFont {
  std::string typeface;
  std::array<std::string, 4> styles;
};

struct PresentationContents {
  std::string master, notes_master;  ///< relationship ids
  std::vector<PresentationSlide> slides;
  Size size;
  std::vector<PresentationFont> fonts;
};

std::string presentation_xml(const PresentationContents& contents);

}  // namespace drawplate
