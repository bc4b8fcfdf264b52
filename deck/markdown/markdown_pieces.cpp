// A walk over the lines, each of which continues a piece or begins another.
#include "deck/markdown/markdown_pieces.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/cursor.h"

namespace drawplate {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The line without its end and with at most three blanks of indentation removed; empty where it is indented as code.
std::string_view content_of(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent > 3 || (indent < line.size() && line[indent] == '\t') ? std::string_view() : line.substr(indent);
}

/// How many of `c` stand at the begin.
std::size_t run_of(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

bool is_thematic_break(std::string_view content) {
  if (content.empty() || std::string_view("-*_").find(content.front()) == std::string_view::npos) return false;
  std::size_t marks = 0;
  for (const char c : content) {
    if (c == content.front()) ++marks;
    if (c != content.front() && !is_blank(c)) return false;
  }
  return marks >= 3;
}

/// A fence of front matter; a divider that one may follow.
bool is_dashes(std::string_view line) {
  const std::string_view dashes = trimmed(line);
  return line.starts_with("---") && run_of(dashes, '-') == dashes.size();
}

/// "key:" or "key: value" at the line's begin, as YAML front matter has it.
bool is_yaml_key(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (is_letter(line[at]) || is_digit(line[at]) || line[at] == '_' || line[at] == '-')) ++at;
  return at > 0 && is_letter(line[0]) && at < line.size() && line[at] == ':' && (at + 1 == line.size() || is_space(line[at + 1]));
}

/// "<div class=x>" or "</div>" where the line holds nothing else; else empty.
std::string_view div_tag(std::string_view content) {
  content = trimmed(content);
  const bool opens = content.starts_with("<div>") || content.starts_with("<div "), closes = content == "</div>";
  const bool is_one = content.ends_with('>') && content.find('>') + 1 == content.size() && !content.ends_with("/>");
  return is_one && (opens || closes) ? content : std::string_view();
}

bool begins_list_or_quote(std::string_view content) {
  if (content.empty()) return false;
  if (content.front() == '>' || content.front() == '|') return true;
  if (std::string_view("-*+").find(content.front()) != std::string_view::npos) return content.size() == 1 || is_blank(content[1]);
  std::size_t digits = 0;
  while (digits < content.size() && is_digit(content[digits])) ++digits;
  return digits > 0 && digits < content.size() && (content[digits] == '.' || content[digits] == ')');
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text), lines_(line_begins(text)) {}

  std::vector<Piece> cut() {
    cut_head();
    while (at_ < lines_.size()) cut_line();
    end_text(static_cast<std::uint32_t>(text_.size()));
    return std::move(pieces_);
  }

 private:
  std::uint32_t begin_of(std::size_t line) const { return line < lines_.size() ? lines_[line] : static_cast<std::uint32_t>(text_.size()); }
  std::string_view line(std::size_t index) const {
    std::string_view whole = text_.substr(begin_of(index), begin_of(index + 1) - begin_of(index));
    while (!whole.empty() && (whole.back() == '\n' || whole.back() == '\r')) whole.remove_suffix(1);
    return whole;
  }
  bool is_empty(std::size_t index) const { return trimmed(line(index)).empty(); }

  void end_text(std::uint32_t at) {
    if (at > text_begin_) pieces_.push_back({PieceKind::text, text_begin_, at, {}});
    text_begin_ = at;
  }
  /// Lines [at_, next) as a piece of their own.
  void add(PieceKind kind, std::size_t next, std::string name = {}) {
    end_text(begin_of(at_));
    pieces_.push_back({kind, begin_of(at_), begin_of(next), std::move(name)});
    at_ = next;
    text_begin_ = begin_of(at_);
    paragraph_ = false;
  }

  void cut_head();
  void cut_line();
  void cut_title_block();
  bool cut_front_matter(bool of_deck);
  void cut_divider();
  void cut_footnote(std::string_view content);
  bool skip_hidden(std::string_view content);
  void skip_fence(std::string_view content);
  void skip_past(std::string_view end);
  void pass(std::string_view content);

