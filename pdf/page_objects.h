// What hangs on pages and holds them together: link annotations, the page tree, bookmarks, page labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "pdf/canvas.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

/// Pages that links within the file lead to, by the ids of the page model.
using PagesById = std::map<std::string, Ref, std::less<>>;

/// A link annotation. `box` is PDF's: by its lower left corner. `key` is its place in the parent tree.
Ref write_annotation(const LinkArea& link, const Rect& box, std::int64_t key, const PagesById& pages, ObjectTable& objects);

/// A balanced tree over the pages, whose dictionaries get their parents; returns the entries of the root, whose place is given.
Dict page_tree(std::span<const Ref> pages, Ref root, ObjectTable& objects, std::vector<Dict>& page_dicts);

/// One bookmark; those with a section begin it, and the others of the section hang below.
struct Bookmark {
  std::string title, section;
  Ref page;
};
Ref write_outline(std::span<const Bookmark> bookmarks, ObjectTable& objects);

/// "3" for slide 3, or "3.1", "3.2" where it has several pages. `slides` says for each page which slide it shows.
Dict page_labels(std::span<const std::size_t> slides);

}  // namespace drawplate::pdf
