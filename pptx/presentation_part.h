// ppt/presentation.xml: which slides there are, in which order and sections, and how large. It knows nothing of what is on them.
#pragma once

#include <string>
#include <vector>

#include "deck/geometry.h"

namespace drawplate {

struct PresentationSlide {
  std::string relationship;  ///< id
  std::string section;       ///< name of the section that begins here, or empty
};

struct PresentationContents {
  std::string master, notes_master;  ///< relationship ids
  std::vector<PresentationSlide> slides;
  Size size;
};

std::string presentation_xml(const PresentationContents& contents);

}  // namespace drawplate
