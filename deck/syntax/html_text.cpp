// Tables of tags first, then the reader that builds spans between them.
#include "deck/syntax/html_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/cursor.h"
#include "base/utf8.h"
#include "deck/model/link.h"
#include "deck/syntax/entities.h"

namespace drawplate {
namespace {

using Mark = TextBuilder::Mark;

struct MarkTag {
  std::string_view name;
  Mark mark;
};
constexpr MarkTag mark_tags[] = {
    {"b", Mark::bold},     {"strong", Mark::bold},   {"i", Mark::italic},    {"em", Mark::italic},
    {"code", Mark::code},  {"tt", Mark::code},       {"kbd", Mark::code},    {"s", Mark::strike},
    {"del", Mark::strike}, {"strike", Mark::strike}, {"u", Mark::underline}, {"ins", Mark::underline},
};
constexpr std::string_view break_tags[] = {"br", "p", "div", "hr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre"};
constexpr std::string_view plain_tags[] = {"span", "small", "big",  "font",  "sub",   "sup", "img", "o", "center",
                                           "a",    "em",    "mark", "table", "tbody", "td",  "th",  "vr"};

std::string lower_name(std::string_view tag) {
  std::string name;
  for (const char c : tag) {
    if (!is_letter(c) && !is_digit(c)) break;
    name += to_lower(c);
  }
  return name;
}

template <class Range>
bool holds(const Range& range, std::string_view word) {
  return std::ranges::find(range, word) != std::end(range);
}

/// "**", "*" or "_" as a mark of Markdown; the length is 0 for text.
struct MarkdownMark {
  Mark mark = Mark::bold;
  std::size_t length = 0;
};

MarkdownMark markdown_mark(std::string_view source, std::size_t at) {
  const char c = source[at];
  if (c != '*' && c != '_') return {};
  const auto is_word = [&](std::size_t p) { return p < source.size() && !is_space(source[p]) && source[p] != '*' && source[p] != '_'; };
  std::size_t end = at;
  while (end < source.size() && source[end] == c) ++end;
  const bool before = at > 0 && is_word(at - 1), after = is_word(end);
  if (!before && !after) return {};
  const auto alphanumeric = [&](std::size_t p) { return is_letter(source[p]) || is_digit(source[p]) || !is_ascii(source[p]); };
  if (c == '_' && before && after && alphanumeric(at - 1) && alphanumeric(end)) return {};  // snake_case
  if (end - at >= 2) return {Mark::bold, 2};
  return {Mark::italic, 1};
}

/// True where a mark opened at `at` is closed further on.
bool is_closed_later(std::string_view source, std::size_t at, std::size_t length) {
  const std::string_view mark = source.substr(at, length);
  return source.find(mark, at + length) != std::string_view::npos;
}

std::optional<std::size_t> tag_end(std::string_view source, std::size_t at) {
  if (source[at] != '<' || at + 1 >= source.size()) return std::nullopt;
  if (source.substr(at).starts_with("<!--")) {
    const std::size_t end = source.find("-->", at);
    return end == std::string_view::npos ? std::nullopt : std::optional(end + 2);
  }
  const char first = source[at + 1] == '/' && at + 2 < source.size() ? source[at + 2] : source[at + 1];
  if (!is_letter(first)) return std::nullopt;
  const std::size_t end = source.find_first_of("<>", at + 1);
  if (end == std::string_view::npos || source[end] == '<') return std::nullopt;
  return end;
}

class HtmlTextReader {
 public:
  HtmlTextReader(std::string_view source, const HtmlTextOptions& options, TextBuilder& text)
      : source_(source), options_(options), text_(text) {}

  void read() {
    while (at_ < source_.size()) {
      if (!step()) text_.add(source_.substr(at_++, 1));
    }
  }

 private:
  /// Reads one thing that is not plain text; false where there is none.
  bool step() {
    const char c = source_[at_];
    if (c == '<') return read_tag();
    if (c == '&' || (c == '#' && options_.hash_entities)) return read_entity(c);
    if (c == '\n') {
      options_.line_ends_break ? text_.line_break() : text_.add(" ");
      ++at_;
      return true;
    }
    if (c == '\\') return read_escape();
    return (options_.markdown || (options_.bold_marks && source_.substr(at_, 2) == "**")) && read_mark();
  }

  bool read_tag() {
    const auto end = tag_end(source_, at_);
    if (!end) return false;
    const bool comment = source_[at_ + 1] == '!';
    if (!comment && !apply_inline_tag(source_.substr(at_ + 1, *end - at_ - 1), text_) && options_.unknown_tags_stay) return false;
    at_ = *end + 1;
    return true;
  }

  bool read_entity(char mark) {
    const auto entity = match_entity(source_.substr(at_), mark);
    if (!entity) return false;
    text_.add(entity->text);
    at_ += entity->length;
    return true;
  }

