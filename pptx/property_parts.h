// The parts that say what the file is and how it is shown: core and extended properties, view and table styles.
#pragma once

#include <cstddef>
#include <string>

#include "layout/page/page.h"

namespace drawplate {

std::string presentation_properties_xml();
std::string view_properties_xml();
std::string table_styles_xml();
std::string core_properties_xml(const Meta& meta);
std::string app_properties_xml(std::size_t slides, std::size_t notes);

}  // namespace drawplate
