// One token at a time, and no comment between them.
#include "deck/dot/dot_lexer.h"

#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace drawplate {
namespace {

using Kind = DotToken::Kind;

bool begins_word(char c) { return is_letter(c) || c == '_' || !is_ascii(c); }

}  // namespace

void DotLexer::skip_comments() {
  for (;;) {
    cursor_.skip_space();
    if (cursor_.starts_with("//") || (cursor_.peek() == '#' && cursor_.at_line_start())) {
      cursor_.skip_line();
    } else if (cursor_.starts_with("/*")) {
      const std::size_t length = cursor_.rest().find("*/", 2);
      if (length == std::string_view::npos) {
        report_.error(cursor_.span_here(2), "this comment has no end").help("close it with '*/'");
        return skip_all();
      }
      cursor_.advance(length + 2);
    } else if (!cursor_.take("\xEF\xBB\xBF")) {
      return;
    }
  }
}

DotToken DotLexer::punctuation(Kind kind, std::size_t length) {
  DotToken token{kind, std::string(cursor_.rest().substr(0, length)), cursor_.span_here(length)};
  cursor_.advance(length);
  return token;
}

DotToken DotLexer::next() {
  const std::size_t begin = cursor_.pos();
  skip_comments();
  const bool first_in_line = cursor_.slice(begin, cursor_.pos()).find('\n') != std::string_view::npos;
  DotToken token = read_token();
  token.first_in_line = first_in_line;
  return token;
}

DotToken DotLexer::read_token() {
  for (;;) {
    skip_comments();
    switch (const char c = cursor_.peek()) {
      case '\0':
        if (cursor_.at_end()) return {Kind::end, "", cursor_.span_here(0)};
        break;
      case '{':
        return punctuation(Kind::open_brace, 1);
      case '}':
        return punctuation(Kind::close_brace, 1);
      case '[':
        return punctuation(Kind::open_bracket, 1);
      case ']':
        return punctuation(Kind::close_bracket, 1);
      case ';':
        return punctuation(Kind::semicolon, 1);
      case ',':
        return punctuation(Kind::comma, 1);
      case '=':
        return punctuation(Kind::equals, 1);
      case ':':
        return punctuation(Kind::colon, 1);
      case '+':
        return punctuation(Kind::plus, 1);
      case '"':
        return read_quoted();
      case '<':
        return read_html();
      default:
        if (cursor_.starts_with("->") || cursor_.starts_with("--")) return punctuation(Kind::edge, 2);
        if (begins_word(c) || is_digit(c) || c == '.' || c == '-') return read_bare();
    }
    report_.error(cursor_.span_here(), fmt::format("'{}' is no part of the DOT language here", cursor_.peek()))
        .help("quote ids that hold special characters");
    cursor_.advance();
  }
}

/// A name or a number. A '.' or '-' that begins no number is reported and read as a name of its own.
DotToken DotLexer::read_bare() {
  const std::size_t begin = cursor_.pos();
  if (begins_word(cursor_.peek())) {
    while (begins_word(cursor_.peek()) || is_digit(cursor_.peek())) cursor_.advance();
  } else {
    cursor_.take('-');
    while (is_digit(cursor_.peek())) cursor_.advance();
    if (cursor_.take('.')) {
      while (is_digit(cursor_.peek())) cursor_.advance();
    }
    const std::string_view number = cursor_.slice(begin, cursor_.pos());
    if (number.find_first_of("0123456789") == std::string_view::npos) {
      report_.error(cursor_.span(begin, cursor_.pos()), fmt::format("'{}' is not a number", number))
          .help("quote ids that hold special characters");
    }
  }
  return {Kind::id, std::string(cursor_.slice(begin, cursor_.pos())), cursor_.span(begin, cursor_.pos())};
}

/// Only `\"` and a backslash before a line end mean something here; other escapes belong to labels.
DotToken DotLexer::read_quoted() {
  const std::size_t begin = cursor_.pos();
  std::string text;
  cursor_.advance();
  while (!cursor_.at_end() && cursor_.peek() != '"') {
    if (cursor_.starts_with("\\\\")) {
      text += "\\\\";
      cursor_.advance(2);
    } else if (cursor_.starts_with("\\\"")) {
      text += '"';
      cursor_.advance(2);
    } else if (!cursor_.take("\\\r\n") && !cursor_.take("\\\n")) {
      text += cursor_.peek();
      cursor_.advance();
    }
  }
  if (!cursor_.take('"')) {
    report_.error(cursor_.span(begin, begin + 1), "this string has no end").help("close it with '\"'");
  }
  return {Kind::quoted, std::move(text), cursor_.span(begin, cursor_.pos())};
}

/// The text between balanced '<' and '>'; comments may hold either.
DotToken DotLexer::read_html() {
  const std::size_t begin = cursor_.pos();
  int depth = 0;
  do {
    if (cursor_.starts_with("<!--")) {
      const std::size_t end = cursor_.rest().find("-->");
      cursor_.advance(end == std::string_view::npos ? cursor_.rest().size() : end + 3);
      continue;
    }
    if (cursor_.peek() == '<') ++depth;
    if (cursor_.peek() == '>') --depth;
    cursor_.advance();
  } while (depth > 0 && !cursor_.at_end());
  if (depth > 0) {
    report_.error(cursor_.span(begin, begin + 1), "this HTML-like string has no end").help("balance '<' and '>'");
    return {Kind::html, std::string(cursor_.slice(begin + 1, cursor_.pos())), cursor_.span(begin, cursor_.pos())};
  }
  return {Kind::html, std::string(cursor_.slice(begin + 1, cursor_.pos() - 1)), cursor_.span(begin, cursor_.pos())};
}

}  // namespace drawplate
