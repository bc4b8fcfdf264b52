// A small part of YAML and of lenient JSON, read without recursion.
#include "deck/mermaid/mermaid_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

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

/// The pairs of "{ key: value, other: { … } }" up to the brace that closes the first one; the cursor stands at that. Names of
/// `left_out` are no part of the keys. Nothing is read from `stop` on.
struct FlowMap {
  std::string base;
  std::size_t stop;
  std::span<const std::string_view> left_out{};
};

void read_flow_map(Cursor& cursor, const FlowMap& map, std::vector<MermaidSetting>& settings) {
  std::vector<std::string> path;
  std::string key;
  std::size_t deeper = 0;  // braces too deep to be told apart
  const auto key_here = [&] {
    std::string full = map.base;
    for (const std::string& part : path)
      if (!part.empty() && std::ranges::find(map.left_out, part) == map.left_out.end()) full += "." + part;
    return full + "." + key;
  };
  while (cursor.pos() < map.stop && !cursor.at_end()) {
    cursor.skip_space();
    const std::size_t here = cursor.pos();
    if (cursor.take('{') || cursor.take('[')) {
      path.size() < max_depth ? path.push_back(std::exchange(key, {})) : void(++deeper);
    } else if (cursor.take('}') || cursor.take(']')) {
      if (deeper > 0)
        --deeper;
      else if (!path.empty())
        path.pop_back();
      if (path.empty()) return;
    } else if (!cursor.take(',') && !cursor.take('%') && !cursor.take(':')) {
      key = read_scalar(cursor, ":,{}[]").text;
      cursor.skip_space();
      if (cursor.take(':')) {
        cursor.skip_space();
        if (cursor.peek() == '{' || cursor.peek() == '[') continue;
        const PlacedText value = read_scalar(cursor, ",{}[]");
        settings.push_back({key_here(), std::string(value.text), value.span});
      }
    }
    if (cursor.pos() == here) cursor.advance();
  }
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
  cursor.skip_blanks();
  if (cursor.peek() == '{') {
    const std::size_t fence = cursor.rest().find("\n---");
    read_flow_map(cursor, {path, fence == std::string_view::npos ? fence : cursor.pos() + fence}, settings);
    return cursor.skip_line();
  }
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
  cursor.skip_space();
  constexpr std::string_view wrappers[] = {"init", "initialize", "config"};
  read_flow_map(cursor, {"config", stop, wrappers}, settings);
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
