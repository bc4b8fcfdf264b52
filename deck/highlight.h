// Colours of code: each line cut into what is a keyword, a string, a comment… The grammars are GtkSourceView's language
// definitions (Debian: libgtksourceview-5-common, about 170 languages, data alone, 4 MB and nothing else), read at run time
// and only for the languages that a deck holds; their regular expressions run in PCRE2, for which they are written.
//
// Why these: KSyntaxHighlighting's grammars are as good, but its library brings Qt (some 60 packages) and Debian has the
// grammars nowhere else; source-highlight is under the GPL, brings Boost and colours little but words; tree-sitter parses
// best, but Debian has few grammars for it, and none that C++ could load. Where the definitions are not installed, code
// stays in one colour.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.h"

namespace drawplate {

/// The languages that were asked for, kept for the next piece of code.
class Highlighter {
 public:
  /// `folder` holds the definitions: one `.lang` file a language.
  explicit Highlighter(std::string folder = default_folder);
  ~Highlighter();
  Highlighter(Highlighter&&) noexcept;
  Highlighter& operator=(Highlighter&&) noexcept;

  /// The lines in coloured spans; in plain ones where the language is not known. Equal input gives equal output.
  std::vector<std::vector<CodeSpan>> highlight(const std::vector<std::string>& lines, std::string_view language);
  /// True where definitions of this language were found.
  bool knows(std::string_view language);

  static constexpr const char* default_folder = "/usr/share/gtksourceview-5/language-specs";

 private:
  struct Languages;
  std::unique_ptr<Languages> languages_;
};

}  // namespace drawplate
