// The little HTML that decks hold: tags that mark text, line breaks, images, comments, and Slidev's v-click. All else is a
// warning, and its text stays.
#pragma once

#include <string>
#include <string_view>

#include "deck/markdown/markdown_context.h"
#include "deck/markdown/markdown_inlines.h"

namespace drawplate {

class MarkdownHtml {
 public:
  /// What tags come to goes to the running text.
  MarkdownHtml(MarkdownContext& context, MarkdownInlines& inlines) : context_(context), inlines_(inlines) {}

  /// A tag or a comment in running text.
  void read_inline(std::string_view text, Span place);
  /// A block of HTML, tags and text.
  void read_block(const Excerpt& html);

 private:
  void comment(std::string_view text, Span place);
  void tag(std::string_view written, Span place);
  void element(std::string_view name, std::string_view written, bool closes, Span place);
  void image(std::string_view written, Span place);

  MarkdownContext& context_;
  MarkdownInlines& inlines_;
  std::string skipped_element_;  // "style": its content is no text
};

}  // namespace drawplate
