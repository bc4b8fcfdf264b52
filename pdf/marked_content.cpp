// See marked_content.h.
#include "pdf/marked_content.h"

namespace drawplate::pdf {

void MarkedContent::enter(const Mark& mark) {
  const bool goes_on = open_ && *open_ == mark && mark.actual_text.empty();  // two equal replacements are still two
  if (goes_on) return;
  finish();
  open_ = mark;
  if (mark.kind == Mark::Kind::artifact) {
    content_.begin_artifact();
    return;
  }
  const bool is_span = !mark.actual_text.empty() || !mark.lang.empty();
  const char* tag = is_span ? "Span" : mark.link ? "Link" : mark.kind == Mark::Kind::heading ? "H1" : "Figure";
  content_.begin_marked(tag, static_cast<int>(sequences_.size()), mark.actual_text);
  sequences_.push_back(mark);
}

void MarkedContent::finish() {
  if (!open_) return;
  content_.end_marked();
  open_.reset();
}

}  // namespace drawplate::pdf
