// What holds a file's pages together: structure, metadata, outline, labels; then all of it as bytes. It knows no items.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pdf/page_objects.h"
#include "pdf/structure.h"

namespace drawplate::pdf {

struct FileParts {
  std::vector<TaggedPage> tagged;  ///< pages and forms by their StructParents
  Ref page_tree;
  std::vector<Bookmark> bookmarks;  ///< written where there is more than one
  std::optional<Dict> labels;
  std::uint64_t content_hash = 14695981039346656037u;  ///< FNV-1a of all contents
  bool has_cmyk = false;
};

void add_to_hash(FileParts& parts, std::string_view content);

/// Pages of the tree from their dictionaries; sets `page_tree`.
void finish_pages(FileParts& parts, std::span<const Ref> pages, std::vector<Dict> dicts, ObjectTable& objects);

[[nodiscard]] Result<std::string> finish_file(const Document& document, FileParts parts, ObjectTable& objects);

}  // namespace drawplate::pdf
