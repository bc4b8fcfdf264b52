// The tokens of the DOT language: ids in their four forms, punctuation, and comments of three kinds skipped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/cursor.h"
#include "base/diagnostic.h"

namespace drawplate {

struct DotToken {
  enum class Kind : std::uint8_t {
    end,
    id,
    quoted,
    html,
    open_brace,
    close_brace,
    open_bracket,
    close_bracket,
    semicolon,
    comma,
    equals,
    colon,
    plus,
    edge
  };
  Kind kind = Kind::end;
  std::string text;  ///< of an id; "->" or "--" of an edge
  Span span;
  bool first_in_line = false;

  bool is_id() const { return kind == Kind::id || kind == Kind::quoted || kind == Kind::html; }
  /// A keyword is an id that is not quoted, in any case.
  bool is_keyword(std::string_view word) const { return kind == Kind::id && equals_ignoring_case(text, word); }
};

class DotLexer {
 public:
  DotLexer(std::string_view text, SourceId source, Report& report) : cursor_(text, source), report_(report) {}

  /// The next token; reports and skips what is none.
  DotToken next();
  /// Steps over everything that is left.
  void skip_all() { cursor_.seek(cursor_.pos() + cursor_.rest().size()); }

 private:
  DotToken read_token();
  void skip_comments();
  DotToken read_quoted();
  DotToken read_html();
  DotToken read_bare();
  DotToken punctuation(DotToken::Kind kind, std::size_t length);

  Cursor cursor_;
  Report& report_;
};

}  // namespace drawplate
