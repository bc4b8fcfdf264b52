// Spans of one style are joined; a mark counts where it is closed in the same stretch of text.
#include "deck/markdown/markdown_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/cursor.h"
#include "deck/syntax/attributes.h"

namespace drawplate {
namespace {

struct TagMark {
  std::string_view name;
  TextMark mark;
};
constexpr TagMark tag_marks[] = {
    {"b", TextMark::bold},        {"strong", TextMark::bold},  {"i", TextMark::italic},         {"em", TextMark::italic},
    {"code", TextMark::code},     {"tt", TextMark::code},      {"s", TextMark::strike},         {"del", TextMark::strike},
    {"strike", TextMark::strike}, {"u", TextMark::underline},  {"ins", TextMark::underline},    {"sup", TextMark::superscript},
    {"sub", TextMark::subscript}, {"kbd", TextMark::keyboard}, {"mark", TextMark::highlighted},
};

constexpr std::size_t longest_mark = 500;  ///< bytes between a mark and its close

bool is_same_style(const TextSpan& a, const TextSpan& b) {
  TextSpan as_b = a;
  as_b.text = b.text;
  return as_b == b;
}

/// The end of a mark's text that begins at `at`: where `close` stands next, without a blank before it in the text.
std::optional<std::size_t> find_close(std::string_view text, std::size_t at, std::string_view close, bool blanks_allowed) {
  const std::size_t end = text.substr(0, at + longest_mark).find(close, at);
  if (end == std::string_view::npos || end == at || is_space(text[at]) || is_space(text[end - 1])) return std::nullopt;
  if (!blanks_allowed && text.substr(at, end - at).find_first_of(" \t\n") != std::string_view::npos) return std::nullopt;
  return end;
}

/// Some versions of md4c take "H~2~O" for struck out, others, as GFM says, for plain text; both are pandoc's subscript.
bool is_single_tilde(std::string_view text, std::size_t at) {
  return text[at] == '~' && (at == 0 || text[at - 1] != '~') && !text.substr(at + 1).starts_with('~');
}

}  // namespace

std::optional<TextMark> mark_of_tag(std::string_view name) {
  const auto found = std::find_if(std::begin(tag_marks), std::end(tag_marks), [&](const TagMark& tag) { return tag.name == name; });
  return found == std::end(tag_marks) ? std::nullopt : std::optional(found->mark);
}

void MarkdownText::close(TextMark mark) {
  int& depth = depth_[static_cast<std::size_t>(mark)];
  depth = std::max(0, depth - 1);
}

void MarkdownText::see(Span place) {
  if (!origin_) {
    origin_ = place;
  } else {
    origin_->begin = std::min(origin_->begin, place.begin);
    origin_->end = std::max(origin_->end, place.end);
  }
}

TextSpan& MarkdownText::span_in_style() {
  const auto is_open = [&](TextMark mark) { return depth_[static_cast<std::size_t>(mark)] > 0; };
  TextSpan style;
  style.bold = is_open(TextMark::bold);
  style.italic = is_open(TextMark::italic);
  style.code = is_open(TextMark::code);
  style.strike = is_open(TextMark::strike);
  style.underline = is_open(TextMark::underline);
  style.superscript = is_open(TextMark::superscript);
  style.subscript = is_open(TextMark::subscript) && !style.superscript;
  style.keyboard = is_open(TextMark::keyboard);
  style.highlighted = is_open(TextMark::highlighted);
  style.link = link_;
  if (spans_.empty() || !spans_.back().math.empty() || !is_same_style(style, spans_.back())) spans_.push_back(std::move(style));
  return spans_.back();
}

void MarkdownText::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (blank > at) span_in_style().text.append(text.substr(at, blank - at));
    at = std::min(text.find_first_not_of(" \t\r\n", blank), text.size());
    if (at == blank) continue;
    const bool at_begin =
        spans_.empty() || (!spans_.back().text.empty() && (spans_.back().text.back() == ' ' || spans_.back().text.back() == '\n'));
    if (!at_begin) span_in_style().text += ' ';
  }
}

