// Running text of Markdown in the making: spans in changing styles, with the small marks that the Markdown library leaves to
// us — inline tags, ^superscript^, ~subscript~, ==highlight==, footnotes, attributes after images. It knows no blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/deck.h"

namespace drawplate {

/// A style that is open; they nest, so each has its depth.
enum class TextMark : std::uint8_t { bold, italic, code, strike, underline, superscript, subscript, keyboard, highlighted, count_ };

class MarkdownText {
 public:
  /// Text as it stands: blanks are joined, a line end is a blank.
  void add(std::string_view text);
  /// Text in which ^up^, ==marked== and [^note] mean something.
  void add_marked(std::string_view text);
  void add_math(std::string_view tex);
  void line_break();
  void open(TextMark mark) { ++depth_[static_cast<std::size_t>(mark)]; }
  void close(TextMark mark);
  void set_link(std::string target) { link_ = std::move(target); }
  const std::string& link() const { return link_; }
  void see(Span place);  ///< something of the text stands here

  bool has_text() const;
  Span origin() const { return origin_.value_or(Span{}); }
  bool has_origin() const { return origin_.has_value(); }
  /// The text without blanks at its ends; the next begins.
  RichText take();

 private:
  TextSpan& span_in_style();
  void add_with(TextMark mark, std::string_view text);
  std::size_t add_bracketed(std::string_view text);
  void add_footnote(std::string_view name);

  std::vector<TextSpan> spans_;
  int depth_[static_cast<std::size_t>(TextMark::count_)] = {};
  std::string link_;
  std::optional<Span> origin_;
};

/// The tag's mark ("b", "sub", …): nothing for tags that are none.
std::optional<TextMark> mark_of_tag(std::string_view name);

/// The number of a footnote's reference among the text's spans is written when its slide is whole: until then the span's
/// link is this and the footnote's name.
inline constexpr std::string_view footnote_link =
    "\x01"
    "footnote:";

}  // namespace drawplate
