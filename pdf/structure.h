// The tag tree: what assistive software and text extraction see of a document. A page is a heading where its title is drawn,
// and a figure whose labels follow in reading order. It reads marks, not paint.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pdf/canvas.h"
#include "pdf/marked_content.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

/// One page as far as the structure goes.
struct TaggedPage {
  Ref page;
  std::string title, alt;
  MarkedSequences sequences;
  std::vector<LinkArea> links;
  std::vector<Ref> annotations;           ///< by link
  std::int64_t first_annotation_key = 0;  ///< of the parent tree
  Rect box;                               ///< of the figure, PDF coordinates: x and y of its lower left corner
};

/// Adds the tree's objects; returns the root for the catalog. Keys of the parent tree: pages by their index, then annotations.
Ref write_structure(std::span<const TaggedPage> pages, ObjectTable& objects);

}  // namespace drawplate::pdf