  std::string_view text_;
  std::vector<std::uint32_t> lines_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;            // the line in work
  std::uint32_t text_begin_ = 0;  // of the Markdown in work
  bool paragraph_ = false;        // the line before is one of a paragraph, so that --- underlines it
  static constexpr std::size_t unknown = std::string_view::npos - 1;
  std::size_t last_style_ = unknown, last_script_ = unknown;  // ends of such elements, looked for once
  bool lazy_ = false;                                         // ... but of one in a list or a quote
};

void Cutter::cut_head() {
  if (text_.starts_with(byte_order_mark)) lines_[0] = text_begin_ = static_cast<std::uint32_t>(byte_order_mark.size());
  while (at_ < lines_.size() && is_empty(at_)) ++at_;
  if (at_ >= lines_.size()) return;
  if (line(at_).starts_with("% ") || line(at_) == "%") {
    cut_title_block();
  } else if (is_dashes(line(at_))) {
    ++at_;
    if (!cut_front_matter(true)) --at_;
  }
}

void Cutter::cut_title_block() {
  std::size_t next = at_;
  while (next < lines_.size() && (line(next).starts_with('%') || (!is_empty(next) && line(next).starts_with(' ')))) ++next;
  add(PieceKind::title_block, next);
}

/// The YAML from at_ to a line of ---; false where none closes it, or where it is no mapping. Before it stands its own fence.
bool Cutter::cut_front_matter(bool of_deck) {
  std::size_t close = at_, first = at_;
  bool has_key = false;
  while (of_deck && first < lines_.size() && (is_empty(first) || line(first).starts_with('#'))) ++first;
  if (of_deck && first < lines_.size() && !is_yaml_key(line(first)) && !is_dashes(line(first))) return false;
  while (close < lines_.size() && !is_dashes(line(close)) && trimmed(line(close)) != "...") {
    const std::string_view content = line(close);
    has_key = has_key || is_yaml_key(content);
    const bool fits = is_yaml_key(content) || content.empty() || is_blank(content.front()) || content.front() == '#' ||
                      content.front() == '-' || content.front() == '}' || content.front() == ']';
    if (!of_deck && !fits) return false;
    ++close;
  }
  if (close == lines_.size() || (!of_deck && !has_key)) return false;
  if (of_deck) text_begin_ = begin_of(at_);
  add(PieceKind::front_matter, close);
  ++at_;
  text_begin_ = begin_of(at_);
  return true;
}

void Cutter::cut_divider() {
  const bool dashes = is_dashes(line(at_));
  add(PieceKind::divider, at_ + 1);
  if (dashes && at_ < lines_.size() && is_yaml_key(line(at_))) cut_front_matter(false);
}

/// The footnote's lines: those of its paragraph, and what is indented after it.
void Cutter::cut_footnote(std::string_view content) {
  const std::size_t name_end = content.find("]:");
  const std::string name(content.substr(2, name_end - 2));
  std::size_t next = at_ + 1;
  while (next < lines_.size() && !is_empty(next) && !content_of(line(next)).starts_with("[^") && !is_thematic_break(content_of(line(next))))
    ++next;
  for (std::size_t more = next; more < lines_.size(); ++more) {
    if (is_empty(more)) continue;
    if (!line(more).starts_with("    ") && !line(more).starts_with('\t')) break;
    next = more + 1;
  }
  const auto begin = static_cast<std::uint32_t>(content.data() - text_.data() + name_end + 2);
  add(PieceKind::footnote, next, name);
  pieces_.back().begin = begin;
}

void Cutter::skip_fence(std::string_view content) {
  const char mark = content.front();
  const std::size_t length = run_of(content, mark);
  for (++at_; at_ < lines_.size(); ++at_) {
    const std::string_view inner = content_of(line(at_));
    const std::size_t run = run_of(inner, mark);
    if (run < length || !trimmed(inner.substr(run)).empty()) continue;
    ++at_;
    break;
  }
  paragraph_ = false;
}

