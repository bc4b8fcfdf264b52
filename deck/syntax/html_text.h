// Marked-up label text to RichText: the inline tags of HTML, character references, and the inline Markdown of Mermaid's
// "`…`" strings. Block structure (tables) is the business of the reader that calls it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/diagram.h"

namespace drawplate {

/// Collects text in changing styles. Runs of blanks become one, and lines have none at their ends.
class TextBuilder {
 public:
  enum class Mark : std::uint8_t { bold, italic, code, strike, underline };

  void add(std::string_view text);
  void line_break();
  /// Marks nest; closing one that is not open does nothing.
  void open(Mark mark) { ++depth_[static_cast<std::size_t>(mark)]; }
  void close(Mark mark);
  bool is_open(Mark mark) const { return depth_[static_cast<std::size_t>(mark)] > 0; }
  void set_link(std::string target) { link_ = std::move(target); }
  /// Without empty lines at both ends.
  RichText finish(Span origin);

 private:
  TextSpan& span_in_style();

  std::vector<TextSpan> spans_;
  std::array<int, 5> depth_{};
  std::string link_;
  bool at_line_start_ = true, blank_waits_ = false;
  std::size_t waiting_breaks_ = 0;
};

struct HtmlTextOptions {
  bool markdown = false;          ///< **bold**, *italic*, _italic_
  bool bold_marks = false;        ///< **bold** alone
  bool hash_entities = false;     ///< "#quot;" beside "&quot;"
  bool escaped_breaks = false;    ///< "\n" in the text is a line break
  bool line_ends_break = true;    ///< a line end in the source is a line break, else a blank
  bool unknown_tags_stay = true;  ///< "<T>" is text, else nothing
};

/// Applies one tag ("b", "/b", "br/", "a href='…'": without its angle brackets) to the text; false where it is not known.
bool apply_inline_tag(std::string_view tag, TextBuilder& text);
void add_html_text(std::string_view source, const HtmlTextOptions& options, TextBuilder& text);
RichText read_html_text(std::string_view source, Span origin, const HtmlTextOptions& options);

/// The value of an attribute of a tag ("href" of `a href='x'`), or "".
std::string tag_attribute(std::string_view tag, std::string_view name);

}  // namespace drawplate
