// What there is to use: the answers of `schema`, `icons`, `themes` and `fonts`, as whole lines.
#pragma once

#include <string>
#include <string_view>

namespace drawplate {

std::string list_schema();
/// All names, or those that contain `word`.
std::string list_icons(std::string_view word);
std::string list_themes();
/// Per theme each family and weight it asks for, and the file that this system has for it.
std::string list_fonts();
/// The licences of what is compiled in.
std::string list_licenses();

}  // namespace drawplate
