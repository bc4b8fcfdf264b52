// Two passes, as CommonMark has it: cut the text into pieces and delimiter runs, then pair the runs from the inside out.
#include "deck/syntax/inline_markdown.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace drawplate {
namespace {

constexpr std::size_t longest_link = 2000;  ///< bytes of a link's text, and of its target
constexpr std::size_t most_failures = 100;  ///< brackets or runs that open nothing, after which they are not looked into

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_punctuation(char c) { return c > ' ' && c < 0x7F && (c == '_' || !is_word(c)); }

/// A finished piece, or a run of one delimiter that may open or close emphasis.
struct Token {
  std::vector<TextSpan> pieces;
  char delimiter = 0;
  std::size_t count = 0;  ///< signs of the run not yet paired
  bool can_open = false, can_close = false;
  int bold = 0, italic = 0, strike = 0, underline = 0;  ///< change of depth: opened here, less closed here
};

/// What the tag of one letter does; null for other letters.
int Token::*style_of(char tag) {
  switch (tag) {
    case 'b':
      return &Token::bold;
    case 'i':
      return &Token::italic;
    case 's':
      return &Token::strike;
    case 'u':
      return &Token::underline;
    default:
      return nullptr;
  }
}

class InlineParser {
 public:
  InlineParser(std::string_view text, bool in_link) : text_(text), in_link_(in_link) {}

  std::vector<TextSpan> parse() {
    while (at_ < text_.size()) step();
    flush();
    pair_runs();
    return joined();
  }

 private:
  void step();
  bool take_code();
  bool take_link();
  bool take_tag();
  void take_run();
  void flush() {
    if (plain_.empty()) return;
    Token& token = tokens_.emplace_back();
    token.pieces.emplace_back().text = std::move(plain_);
    plain_.clear();
  }
  void add(std::vector<TextSpan> pieces) {
    flush();
    tokens_.emplace_back().pieces = std::move(pieces);
  }
  void pair_runs();
  void pair(Token& opener, Token& closer);
  std::vector<TextSpan> joined() const;

  std::string_view text_;
  bool in_link_;
  std::size_t at_ = 0;
  std::string plain_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> unclosed_;  // lengths of backtick runs that nothing closes
  std::size_t failed_links_ = 0;
};

void InlineParser::step() {
  const char c = text_[at_];
  if (c == '\\' && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) {
    plain_ += text_[at_ + 1];
    at_ += 2;
    return;
  }
  if (c == '`' && take_code()) return;
  if (c == '[' && !in_link_ && failed_links_ < most_failures) {
    if (take_link()) return;
    ++failed_links_;
  }
  if (c == '<' && take_tag()) return;
  if (c == '*' || c == '~') return take_run();
  plain_ += c;
  ++at_;
}

bool InlineParser::take_code() {
  const std::size_t end_of_run = std::min(text_.find_first_not_of('`', at_), text_.size());
  const std::size_t length = end_of_run - at_;
  // A run that no later run of its length closes is not looked for again, so that a text of backticks costs no more than its length.
  const bool hopeless = std::find(unclosed_.begin(), unclosed_.end(), length) != unclosed_.end() || unclosed_.size() > most_failures;
  for (std::size_t close = hopeless ? std::string_view::npos : text_.find('`', end_of_run); close != std::string_view::npos;) {
    const std::size_t after = std::min(text_.find_first_not_of('`', close), text_.size());
    if (after - close == length) {
      std::string_view code = text_.substr(end_of_run, close - end_of_run);
      const bool padded = code.size() > 2 && code.front() == ' ' && code.back() == ' ';
      TextSpan span;
      span.text = padded ? code.substr(1, code.size() - 2) : code;
      span.code = true;
      add({std::move(span)});
      at_ = after;
      return true;
    }
    close = text_.find('`', after);
  }
  if (!hopeless) unclosed_.push_back(length);
  plain_.append(length, '`');
  at_ = end_of_run;
  return true;
}

/// The place of the bracket that closes the one at `open`, near enough to be meant.
std::optional<std::size_t> closing(std::string_view text, std::size_t open, char left, char right) {
  int depth = 0;
  for (std::size_t i = open; i < std::min(text.size(), open + longest_link); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == left) {
      ++depth;
    } else if (text[i] == right && --depth == 0) {
      return i;
    }
  }
  return std::nullopt;
}

