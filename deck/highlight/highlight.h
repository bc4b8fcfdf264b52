// Colours of code: each line cut into what is a keyword, a string, a comment… The grammars are GtkSourceView's language
// definitions (Debian: libgtksourceview-4-common, about 160 languages, data alone, 4 MB and nothing else), read at run time
// and only for the languages that a deck holds; their regular expressions run in PCRE2, for which they are written. Mermaid,
// which they lack, is a definition of our own.
//
// Why these: KSyntaxHighlighting's grammars are as good, but stand inside its library, which brings Qt (some 60 packages);
// GtkSourceView 5 keeps its own inside its library from 5.14 on; source-highlight is under the GPL, brings Boost and colours
// little but words, as highlight's do, which are programs in Lua; tree-sitter parses best, but Debian has few grammars for it,
// and none that C++ could load. Where no definitions are installed, code stays in one colour, and a warning names the package.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "deck/model/deck.h"

namespace drawplate {

/// Where distributions put the definitions: the version that most of them have first, so that code looks alike on all.
std::vector<std::string> usual_grammar_folders();
/// The package that brings them, as a hint names it.
inline constexpr std::string_view grammar_package = "libgtksourceview-4-common";

/// The languages that were asked for, kept for the next piece of code.
class Highlighter {
 public:
  /// Takes the first of `folders` that holds definitions: one `.lang` file a language.
  explicit Highlighter(const std::vector<std::string>& folders = usual_grammar_folders());
  ~Highlighter();
  Highlighter(Highlighter&&) noexcept;
  Highlighter& operator=(Highlighter&&) noexcept;

  /// The lines in coloured spans; in plain ones where the language is not known. Equal input gives equal output.
  std::vector<std::vector<CodeSpan>> highlight(const std::vector<std::string>& lines, std::string_view language);
  /// True where definitions of this language were found.
  bool knows(std::string_view language);
  /// True where definitions were found at all.
  bool has_grammars() const;

 private:
  struct Languages;
  std::unique_ptr<Languages> languages_;
};

}  // namespace drawplate
