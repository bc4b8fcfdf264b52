// What there is to use: the answers of `schema`, `icons`, `themes` and `fonts`, as whole lines.
#pragma once

#include <string>
#include <string_view>

#include "layout/page/page.h"

namespace drawplate {

std::string list_schema();
/// All names, or those that contain `word`.
std::string list_icons(std::string_view word);
std::string list_themes();
/// Per theme each family and weight it asks for, and the file that this system has for it.
std::string list_fonts();
/// Every face that the document is set in: the family that other programs find it by, its file, how many characters it sets, and
/// whether presentations bring it.
std::string list_document_fonts(const Document& document, const FontCatalog& fonts);
/// How full each text frame of the document's presentation is, one a line.
std::string list_frames(const Document& document);
/// The licences of what is compiled in.
std::string list_licenses();

}  // namespace drawplate
