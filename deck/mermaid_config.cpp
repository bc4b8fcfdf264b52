// See mermaid_config.h. A small part of YAML and of lenient JSON, read without recursion.
#include "deck/mermaid_config.h"

#include <fmt/format.h>

namespace drawplate {
namespace {

constexpr std::size_t max_depth = 16;

/// "'a'", "\"a\"" or a plain word up to one of `stops` or the line end; blanks at its ends do not count.
PlacedText read_scalar(Cursor& cursor, std::string_view stops) {
  cursor.skip_blanks();
  const char quote = cursor.peek();
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = cursor.pos() + 1, length = cursor.rest().substr(1).find(quote);
    if (length != std::string_view::npos) {
      cursor.seek(begin + length + 1);
      return cursor.placed(begin, begin + length);
    }
  }
  const std::size_t begin = cursor.pos();
  while (!cursor.at_end() && cursor.peek() != '\n' && stops.find(cursor.peek()) == std::string_view::npos) cursor.advance();
  return cursor.placed(begin, cursor.pos()).trimmed();
}

struct OpenKey {
  std::size_t indent;
  std::string path;
};

void read_front_matter_line(Cursor& cursor, std::vector<OpenKey>& open, std::vector<MermaidSetting>& settings) {
  const std::size_t line = cursor.pos();
  cursor.skip_blanks();
  const std::size_t indent = cursor.pos() - line;
  if (cursor.peek() == '#' || cursor.peek() == '\n') return cursor.skip_line();
  const PlacedText key = read_scalar(cursor, ":");
  if (!cursor.take(':') || key.text.empty()) return cursor.skip_line();
  while (!open.empty() && open.back().indent >= indent) open.pop_back();
  const std::string path = open.empty() ? std::string(key.text) : fmt::format("{}.{}", open.back().path, key.text);
  const PlacedText value = read_scalar(cursor, "");
  cursor.skip_line();
  if (!value.text.empty()) {
    settings.push_back({path, std::string(value.text), value.span});
  } else if (open.size() < max_depth) {
    open.push_back({indent, path});
  }
}

/// A block scalar of YAML, "|" or ">": the lines that are deeper indented than the key was.
std::string read_block_scalar(Cursor& cursor, std::size_t key_indent, bool folded) {
  std::string text;
  cursor.skip_line();
  while (cursor.take('\n')) {
    const std::size_t line = cursor.pos();
    cursor.skip_blanks();
    if (cursor.pos() - line <= key_indent || cursor.peek() == '}') {
      cursor.seek(line - 1);
      break;
    }
    const std::size_t begin = cursor.pos();
    cursor.skip_line();
    if (!text.empty()) text += folded ? ' ' : '\n';
    text += trimmed(cursor.slice(begin, cursor.pos()));
  }
  return text;
}

}  // namespace

void read_front_matter(Cursor& cursor, std::vector<MermaidSetting>& settings) {
  const std::size_t before = cursor.pos();
  cursor.skip_space();
  const bool fence = cursor.starts_with("---");
  const std::size_t begin = cursor.pos();
  cursor.skip_line();
  if (!fence || trimmed(cursor.slice(begin, cursor.pos())) != "---") return cursor.seek(before);
  std::vector<OpenKey> open;
  std::vector<MermaidSetting> found;
  while (cursor.take('\n')) {
    const std::size_t line = cursor.pos();
    cursor.skip_line();
    if (trimmed(cursor.slice(line, cursor.pos())) == "---") {
      settings.insert(settings.end(), found.begin(), found.end());
      return;
    }
    cursor.seek(line);
    read_front_matter_line(cursor, open, found);
  }
  cursor.seek(before);
}

bool read_directive(Cursor& cursor, std::vector<MermaidSetting>& settings) {
  const std::size_t begin = cursor.pos();
  const std::size_t length = cursor.rest().find("}%%");
  if (length == std::string_view::npos) {
    cursor.skip_line();
    return false;
  }
  const std::size_t stop = begin + length + 3;
  cursor.advance(3);
  std::vector<std::string> path;
  std::string key;
  while (cursor.pos() < stop && !cursor.at_end()) {
    cursor.skip_space();
    if (cursor.take('{') || cursor.take('[')) {
      if (path.size() < max_depth) path.push_back(key);
    } else if (cursor.take('}') || cursor.take(']')) {
      if (!path.empty()) path.pop_back();
    } else if (!cursor.take(',') && !cursor.take('%') && !cursor.take(':')) {
      const std::size_t here = cursor.pos();
      const PlacedText word = read_scalar(cursor, ":,{}[]");
      cursor.skip_space();
      if (cursor.take(':')) {
        key = word.text;
        cursor.skip_space();
        if (cursor.peek() == '{' || cursor.peek() == '[') continue;
        const PlacedText value = read_scalar(cursor, ",{}[]");
        std::string full = "config";
        for (const std::string& part : path) {
          if (!part.empty() && part != "init" && part != "initialize" && part != "config") full += "." + part;
        }
        settings.push_back({full + "." + key, std::string(value.text), value.span});
      }
      if (cursor.pos() == here) cursor.advance();
    }
  }
  cursor.seek(stop);
  return true;
}

bool read_flat_mapping(Cursor& cursor, std::vector<MermaidSetting>& settings) {
  for (;;) {
    while (cursor.take(',') || is_space(cursor.peek())) cursor.skip_space();
    if (cursor.take('}')) return true;
    if (cursor.at_end()) return false;
    std::size_t line = cursor.pos();
    while (line > 0 && is_blank(cursor.at(line - 1))) --line;
    const std::size_t indent = cursor.pos() - line;
    const PlacedText key = read_scalar(cursor, ":,}");
    if (!cursor.take(':')) {
      if (cursor.peek() == '\n' || key.text.empty()) cursor.advance();
      continue;
    }
    cursor.skip_blanks();
    if (cursor.peek() == '|' || (cursor.peek() == '>' && is_space(cursor.peek(1)))) {
      const std::size_t begin = cursor.pos();
      std::string text = read_block_scalar(cursor, indent, cursor.peek() == '>');
      settings.push_back({std::string(key.text), std::move(text), cursor.span(begin, cursor.pos())});
      continue;
    }
    const PlacedText value = read_scalar(cursor, ",}");
    settings.push_back({std::string(key.text), std::string(value.text), value.span});
  }
}

}  // namespace drawplate
