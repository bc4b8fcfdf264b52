// Tags of text: paragraphs, nested lists with labels and bodies, quotes, code, notes. It paints nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pdf/tags.h"
#include "pdf/write_text.h"

namespace drawplate::pdf {

/// Where new tags are put: in a part of the page, or on the page itself at a place in its order.
struct TagPlace {
  std::optional<int> parent;
  int order = 0;
};

int add_tag(Tags& tags, std::string_view type, const TagPlace& place, Dict attributes = {});

/// Tags for an item's text by its role; the marks keep what `base` says of rank and link.
std::vector<ParagraphMarks> tag_text(const TextBlock& block, Role role, const TagPlace& place, const Mark& base, Tags& tags);

}  // namespace drawplate::pdf