  bool read_escape() {
    const char next = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (options_.escaped_breaks && next == 'n') {
      text_.line_break();
    } else if (options_.markdown && (next == '*' || next == '_' || next == '\\')) {
      text_.add(source_.substr(at_ + 1, 1));
    } else {
      return false;
    }
    at_ += 2;
    return true;
  }

  bool read_mark() {
    const MarkdownMark mark = markdown_mark(source_, at_);
    if (mark.length == 0) return false;
    if (text_.is_open(mark.mark)) {
      text_.close(mark.mark);
    } else if (is_closed_later(source_, at_, mark.length)) {
      text_.open(mark.mark);
    } else {
      return false;
    }
    at_ += mark.length;
    return true;
  }

  std::string_view source_;
  const HtmlTextOptions& options_;
  TextBuilder& text_;
  std::size_t at_ = 0;
};

}  // namespace

void TextBuilder::close(Mark mark) {
  int& depth = depth_[static_cast<std::size_t>(mark)];
  if (depth > 0) --depth;
}

TextSpan& TextBuilder::span_in_style() {
  const bool bold = is_open(Mark::bold), italic = is_open(Mark::italic), code = is_open(Mark::code);
  const bool strike = is_open(Mark::strike), underline = is_open(Mark::underline);
  if (!spans_.empty()) {
    const TextSpan& last = spans_.back();
    if (last.bold == bold && last.italic == italic && last.code == code && last.strike == strike && last.underline == underline &&
        last.link == link_)
      return spans_.back();
  }
  return spans_.emplace_back(TextSpan{"", bold, italic, code, strike, underline, link_});
}

void TextBuilder::add(std::string_view text) {
  for (const char c : text) {
    if (is_space(c)) {
      blank_waits_ = true;
      continue;
    }
    if (waiting_breaks_ > 0) {
      if (!spans_.empty()) spans_.back().text.append(waiting_breaks_, '\n');
      waiting_breaks_ = 0;
      at_line_start_ = true;
    }
    TextSpan& span = span_in_style();
    if (blank_waits_ && !at_line_start_) span.text += ' ';
    blank_waits_ = at_line_start_ = false;
    span.text += c;
  }
}

void TextBuilder::line_break() {
  ++waiting_breaks_;
  blank_waits_ = false;
}

RichText TextBuilder::finish(Span origin) {
  // No-break spaces at the ends are padding from renderers that have none of their own.
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (!spans_.empty()) {
    std::string& text = spans_.back().text;
    while (text.ends_with(no_break_space) || text.ends_with(' ')) text.resize(text.size() - (text.ends_with(' ') ? 1 : 2));
    if (!text.empty()) break;
    spans_.pop_back();
  }
  while (!spans_.empty()) {
    std::string& text = spans_.front().text;
    while (text.starts_with(no_break_space) || text.starts_with(' ')) text.erase(0, text.starts_with(' ') ? 1 : 2);
    if (!text.empty()) break;
    spans_.erase(spans_.begin());
  }
  RichText result{std::move(spans_), origin};
  *this = TextBuilder();
  return result;
}

std::string tag_attribute(std::string_view tag, std::string_view name) {
  std::size_t at = 0;
  while (at < tag.size()) {
    while (at < tag.size() && !is_space(tag[at])) ++at;
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && tag[at] != '=' && !is_space(tag[at])) ++at;
    const std::string_view found = tag.substr(begin, at - begin);
    while (at < tag.size() && is_space(tag[at])) ++at;
    if (at >= tag.size() || tag[at] != '=') continue;
    ++at;
    while (at < tag.size() && is_space(tag[at])) ++at;
    if (at >= tag.size()) break;
    const char quote = tag[at] == '"' || tag[at] == '\'' ? tag[at++] : '\0';
    const std::size_t value = at;
    while (at < tag.size() && (quote ? tag[at] != quote : !is_space(tag[at]))) ++at;
    if (equals_ignoring_case(found, name)) return decode_entities(tag.substr(value, at - value));
    if (quote && at < tag.size()) ++at;
  }
  return {};
}

bool apply_inline_tag(std::string_view tag, TextBuilder& text) {
  const bool closing = tag.starts_with('/');
  if (closing) tag.remove_prefix(1);
  const std::string name = lower_name(tag);
  for (const MarkTag& known : mark_tags) {
    if (known.name != name) continue;
    closing ? text.close(known.mark) : text.open(known.mark);
    return true;
  }
  if (holds(break_tags, name)) {
    text.line_break();
    return true;
  }
  if (name == "a") {
    const std::string target = closing ? "" : tag_attribute(tag, "href");
    text.set_link(is_safe_link(target) ? target : "");
  }
  return holds(plain_tags, name);
}

void add_html_text(std::string_view source, const HtmlTextOptions& options, TextBuilder& text) {
  HtmlTextReader(source, options, text).read();
}

RichText read_html_text(std::string_view source, Span origin, const HtmlTextOptions& options) {
  TextBuilder text;
  add_html_text(source, options, text);
  return text.finish(origin);
}

}  // namespace drawplate
