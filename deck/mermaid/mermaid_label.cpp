// Where a text ends first, then what is in it.
#include "deck/mermaid/mermaid_label.h"

#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "deck/syntax/html_text.h"

namespace drawplate {
namespace {

char closing_of(char opener) {
  switch (opener) {
    case '(':
      return ')';
    case '{':
      return '}';
    case '|':
      return '\0';
    default:
      return ']';
  }
}

bool is_bracket(char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == '{' || c == '}'; }

/// Index of the closer at the cursor, or the count of closers.
std::size_t closer_here(const Cursor& cursor, std::span<const std::string_view> closers) {
  std::size_t i = 0;
  while (i < closers.size() && !cursor.starts_with(closers[i])) ++i;
  return i;
}

std::optional<MermaidText> read_unquoted(Cursor& cursor, char opener, std::span<const std::string_view> closers, std::size_t& found) {
  const std::size_t begin = cursor.pos();
  const char nested_open = opener == '>' ? '[' : opener, nested_close = closing_of(opener);
  int depth = 0;
  bool later_line = false;
  for (; !cursor.at_end() && cursor.pos() - begin <= max_label_bytes; cursor.advance()) {
    const char c = cursor.peek();
    if (depth == 0) {
      if (const std::size_t i = closer_here(cursor, closers); i < closers.size()) {
        const PlacedText text = cursor.placed(begin, cursor.pos()).trimmed();
        if (text.text.starts_with('"') && text.text.find('"', 1) == std::string_view::npos) break;
        cursor.advance(closers[i].size());
        found = i;
        return MermaidText{MermaidText::Kind::plain, text};
      }
    }
    if (c == '\n') later_line = true;
    if (later_line && is_bracket(c)) break;
    if (c == nested_open && opener != '|') ++depth;
    if (c == nested_close && depth > 0) --depth;
  }
  cursor.seek(begin);
  return std::nullopt;
}

/// "fa:fa-car", "fab:fa-x-twitter" at `at`: its length and the icon's name, or 0.
std::size_t match_icon(std::string_view text, std::size_t at, std::string& name) {
  if (text[at] != 'f' || (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1])))) return 0;
  std::size_t end = at + 1;
  if (end >= text.size() || text[end] != 'a') return 0;
  ++end;
  if (end < text.size() && std::string_view("bklrsd").find(text[end]) != std::string_view::npos) ++end;
  if (!text.substr(end).starts_with(":fa-")) return 0;
  const std::size_t begin = end + 4;
  end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
  if (end == begin) return 0;
  name = fmt::format("fa:{}", text.substr(begin, end - begin));
  return end - at;
}

std::string replace_arguments(std::string_view text, const Arguments& arguments) {
  if (arguments.values.empty()) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    const auto value =
        end == std::string_view::npos ? arguments.values.end() : arguments.values.find(trimmed(text.substr(i + 1, end - i - 1)));
    if (value == arguments.values.end() || out.size() > max_label_bytes) {
      out += text[i++];
    } else {
      out += value->second;
      i = end + 1;
    }
  }
  return out;
}

std::string take_icons(std::string_view text, Span origin, Icon& icon) {
  std::string out, name;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = match_icon(text, i, name);
    if (length == 0) {
      out += text[i++];
      continue;
    }
    if (icon.empty()) icon = {name, origin};
    i += length;
    if (i < text.size() && out.empty() && is_blank(text[i])) ++i;
  }
  return out;
}

}  // namespace

std::optional<MermaidText> read_mermaid_string(Cursor& cursor) {
  if (cursor.peek() != '"') return std::nullopt;
  const bool markdown = cursor.peek(1) == '`';
  const std::size_t begin = cursor.pos() + (markdown ? 2 : 1);
  const std::string_view rest = cursor.rest().substr(begin - cursor.pos()).substr(0, max_label_bytes + 2);
  const std::size_t length = rest.find(markdown ? "`\"" : "\"");
  if (length == std::string_view::npos) return std::nullopt;
  cursor.seek(begin + length + (markdown ? 2 : 1));
  return MermaidText{markdown ? MermaidText::Kind::markdown : MermaidText::Kind::quoted, cursor.placed(begin, begin + length)};
}

std::optional<MermaidText> read_mermaid_text(Cursor& cursor, char opener, std::span<const std::string_view> closers, std::size_t& found) {
  const std::size_t begin = cursor.pos();
  cursor.skip_space();
  if (auto string = read_mermaid_string(cursor)) {
    cursor.skip_space();
    found = closer_here(cursor, closers);
    if (found < closers.size()) {
      cursor.advance(closers[found].size());
      return string;
    }
  }
  cursor.seek(begin);
  return read_unquoted(cursor, opener, closers, found);
}

MermaidLabel read_mermaid_label(const MermaidText& text, const Arguments& arguments, Report& report) {
  PlacedText source = text.text.trimmed();
  if (source.text.size() > max_label_bytes) {
    report.error(source.span, fmt::format("a label is longer than {} bytes", max_label_bytes));
    source = source.part(0, max_label_bytes);
    while (!source.text.empty() && !is_ascii(source.text.back())) source = source.part(0, source.text.size() - 1);
  }
  if (text.kind == MermaidText::Kind::plain && source.text.size() >= 2 && source.text.starts_with('"') && source.text.ends_with('"')) {
    source = source.part(1, source.text.size() - 1).trimmed();
  }
  if (const std::size_t first = source.text.find("$$");
      first != std::string_view::npos && source.text.find("$$", first + 2) != std::string_view::npos)
    report.warning(source.span, "formulas in labels are shown as they are written");
  MermaidLabel label;
  HtmlTextOptions options;
  options.hash_entities = options.escaped_breaks = options.bold_marks = true;
  options.markdown = text.kind == MermaidText::Kind::markdown;
  const std::string with_values = replace_arguments(source.text, arguments);
  label.text = read_html_text(take_icons(with_values, source.span, label.icon), source.span, options);
  return label;
}

}  // namespace drawplate
