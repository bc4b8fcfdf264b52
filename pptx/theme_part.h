// The theme: colours and faces by the names that slides use, so that another theme recolours them.
#pragma once

#include <string>
#include <string_view>

#include "layout/page/page.h"

namespace drawplate {

/// ppt/theme/themeN.xml. dk1 is the ink, lt1 the card, dk2 the connector, lt2 the background; six of the accents have a place.
std::string theme_xml(const DocumentTheme& theme, std::string_view name);

}  // namespace drawplate
