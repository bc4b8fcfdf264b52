// One page of the page model as content, tags and links. It knows no other page and no objects.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/canvas.h"

namespace drawplate::pdf {

struct PageContent {
  std::string bytes;
  Tags tags;
  MarkedSequences sequences;
  std::vector<LinkArea> links;
};

/// `fallback_alt` is the figure's alternate text on a page that is a diagram alone and has none of its own.
/// `more` paints on top of the page's items.
PageContent paint_page(const Page& page, const FileContext& file, std::string_view fallback_alt,
                       const std::function<void(Canvas&)>& more = {});

/// The page without tags and links: to be painted within a figure of another page.
std::string paint_unmarked(const Page& page, const FileContext& file);

/// What links within the file may name.
std::set<std::string, std::less<>> page_ids_of(const Document& document);

}  // namespace drawplate::pdf