void MarkdownText::add_with(TextMark mark, std::string_view text) {
  open(mark);
  add(text);
  close(mark);
}

/// "[words]{.mark}", pandoc's way of marking words: bytes of all of it, or 0.
std::size_t MarkdownText::add_bracketed(std::string_view text) {
  const std::size_t close = text.substr(0, longest_mark).find("]{");
  if (close == std::string_view::npos || close < 2) return 0;
  const auto braces = length_of_braces(text.substr(close + 1));
  if (!braces) return 0;
  const Attributes attributes = parse_attributes(text.substr(close + 2, *braces - 2), {});
  if (attributes.classes.empty()) return 0;
  const TextMark none = TextMark::count_;
  TextMark mark = none;
  if (attributes.has_class("mark")) mark = TextMark::highlighted;
  if (attributes.has_class("underline") || attributes.has_class("ul")) mark = TextMark::underline;
  if (attributes.has_class("kbd")) mark = TextMark::keyboard;
  const std::string_view words = text.substr(1, close - 1);
  if (mark == none) {
    add(words);
  } else {
    add_with(mark, words);
  }
  return close + 1 + *braces;
}

void MarkdownText::add_footnote(std::string_view name) {
  const std::string link = std::exchange(link_, std::string(footnote_link) + std::string(name));
  add_with(TextMark::superscript, name);
  link_ = link;
}

void MarkdownText::add_marked(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = text.find_first_of("[=^~"); at < text.size(); at = text.find_first_of("[=^~", at)) {
    const std::string_view rest = text.substr(at);
    const bool in_word = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
    const std::string_view mark = rest.starts_with("[^")               ? "[^"
                                  : rest.starts_with("==") && !in_word ? "=="
                                  : rest.front() == '^'                ? "^"
                                  : is_single_tilde(text, at)          ? "~"
                                                                       : "";
    const std::string_view close = mark == "[^" ? "]" : mark;
    const auto end = mark.empty() ? std::nullopt : find_close(text, at + mark.size(), close, mark == "==");
    if (end) {
      add(text.substr(begin, at - begin));
      const std::string_view inside = text.substr(at + mark.size(), *end - at - mark.size());
      if (mark == "[^") {
        add_footnote(inside);
      } else {
        add_with(mark == "^" ? TextMark::superscript : mark == "~" ? TextMark::subscript : TextMark::highlighted, inside);
      }
      begin = at = *end + close.size();
    } else if (rest.front() == '[' && mark.empty() && rest.find("]{") < longest_mark) {
      add(text.substr(std::min(begin, at), at - std::min(begin, at)));
      const std::size_t taken = add_bracketed(rest);
      begin = at + taken;
      at += std::max<std::size_t>(taken, 1);
    } else {
      at += std::max<std::size_t>(mark.size(), 1);
    }
  }
  add(text.substr(begin));
}

void MarkdownText::add_math(std::string_view tex) {
  TextSpan span = span_in_style();
  if (spans_.back().text.empty()) spans_.pop_back();
  span.text = tex;
  span.math = tex;
  spans_.push_back(std::move(span));
}

void MarkdownText::line_break() {
  if (spans_.empty()) return;
  std::string& text = spans_.back().text;
  while (spans_.back().math.empty() && !text.empty() && text.back() == ' ') text.pop_back();
  span_in_style().text += '\n';
}

bool MarkdownText::has_text() const {
  return std::any_of(spans_.begin(), spans_.end(),
                     [](const TextSpan& span) { return !span.math.empty() || span.text.find_first_not_of(" \n") != std::string::npos; });
}

RichText MarkdownText::take() {
  while (!spans_.empty() && spans_.back().math.empty()) {
    std::string& text = spans_.back().text;
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
    if (!text.empty()) break;
    spans_.pop_back();
  }
  std::erase_if(spans_, [](const TextSpan& span) { return span.text.empty() && span.math.empty(); });
  RichText result{std::move(spans_), origin()};
  spans_.clear();
  origin_.reset();
  return result;
}

}  // namespace drawplate
