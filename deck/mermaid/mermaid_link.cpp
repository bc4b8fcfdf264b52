// A link's parts, each matched where the cursor stands.
#include "deck/mermaid/mermaid_link.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/limits.h"
#include "deck/model/diagram_parts.h"

namespace drawplate {
namespace {

constexpr int longest_link = 10;

HeadKind head_kind(char c) {
  switch (c) {
    case '>':
    case '<':
      return HeadKind::arrow;
    case 'x':
      return HeadKind::cross;
    case 'o':
      return HeadKind::circle;
    default:
      return HeadKind::none;
  }
}

std::size_t run_length(const Cursor& cursor, std::size_t at, char c) {
  std::size_t end = at;
  while (cursor.at(end) == c) ++end;
  return end - at;
}

/// What stands at a place: a whole line with its head, the begin of a line that text interrupts, or neither.
struct Line {
  enum class Kind : std::uint8_t { none, whole, begins } kind = Kind::none;
  LineKind line = LineKind::solid;
  HeadKind head = HeadKind::none;
  int length = 1;
  std::size_t end = 0;
};

/// "--", "---", "-->", "==x" and longer.
Line match_run(const Cursor& cursor, std::size_t at, char c, LineKind line) {
  const std::size_t run = run_length(cursor, at, c);
  if (run < 2) return {};
  const HeadKind head = cursor.at(at + run) == '<' ? HeadKind::none : head_kind(cursor.at(at + run));
  if (head != HeadKind::none)
    return {Line::Kind::whole, line, head, static_cast<int>(std::min<std::size_t>(run - 1, longest_link)), at + run + 1};
  if (run >= 3) return {Line::Kind::whole, line, head, static_cast<int>(std::min<std::size_t>(run - 2, longest_link)), at + run};
  return {Line::Kind::begins, line, head, 1, at + run};
}

/// "-.-", "-..->", ".->" are whole; "-." begins one.
Line match_dotted(const Cursor& cursor, std::size_t at) {
  const std::size_t dots = at + (cursor.at(at) == '-' ? 1 : 0);
  const std::size_t run = run_length(cursor, dots, '.');
  if (run == 0) return {};
  if (cursor.at(dots + run) == '-') {
    const std::size_t end = dots + run + 1;
    const HeadKind head = cursor.at(end) == '<' ? HeadKind::none : head_kind(cursor.at(end));
    const int length = static_cast<int>(std::min<std::size_t>(run, longest_link));
    return {Line::Kind::whole, LineKind::dotted, head, length, end + (head == HeadKind::none ? 0 : 1)};
  }
  if (dots == at) return {};
  return {Line::Kind::begins, LineKind::dotted, HeadKind::none, 1, dots + 1};
}

Line match_line(const Cursor& cursor, std::size_t at) {
  switch (cursor.at(at)) {
    case '-':
      return cursor.at(at + 1) == '.' ? match_dotted(cursor, at) : match_run(cursor, at, '-', LineKind::solid);
    case '.':
      return match_dotted(cursor, at);
    case '=':
      return match_run(cursor, at, '=', LineKind::thick);
    case '~':
      if (const std::size_t run = run_length(cursor, at, '~'); run >= 3) {
        return {Line::Kind::whole, LineKind::invisible, HeadKind::none, 1, at + run};
      }
      return {};
    default:
      return {};
  }
}

/// The id of "e1@-->": where the line begins after it, or 0.
std::size_t after_edge_id(const Cursor& cursor) {
  std::size_t at = cursor.pos();
  while (at - cursor.pos() < max_name_bytes && cursor.at(at) != '\0' && !is_space(cursor.at(at)) && cursor.at(at) != '"' &&
         cursor.at(at) != '@')
    ++at;
  if (at == cursor.pos() || cursor.at(at) != '@' || cursor.at(at + 1) == '{' || cursor.at(at + 1) == '"') return 0;
  return at + 1;
}

/// The text of "-- text -->" and the line that ends it. The cursor stands after the line's begin.
bool read_interrupting_text(Cursor& cursor, const Line& begin, MermaidLink& link, Line& end) {
  cursor.skip_space();
  const std::size_t start = cursor.pos();
  if (auto string = read_mermaid_string(cursor)) {
    cursor.skip_space();
    end = match_line(cursor, cursor.pos());
    if (end.kind == Line::Kind::whole && end.line == begin.line) {
      link.text = *string;
      return true;
    }
    cursor.seek(start);
  }
  for (std::size_t at = start; cursor.at(at) != '\0' && cursor.at(at) != '\n' && at - start < max_label_bytes; ++at) {
    const char c = cursor.at(at);
    if (c != '-' && c != '.' && c != '=') continue;
    end = match_line(cursor, at);
    if (end.kind == Line::Kind::whole && end.line == begin.line && at > start) {
      link.text = MermaidText{MermaidText::Kind::plain, cursor.placed(start, at).trimmed()};
      return true;
    }
    if (c == '-' && end.kind != Line::Kind::none) at = std::max(at, end.end - 2);
  }
  return false;
}

void read_piped_text(Cursor& cursor, MermaidLink& link, Report& report) {
  const std::size_t begin = cursor.pos();
  cursor.skip_space();
  const std::size_t pipe = cursor.pos();
  if (!cursor.take('|')) {
    cursor.seek(begin);
    return;
  }
  constexpr std::string_view closers[] = {"|"};
  std::size_t found = 0;
  if (auto text = read_mermaid_text(cursor, '|', closers, found)) {
    link.text = *text;
    return;
  }
  report.error(cursor.span(pipe, pipe + 1), "the link's label has no end").help("close it with '|'");
  cursor.skip_line();
}

}  // namespace

std::optional<MermaidLink> read_mermaid_link(Cursor& cursor, Report& report) {
  const std::size_t before = cursor.pos();
  cursor.skip_space();
  MermaidLink link;
  const std::size_t begin = cursor.pos();
  if (const std::size_t after = after_edge_id(cursor)) {
    link.id = cursor.slice(begin, after - 1);
    cursor.seek(after);
  }
  std::size_t at = cursor.pos();
  const char first = cursor.at(at), second = cursor.at(at + 1);
  // In a new line "x-->" is a node of that name.
  const bool letters_are_heads = cursor.slice(before, at).find('\n') == std::string_view::npos;
  if ((first == '<' || (letters_are_heads && (first == 'x' || first == 'o'))) &&
      (second == '-' || second == '=' || (second == '.' && first == '<'))) {
    link.tail = head_kind(first);
    ++at;
  }
  Line line = match_line(cursor, at);
  if (line.kind == Line::Kind::none) {
    cursor.seek(before);
    return std::nullopt;
  }
  link.line = line.line;
  cursor.seek(line.end);
  if (line.kind == Line::Kind::begins) {
    Line end;
    if (!read_interrupting_text(cursor, line, link, end)) {
      cursor.seek(before);
      return std::nullopt;
    }
    line = end;
    cursor.seek(end.end);
  } else {
    read_piped_text(cursor, link, report);
  }
  link.head = line.head;
  link.length = line.length;
  link.span = cursor.span(begin, line.end);
  return link;
}

}  // namespace drawplate
