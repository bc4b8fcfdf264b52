// What painters share: the page's content, its marks and its turned coordinates. Page-model coordinates go in (y down).
#pragma once

#include "deck/geometry.h"
#include "layout/page.h"
#include "pdf/content_stream.h"
#include "pdf/font_objects.h"
#include "pdf/marked_content.h"

namespace drawplate::pdf {

/// A place on the page that leads somewhere.
struct LinkArea {
  Rect box;          ///< page model coordinates
  std::string uri;   ///< as the author wrote it
  std::string text;  ///< what it is about, for readers who cannot see it
};

struct Canvas {
  ContentStream& content;
  MarkedContent& marks;
  const FontSet& fonts;
  std::vector<LinkArea>& links;
  Pt page_height = 0;
  std::string lang;  ///< the document's

  Point place(Point p) const { return {p.x, page_height - p.y}; }
};

/// Appends the path's operators, without painting it.
void add_path(Canvas& canvas, const Path& path);

}  // namespace drawplate::pdf
