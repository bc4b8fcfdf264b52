// The tag tree: what assistive software and text extraction see of a document. It reads tags and marks, not paint.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pdf/canvas.h"
#include "pdf/marked_content.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

/// One page as far as the structure goes, or a form on it with content of its own.
struct TaggedPage {
  Ref page;
  std::string title;
  Tags tags;
  MarkedSequences sequences;
  std::vector<LinkArea> links;
  std::vector<Ref> annotations;           ///< by link
  std::int64_t first_annotation_key = 0;  ///< of the parent tree
  std::optional<Ref> form{};              ///< whose content it is, where that is not the page's own
};

/// Adds the tree's objects; returns the root for the catalog. Keys of the parent tree: pages by their index, then annotations.
Ref write_structure(std::span<const TaggedPage> pages, ObjectTable& objects);

}  // namespace drawplate::pdf
