// Notes pages and their master.
#pragma once

#include <string>
#include <string_view>

namespace drawplate {

std::string notes_master_xml();
/// A notes slide with one paragraph a line.
std::string notes_slide_xml(std::string_view notes, std::string_view lang);

}  // namespace drawplate
