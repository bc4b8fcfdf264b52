// The parts that a page's content belongs to, as its painter names them: headings, paragraphs, lists, tables, figures. The
// structure tree is built from them and the marked sequences (structure.h).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pdf/objects.h"

namespace drawplate::pdf {

struct Tag {
  std::string type;             ///< a standard structure type: "P", "H1", "Figure"
  std::optional<int> parent{};  ///< among the page's tags; none: the page itself
  int order = 0;                ///< place among the page's own parts, in reading order; counts where there is no parent
  Dict attributes{};
  bool always = false;  ///< stands in the tree without content too, once its parent does: a table's rows and cells
};

/// The tags of one page; a Mark names one by its index.
using Tags = std::vector<Tag>;

inline int add_tag(Tags& tags, Tag tag) {
  tags.push_back(std::move(tag));
  return static_cast<int>(tags.size()) - 1;
}

/// A part of a part.
inline int add_tag(Tags& tags, std::string type, int parent) { return add_tag(tags, Tag{std::move(type), parent}); }

}  // namespace drawplate::pdf
