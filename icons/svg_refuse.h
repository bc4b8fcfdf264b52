// What an icon must not contain: scripts, references to elsewhere, and everything whose drawing we would get wrong.
#pragma once

#include <string_view>

#include "icons/svg_element.h"

namespace drawplate {

/// Reports every attribute that must not be there.
void refuse_attributes(const SvgElement& element);
/// Reports an element that is none of the shapes.
void refuse_element(const SvgElement& element);
/// Reports DOCTYPE and processing instructions before the root. `text` is where their places are looked for.
void refuse_prolog(const pugi::xml_document& document, std::string_view text, SourceId id, Report& report);

}  // namespace drawplate
