// What painters share: the page's content, its marks and its turned coordinates. Page-model coordinates go in (y down).
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "deck/model/link.h"
#include "layout/page/page.h"
#include "pdf/content_stream.h"
#include "pdf/font_objects.h"
#include "pdf/image_objects.h"
#include "pdf/marked_content.h"
#include "pdf/page_direction.h"

namespace drawplate::pdf {

/// A place on the page that leads somewhere.
struct LinkArea {
  Rect box;          ///< page model coordinates
  std::string uri;   ///< as the author wrote it; "#" and a page's id leads to that page
  std::string text;  ///< what it is about, for readers who cannot see it
};

/// What all pages of a file share.
struct FileContext {
  const FontSet& fonts;
  const ImageSet& images;
  std::string lang;                             ///< the document's
  std::set<std::string, std::less<>> page_ids;  ///< what links within the file may name

  /// True for links that lead somewhere.
  bool leads(std::string_view address) const {
    return is_absolute_link(address) || (address.starts_with('#') && page_ids.contains(address.substr(1)));
  }
};

struct Canvas {
  ContentStream& content;
  MarkedContent& marks;
  Tags& tags;
  const FileContext& file;
  std::vector<LinkArea>& links;
  Pt page_height = 0;
  PageDirection direction{};

  Point place(Point p) const { return {p.x, page_height - p.y}; }
  /// PDF's form of a box: by its lower left corner.
  Rect place_box(const Rect& box) const { return {box.x, page_height - box.bottom(), box.width, box.height}; }
};

/// Appends the path's operators, without painting it.
void add_path(Canvas& canvas, const Path& path);

}  // namespace drawplate::pdf