bool InlineParser::take_link() {
  const std::optional<std::size_t> end = closing(text_, at_, '[', ']');
  if (!end || *end + 1 >= text_.size() || text_[*end + 1] != '(') return false;
  const std::optional<std::size_t> close = closing(text_, *end + 1, '(', ')');
  if (!close) return false;
  std::string_view target = text_.substr(*end + 2, *close - *end - 2);
  if (target.size() >= 2 && target.front() == '<' && target.back() == '>') target = target.substr(1, target.size() - 2);
  if (target.empty() || std::any_of(target.begin(), target.end(), is_space)) return false;
  std::vector<TextSpan> pieces = InlineParser(text_.substr(at_ + 1, *end - at_ - 1), true).parse();
  if (pieces.empty()) return false;
  for (TextSpan& piece : pieces) piece.link = target;
  add(std::move(pieces));
  at_ = *close + 1;
  return true;
}

/// <b>, </b> and their like become runs of one sign named by the tag's letter; <br> is a line break.
bool InlineParser::take_tag() {
  const std::string_view rest = text_.substr(at_);
  for (const std::string_view line_break : {"<br>", "<br/>", "<br />"}) {
    if (!rest.starts_with(line_break)) continue;
    plain_ += '\n';
    at_ += line_break.size();
    return true;
  }
  const bool closes = rest.size() >= 4 && rest[1] == '/' && rest[3] == '>', opens = rest.size() >= 3 && rest[2] == '>';
  if (!opens && !closes) return false;
  const char letter = rest[closes ? 2 : 1];
  if (style_of(letter) == nullptr) return false;
  flush();
  Token& token = tokens_.emplace_back();
  token.delimiter = letter;
  token.count = 1;
  token.can_open = opens;
  token.can_close = closes;
  at_ += opens ? 3 : 4;
  return true;
}

void InlineParser::take_run() {
  const char c = text_[at_];
  const std::size_t end = std::min(text_.find_first_not_of(c, at_), text_.size());
  const std::size_t count = end - at_;
  const char before = at_ == 0 ? ' ' : text_[at_ - 1], after = end == text_.size() ? ' ' : text_[end];
  at_ = end;
  if (count > 3 || (c == '~' && count != 2)) {
    plain_.append(count, c);
    return;
  }
  flush();
  Token& token = tokens_.emplace_back();
  token.delimiter = c;
  token.count = count;
  token.can_open = !is_space(after) && !is_word(before) && (!is_punctuation(after) || is_space(before) || is_punctuation(before));
  token.can_close = !is_space(before) && !is_word(after) && (!is_punctuation(before) || is_space(after) || is_punctuation(after));
}

void InlineParser::pair(Token& opener, Token& closer) {
  const bool two = opener.count >= 2 && closer.count >= 2;
  int Token::*style = style_of(opener.delimiter);
  if (opener.delimiter == '~') style = &Token::strike;
  if (opener.delimiter == '*') style = two ? &Token::bold : &Token::italic;
  ++(opener.*style);
  --(closer.*style);
  opener.count -= two ? 2 : 1;
  closer.count -= two ? 2 : 1;
}

