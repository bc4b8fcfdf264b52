// See marked_content.h.
#include "pdf/marked_content.h"

#include <cstddef>

namespace drawplate::pdf {

void MarkedContent::enter(const Mark& mark) {
  if (silent_) return;
  const bool goes_on = open_ && *open_ == mark && mark.actual_text.empty();  // two equal replacements are still two
  if (goes_on) return;
  finish();
  open_ = mark;
  if (mark.is_artifact()) {
    content_.begin_artifact();
    return;
  }
  const bool is_span = !mark.actual_text.empty() || !mark.lang.empty();
  const std::string& own = tags_[static_cast<std::size_t>(*mark.tag)].type;
  const std::string_view tag = is_span ? "Span" : mark.link ? "Link" : std::string_view(own);
  content_.begin_marked(tag, static_cast<int>(sequences_.size()), mark.actual_text);
  sequences_.push_back(mark);
}

void MarkedContent::finish() {
  if (!open_) return;
  content_.end_marked();
  open_.reset();
}

}  // namespace drawplate::pdf
