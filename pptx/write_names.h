// A shape's id, name, alternative text and link: p:cNvPr. It knows no geometry.
#pragma once

#include <string>
#include <string_view>

#include "pptx/slide_scope.h"

namespace drawplate {

struct ShapeNames {
  int id = 0;
  std::string name, alt, link;
  bool decorative = false;  ///< says nothing to those who cannot see it
};

/// The names of an item; `kind` begins the name of one that has none.
ShapeNames names_of(const SlideScope& scope, const Item& item, std::string_view kind);
/// The same, with the name as alternative text where there is none: for groups and connectors.
ShapeNames spoken_names_of(const SlideScope& scope, const Item& item, std::string_view kind);

/// p:cNvPr.
void write_names(SlideScope& scope, const ShapeNames& names);

}  // namespace drawplate