void InlineParser::pair_runs() {
  std::vector<std::size_t> openers;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    Token& run = tokens_[i];
    if (run.delimiter == 0) continue;
    // An opener further out than 64 runs is not looked for, so that a text full of stars costs no more than its length.
    for (std::size_t look = openers.size(), steps = 0; run.can_close && run.count > 0 && look > 0 && steps < 64; ++steps) {
      Token& opener = tokens_[openers[--look]];
      if (opener.delimiter != run.delimiter) continue;
      openers.resize(look + 1);  // what stands between is text
      pair(opener, run);
      if (opener.count == 0) openers.pop_back();
      look = openers.size();
    }
    if (run.can_open && run.count > 0) openers.push_back(i);
  }
}

bool same_style(const TextSpan& a, const TextSpan& b) {
  return a.bold == b.bold && a.italic == b.italic && a.code == b.code && a.strike == b.strike && a.underline == b.underline &&
         a.link == b.link;
}

std::vector<TextSpan> InlineParser::joined() const {
  std::vector<TextSpan> spans;
  int bold = 0, italic = 0, strike = 0, underline = 0;
  const auto emit = [&](TextSpan piece) {
    piece.bold |= bold > 0;
    piece.italic |= italic > 0;
    piece.strike |= strike > 0;
    piece.underline |= underline > 0;
    if (!spans.empty() && same_style(spans.back(), piece)) {
      spans.back().text += piece.text;
    } else if (!piece.text.empty()) {
      spans.push_back(std::move(piece));
    }
  };
  const auto change = [&](const Token& token, int sign) {
    for (const auto& [member, depth] :
         {std::pair{&Token::bold, &bold}, {&Token::italic, &italic}, {&Token::strike, &strike}, {&Token::underline, &underline}}) {
      if (token.*member * sign > 0) *depth += token.*member;
    }
  };
  for (const Token& token : tokens_) {
    change(token, -1);
    for (const TextSpan& piece : token.pieces) emit(piece);
    if (token.count > 0) {
      TextSpan left_over;
      left_over.text.assign(token.count, token.delimiter);
      if (style_of(token.delimiter) != nullptr) left_over.text = std::string(token.can_open ? "<" : "</") + token.delimiter + ">";
      emit(std::move(left_over));
    }
    change(token, 1);
  }
  return spans;
}

/// Plain text with a backslash in front of what would be read as markup.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool markup = text[i] == '*' || text[i] == '~' || text[i] == '`' || text[i] == '[' || text[i] == ']' || text[i] == '<';
    const bool escape = text[i] == '\\' && (i + 1 == text.size() || is_punctuation(text[i + 1]));
    if (markup || escape) out += '\\';
    out += text[i];
  }
  return out;
}

/// A code span whose fence is longer than any run of backticks in it.
std::string code_span(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t i = 0, run = 0; i < text.size(); ++i) {
    run = text[i] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool pad = longest > 0 || (text.front() == ' ' && text.back() == ' ');
  return pad ? fence + " " + std::string(text) + " " + fence : fence + std::string(text) + fence;
}

}  // namespace

std::vector<TextSpan> parse_inline_markdown(std::string_view text) { return InlineParser(text, false).parse(); }

std::string to_inline_markdown(const std::vector<TextSpan>& spans) {
  std::string out;
  for (const TextSpan& span : spans) {
    std::string text = span.code ? code_span(span.text) : escaped(span.text);
    if (span.underline) text = "<u>" + text + "</u>";
    if (span.strike) text = "<s>" + text + "</s>";
    if (span.italic) text = "<i>" + text + "</i>";
    if (span.bold) text = "<b>" + text + "</b>";
    // Stars read better, where no word or blank touches them from the wrong side.
    const bool at_edges = spans.size() == 1 && !is_space(span.text.front()) && !is_space(span.text.back());
    if (at_edges && span.bold && !span.italic) text = "**" + text.substr(3, text.size() - 7) + "**";
    if (at_edges && span.italic && !span.bold) text = "*" + text.substr(3, text.size() - 7) + "*";
    if (!span.link.empty()) text = "[" + text + "](<" + span.link + ">)";
    out += text;
  }
  return out;
}

}  // namespace drawplate