/// To the line after the one that holds `end`.
void Cutter::skip_past(std::string_view end) {
  const std::size_t found = text_.find(end, begin_of(at_) + 1);
  const std::size_t past = found == std::string_view::npos ? text_.size() : found;
  while (at_ < lines_.size() && begin_of(at_) <= past) ++at_;
  paragraph_ = false;
}

/// Steps over what hides dividers, if it begins here.
bool Cutter::skip_hidden(std::string_view content) {
  const bool ticks = content.starts_with("```") && content.find('`', run_of(content, '`')) == std::string_view::npos;
  if (ticks || content.starts_with("~~~")) {
    skip_fence(content);
  } else if (content.starts_with("<!--")) {
    if (const std::size_t close = text_.find("-->", begin_of(at_)); close == std::string_view::npos) {
      at_ = lines_.size();
    } else {
      while (at_ < lines_.size() && begin_of(at_) <= close) ++at_;
    }
    paragraph_ = false;
  } else if (content.starts_with("<style") || content.starts_with("<script")) {
    const std::string_view end = content.starts_with("<style") ? "</style>" : "</script>";
    std::size_t& last = end == "</style>" ? last_style_ : last_script_;
    if (last == unknown) last = text_.rfind(end);
    if (last == std::string_view::npos || last < begin_of(at_)) return false;
    skip_past(end);
  } else if (trimmed(content) == "$$" && text_.find("$$", begin_of(at_ + 1)) != std::string_view::npos) {
    ++at_;
    if (at_ < lines_.size()) skip_past("$$");
  } else {
    return false;
  }
  return true;
}

void Cutter::pass(std::string_view content) {
  if (is_empty(at_)) {
    paragraph_ = false;
  } else if (!paragraph_) {
    const std::size_t hashes = run_of(content, '#');
    const bool heading = hashes >= 1 && hashes <= 6 && (content.size() == hashes || is_blank(content[hashes]));
    paragraph_ = !heading && !content.empty();
    lazy_ = begins_list_or_quote(content);
  }
  ++at_;
}

void Cutter::cut_line() {
  const std::string_view whole = line(at_);
  const std::string_view content = content_of(whole);
  if (skip_hidden(content)) return;
  const bool dashes_alone = !content.empty() && run_of(content, '-') == trimmed(content).size() && content.front() == '-';
  if (is_thematic_break(content) && !(dashes_alone && paragraph_ && !lazy_)) {
    cut_divider();
  } else if (content.starts_with(":::")) {
    const std::string_view rest = trimmed(content.substr(run_of(content, ':')));
    add(rest.empty() ? PieceKind::close_div : PieceKind::open_div, at_ + 1, std::string(rest));
  } else if (const std::string_view tag = div_tag(content); !tag.empty()) {
    add(tag.starts_with("</") ? PieceKind::close_div : PieceKind::open_div, at_ + 1, std::string(tag));
  } else if (const std::string_view slot = trimmed(content);
             slot.size() > 4 && slot.starts_with("::") && slot.ends_with("::") && slot.find_first_of(" \t:", 2) == slot.size() - 2) {
    add(PieceKind::slot, at_ + 1, std::string(slot.substr(2, slot.size() - 4)));
  } else if (const std::size_t close = content.find("]:"); content.starts_with("[^") && close != std::string_view::npos && close > 2 &&
                                                           content.substr(0, close).find_first_of(" \t") == std::string_view::npos) {
    cut_footnote(content);
  } else {
    pass(content);
  }
}

}  // namespace

std::vector<std::uint32_t> line_begins(std::string_view text) {
  std::vector<std::uint32_t> begins = {0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends && i + 1 < text.size()) begins.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return begins;
}

std::vector<Piece> cut_into_pieces(std::string_view text) { return Cutter(text).cut(); }

}  // namespace drawplate
