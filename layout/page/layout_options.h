// What the command asks of a layout beside the document itself.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "deck/model/page_size.h"
#include "icons/icons.h"

namespace drawplate {

struct LayoutOptions {
  PageSize page;
  bool keep_colors = true;           ///< the author's explicit colours win over the theme
  std::int64_t created = 0;          ///< seconds since 1970, for metadata
  std::string untitled = "Diagram";  ///< the title of a document whose author gave none
  /// Drawings of `icon: ./file.svg`, read by the command: icon name as written → drawing.
  std::map<std::string, IconDrawing, std::less<>> own_icons;
};

}  // namespace drawplate
